"""/appointments/…/move: another time for an appointment, chosen like the first one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.accounts.permissions import Permission
from kaya.care import booking
from kaya.care.diary import diary_for
from kaya.care.forms.booking import AnyTimeForm, MoveForm
from kaya.care.models import Appointment
from kaya.care.views.appointments import one
from kaya.care.views.picker import Picker
from kaya.care.views.times import read_day, read_moment
from kaya.realtime import version_of
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
    asking = asked_by_practice(appointment)
    wanted = asking.start(reading_zone()) if asking and asking.validate() else read_moment(request.args.get("wanted"))
    return shown(appointment, wanted, asking=asking, status=422 if asking and asking.errors else 200)


@bp.post("")
@allow(members)
def update(appointment_id: UUID) -> ResponseReturnValue:
    appointment, form = one(appointment_id), MoveForm()
    start = read_moment(form.start.data)
    if start is None:
        return shown(appointment, None, form=form, refusal=say("Please choose a time."), status=422)
    moved = form.carry_out(lambda: booking.reschedule(g.viewer, appointment, start, reason=form.reason.data or ""))
    if moved:
        flash_notice(say("It is moved."))
        return done(see=url_for("care.appointments.show", appointment_id=appointment_id))
    return shown(appointment, start, form=form, refusal=of_the_time(form), status=form.refused_with)


def of_the_time(form: MoveForm) -> Any:
    """What is wrong with the time itself; what is wrong with the reason stands beside that."""
    return None if form.reason.errors else [*form.start.errors, *form.form_errors][0]


def asked_by_practice(appointment: Appointment) -> AnyTimeForm | None:
    """The day and time that the practice typed, if it did; clients choose among what is offered."""
    typed = "on" in request.args or "at" in request.args
    return AnyTimeForm(request.args) if typed and is_by_practice(appointment) else None


def is_by_practice(appointment: Appointment) -> bool:
    return g.viewer.may(Permission.SUPPORT) or appointment.is_given_by(g.viewer)


def shown(
    appointment: Appointment,
    wanted: datetime | None,
    *,
    form: MoveForm | None = None,
    asking: AnyTimeForm | None = None,
    refusal: Any = None,
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
    by_practice, is_offered = is_by_practice(appointment), picker.is_wanted_free
    is_clear = wanted is not None and wanted > clock.now() and picker.diary.is_clear(wanted)
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
        by_practice=by_practice,
        is_onlooker=not appointment.is_between(g.viewer),
        asking=asking or AnyTimeForm(formdata=None),
        is_offered=is_offered,
        can_be_there=is_offered or (by_practice and is_clear),
        says_why=by_practice and (not is_offered or clock.now() >= appointment.free_until),
    )


def address(appointment: Appointment, **changes: Any) -> str:
    said: dict[str, Any] = {key: iso(value) if isinstance(value, datetime) else value for key, value in changes.items()}
    if said.get("view") == "day":
        del said["view"]
    return url_for("care.moves.edit", appointment_id=appointment.id, **said)
