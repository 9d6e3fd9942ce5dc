"""/appointments/…/notes: something is noted, for both or for oneself."""

from uuid import UUID

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.care import notes
from kaya.care.forms.notes import NoteForm
from kaya.care.views.appointments import one, shown
from kaya.web.policy import allow, members
from kaya.web.respond import done

bp = Blueprint("notes", __name__, url_prefix="/appointments/<uuid:appointment_id>/notes")


@bp.post("")
@allow(members)
def create(appointment_id: UUID) -> ResponseReturnValue:
    appointment, form = one(appointment_id), NoteForm()
    noted = form.carry_out(lambda: notes.note(g.viewer, appointment, form.body.data or "", is_private=form.is_private))
    if noted is not None:
        return done(see=url_for("care.appointments.show", appointment_id=appointment.id, _anchor="notes"))
    return shown(appointment, noting=form, status=form.refused_with)
