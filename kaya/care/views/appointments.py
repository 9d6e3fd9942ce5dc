"""/appointments: what is coming and what was, and what can still be done about each."""

from uuid import UUID

from flask import Blueprint, Response, abort, g, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, func, or_, select

from kaya import clock
from kaya.care import booking, directory
from kaya.care.forms.booking import BookingForm, CancelForm
from kaya.care.forms.notes import NoteForm
from kaya.care.models import LIVE, Appointment, AppointmentNote, Practitioner
from kaya.care.phones import require_phone
from kaya.care.views.slots import FRAGMENT, shown_times
from kaya.care.views.times import Time, other_clocks, read_moment
from kaya.care.views.visible import chosen, visible
from kaya.db import db
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.api import is_uuid
from kaya.web.limits import limit
from kaya.web.paging import Order, Page, paged
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.web.templating import reading_zone
from kaya.words import say

bp = Blueprint("appointments", __name__, url_prefix="/appointments")

A_PAGE = 20
BY_START = Order(Appointment.starts_at, Appointment.id, lambda row: row.starts_at)
BY_START_BACKWARDS = Order(Appointment.starts_at, Appointment.id, lambda row: row.starts_at, descending=True)


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    which = "past" if request.args.get("show") == "past" else "coming"
    version, appointments = version_of("appointments", g.viewer.id), listed(which)
    return page(
        "care/appointments/index.html",
        fragment="care/appointments/_list.html",
        which=which,
        version=version,
        appointments=appointments,
        zones_differ=any(other_clocks(each) for each in appointments.items),
        number=db.session.scalar(select(func.count()).select_from(coming().subquery())),
    )


@bp.post("")
@limit("booking")
@allow(members)
def create() -> ResponseReturnValue:
    """What is held, or simply free, becomes an appointment; what was typed is kept where it does not."""
    practitioner, form = visible(request.form.get("practitioner", "")), BookingForm()
    directory.furnish([practitioner], "offerings")
    offering, start = chosen(practitioner) or abort(404), read_moment(request.form.get("start"))
    refusal, status = None if start else Refusal("no-start", say("Please choose a time.")), 422
    if start and form.validate():
        try:
            words = {"note": form.note.data or "", "phone": form.phone.data or ""}
            require_phone(offering.mode, words["phone"])
            appointment = booking.book(g.viewer, offering, start, **words, id=asked_id())
            return done(see=url_for(".show", appointment_id=appointment.id))
        except Refusal as said:
            refusal, status = None if said.field in form and asked_id() else said, said.status
            form.explain(said)
    home = "profile" if request.form.get("page") == "profile" else "times"
    shown = shown_times(practitioner, offering, home, wanted=start, form=form, is_answer=True)
    return page("care/slots/index.html", fragment=FRAGMENT, status=status, **shown | {"refusal": refusal})


def asked_id() -> UUID | None:
    """The hold's id becomes the appointment's, so that sending the form twice books once."""
    words = request.form.get("hold", "")
    return UUID(words) if is_uuid(words) else None


@bp.get("/<uuid:appointment_id>")
@allow(members)
def show(appointment_id: UUID) -> ResponseReturnValue:
    return shown(one(appointment_id))


@bp.post("/<uuid:appointment_id>/confirmation")
@allow(members)
def confirm(appointment_id: UUID) -> ResponseReturnValue:
    return told(booking.confirm(g.viewer, one(appointment_id)))


@bp.post("/<uuid:appointment_id>/cancellation")
@allow(members)
def cancel(appointment_id: UUID) -> ResponseReturnValue:
    appointment, form = one(appointment_id), CancelForm()
    if form.carry_out(lambda: booking.cancel(g.viewer, appointment, reason=form.reason.data or "")):
        return told(appointment)
    return shown(appointment, cancelling=form, status=form.refused_with)


@bp.post("/<uuid:appointment_id>/restoration")
@allow(members)
def restore(appointment_id: UUID) -> ResponseReturnValue:
    return told(booking.restore(g.viewer, one(appointment_id)))


@bp.post("/<uuid:appointment_id>/completion")
@allow(members)
def complete(appointment_id: UUID) -> ResponseReturnValue:
    return told(booking.complete(g.viewer, one(appointment_id)))


@bp.post("/<uuid:appointment_id>/absence")
@allow(members)
def miss(appointment_id: UUID) -> ResponseReturnValue:
    return told(booking.miss(g.viewer, one(appointment_id)))


def one(appointment_id: UUID) -> Appointment:
    return find(Appointment.of(g.viewer), appointment_id)


def told(appointment: Appointment) -> ResponseReturnValue:
    """Back to where the button stood: the desk, or the appointment's own page."""
    if request.form.get("back") == "desk":
        flash_notice(say("Done. %(name)s is told.", name=appointment.client.name))
        day = request.form.get("day", "")[:10]
        return done(see=url_for("care.desk.show", day=day or None))
    return done(see=url_for(".show", appointment_id=appointment.id))


def shown(
    appointment: Appointment, *, cancelling: CancelForm | None = None, noting: NoteForm | None = None, status: int = 200
) -> Response:
    """One appointment as the viewer may see it, with the forms that came back if one did."""
    is_onlooker = not appointment.is_between(g.viewer)
    topic = ("agenda", "") if is_onlooker else ("appointments", g.viewer.id)
    version = version_of(*topic)
    db.session.refresh(appointment)
    zone = reading_zone()
    return page(
        "care/appointments/show.html",
        fragment="care/appointments/_appointment.html",
        status=status,
        appointment=appointment,
        topic=topic,
        version=version,
        is_given=appointment.is_given_by(g.viewer),
        is_onlooker=is_onlooker,
        when=Time(appointment.starts_at, zone, zone),
        ends=Time(appointment.ends_at, zone, zone),
        clocks=other_clocks(appointment),
        cancelling=cancelling or CancelForm(formdata=None),
        noting=noting or NoteForm(formdata=None),
        notes=db.session.scalars(AppointmentNote.on(appointment, g.viewer)).all(),
    )


def theirs() -> Select[Appointment]:
    """As client or as practitioner: staff too see here only their own."""
    mine = select(Practitioner.id).where(Practitioner.user_id == g.viewer.id)
    return select(Appointment).where(or_(Appointment.client_id == g.viewer.id, Appointment.practitioner_id.in_(mine)))


def coming() -> Select[Appointment]:
    return theirs().where(Appointment.ends_at > clock.now(), Appointment.status.in_(LIVE))


def past() -> Select[Appointment]:
    return theirs().where(or_(Appointment.ends_at <= clock.now(), Appointment.status.not_in(LIVE)))


def listed(which: str) -> Page[Appointment]:
    rows, order = (past(), BY_START_BACKWARDS) if which == "past" else (coming(), BY_START)
    try:
        return paged(rows, order, cursor=request.args.get("cursor"), limit=A_PAGE, bound_to=which)
    except Refusal:
        return paged(rows, order, limit=A_PAGE, bound_to=which)
