"""/appointments/…/move: another time for an appointment, chosen like the first one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.care import booking
from kaya.care.diary import diary_for
from kaya.care.forms.booking import MoveForm
from kaya.care.models import Appointment
from kaya.care.views.appointments import one
from kaya.care.views.picker import Picker
from kaya.care.views.times import read_day, read_moment
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.web.templating import iso, reading_zone
from kaya.words import say

bp = Blueprint("moves", __name__, url_prefix="/appointments/<uuid:appointment_id>/move")


@bp.get("")
@allow(members)
def edit(appointment_id: UUID) -> ResponseReturnValue:
    appointment = one(appointment_id)
    if not appointment.can_be_rescheduled_by(g.viewer):
        return done(see=url_for("care.appointments.show", appointment_id=appointment_id))
    return shown(appointment, read_moment(request.args.get("wanted")))


@bp.post("")
@allow(members)
def update(appointment_id: UUID) -> ResponseReturnValue:
    appointment, form = one(appointment_id), MoveForm()
    start, status = read_moment(form.start.data), 422
    refusal = None if start else Refusal("no-start", say("Please choose a time."))
    if start and form.validate():
        try:
            booking.reschedule(g.viewer, appointment, start, reason=form.reason.data or "")
            flash_notice(say("It is moved."))
            return done(see=url_for("care.appointments.show", appointment_id=appointment_id))
        except Refusal as said:
            refusal, status = said, said.status
            form.explain(said)
    return shown(appointment, start, form=form, refusal=refusal, status=status)


def shown(
    appointment: Appointment,
    wanted: datetime | None,
    *,
    form: MoveForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> Response:
    """The picker in moving mode: what is now, and what it would be."""
    version = version_of("availability", appointment.practitioner_id)
    picker = Picker(
        diary_for(appointment),
        lambda **changes: address(appointment, **changes),
        zone=reading_zone(),
        day=read_day(request.values.get("day")),
        view="week" if request.values.get("view") == "week" else "day",
        wanted=wanted,
        moving=appointment.starts_at,
    )
    return page(
        "care/appointments/move.html",
        fragment="care/appointments/_move.html",
        status=status,
        appointment=appointment,
        picker=picker,
        version=version,
        form=form or MoveForm(formdata=None),
        refusal=refusal,
        now_at=picker.beside(appointment.starts_at),
        then_at=picker.beside(wanted) if wanted else None,
        is_given=appointment.is_given_by(g.viewer),
    )


def address(appointment: Appointment, **changes: Any) -> str:
    said: dict[str, Any] = {key: iso(value) if isinstance(value, datetime) else value for key, value in changes.items()}
    if said.get("view") == "day":
        del said["view"]
    return url_for("care.moves.edit", appointment_id=appointment.id, **said)
