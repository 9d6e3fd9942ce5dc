"""Booking: an appointment is made, confirmed, moved, cancelled, restored, and at last kept or missed."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care import claims, holds
from kaya.care.agreement import agreed, put_at, reserve, status_once_asked
from kaya.care.diary import Diary, diary_for, diary_of
from kaya.care.history import LONGEST_NOTE, LONGEST_REASON, open_for, record, refuse_long
from kaya.care.models import Act, Appointment, Offering, Status
from kaya.care.phones import plain_phone
from kaya.care.refusing import refuse, refuse_closed, with_alternatives
from kaya.care.signals import (
    appointment_booked,
    appointment_cancelled,
    appointment_completed,
    appointment_confirmed,
    appointment_missed,
    appointment_rescheduled,
    appointment_restored,
)
from kaya.db import transaction, uuid7
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

PAST_DAYS = 2
FARTHEST = timedelta(days=2 * 366)


def book(
    client: User, offering: Offering, start: datetime, *, note: str = "", phone: str = "", id: UUID | None = None
) -> Appointment:
    """Book `start` (aware) for `client`; at once confirmed if the practitioner wishes it so, else pending.

    What `client` holds of that time becomes the appointment, whatever the clock says, as long as it is there; what
    else they hold with this practitioner is given back. Who asks again with the same `id` gets the same appointment.
    Refuses as `holds.hold` does, with `alternatives`; "too-long" a note; "phone-invalid"; "id-taken" another's id.
    """
    note, phone = refuse_long(note, LONGEST_NOTE, "note"), plain_phone(phone)
    with with_alternatives(lambda: diary_of(offering), start), transaction() as session:
        diary = diary_of(offering)
        claims.lock(session, holds.lockable(session, client, diary))
        if made := made_before(session, client, id):
            return made
        refuse_closed(client, diary)
        reservation = reserve(session, client, offering, diary, start)
        appointment = agreed(client, offering, diary.slot_at(start), reservation, diary.practitioner.resource_no)
        appointment.id, appointment.note, appointment.phone = id or uuid7(), note, phone
        enter(session, appointment, client, status_once_asked(diary))
        announce(appointment_booked, appointment=appointment, actor=client)
        return appointment


def confirm(actor: User, appointment: Appointment) -> Appointment:
    """The practice says yes to a pending appointment."""
    with transaction() as session:
        open_for(session, appointment, Act.CONFIRMED, actor)
        record(session, appointment, Act.CONFIRMED, actor, Status.CONFIRMED)
        announce(appointment_confirmed, appointment=appointment, actor=actor)
        return appointment


def cancel(actor: User, appointment: Appointment, reason: str = "") -> Appointment:
    """Give the time back. The client until `free_until` ("too-late" after); the practice always, with a reason."""
    reason = refuse_long(reason, LONGEST_REASON, "reason")
    with transaction() as session:
        open_for(session, appointment, Act.CANCELLED, actor)
        if not reason and not appointment.is_taken_by(actor):
            raise Refusal("reason-required", say("Please tell the client why."), field="reason")
        claims.free(session, appointment.reservation_id)
        appointment.reservation_id = None
        appointment.calendar_sequence += 1
        record(session, appointment, Act.CANCELLED, actor, Status.CANCELLED, reason=reason)
        announce(appointment_cancelled, appointment=appointment, actor=actor, reason=reason)
        return appointment


def reschedule(actor: User, appointment: Appointment, start: datetime, reason: str = "") -> Appointment:
    """Move it to `start` (aware), length, price and buffers as agreed.

    The client: only while they could cancel it, to a time that is offered, and it is pending again unless the
    practitioner confirms at once. The practice: to any time to come that is free, and where the client could not have
    done so, it says why ("reason-required"). Refuses with `alternatives`.
    """
    reason = refuse_long(reason, LONGEST_REASON, "reason")
    with with_alternatives(lambda: diary_for(appointment), start), transaction() as session:
        diary = diary_for(appointment)
        claims.lock(session, {*diary.resource_nos, *claims.resource_nos_of(session, appointment.reservation_id)})
        open_for(session, appointment, Act.RESCHEDULED, actor)
        by_practice = actor.may(Permission.SUPPORT) or appointment.is_given_by(actor)
        refuse_past(start) if by_practice else refuse(diary.why_not(start))
        put_at(session, appointment, diary, start)
        refuse_unexplained(appointment, diary, start, reason, by_practice=by_practice)
        status = Status(appointment.status) if by_practice else status_once_asked(diary)
        from_start, slot = appointment.starts_at, diary.slot_at(start)
        record(session, appointment, Act.RESCHEDULED, actor, status, reason=reason, start=slot.start)
        appointment.starts_at, appointment.ends_at = slot.start, slot.end
        appointment.calendar_sequence += 1
        session.flush()
        announce(appointment_rescheduled, appointment=appointment, actor=actor, reason=reason, from_start=from_start)
        return appointment


def complete(actor: User, appointment: Appointment) -> Appointment:
    """It took place: said by the practice, once it has begun."""
    with transaction() as session:
        open_for(session, appointment, Act.COMPLETED, actor)
        record(session, appointment, Act.COMPLETED, actor, Status.COMPLETED)
        announce(appointment_completed, appointment=appointment, actor=actor)
        return appointment


def miss(actor: User, appointment: Appointment) -> Appointment:
    """The client did not come: said by the practice, once it has begun."""
    with transaction() as session:
        open_for(session, appointment, Act.MISSED, actor)
        record(session, appointment, Act.MISSED, actor, Status.NO_SHOW)
        announce(appointment_missed, appointment=appointment, actor=actor)
        return appointment


def restore(actor: User, appointment: Appointment) -> Appointment:
    """Undo a cancellation of one's own within ten minutes, as long as the time is still free ("slot-taken")."""
    with with_alternatives(lambda: diary_for(appointment), appointment.starts_at), transaction() as session:
        diary = diary_for(appointment)
        claims.lock(session, diary.resource_nos)
        open_for(session, appointment, Act.RESTORED, actor)
        put_at(session, appointment, diary, appointment.starts_at)
        assert appointment.cancellation is not None
        appointment.calendar_sequence += 1
        record(session, appointment, Act.RESTORED, actor, Status(appointment.cancellation.from_status))
        announce(appointment_restored, appointment=appointment, actor=actor)
        return appointment


def purge_past_claims() -> None:
    """Forget the claims on days gone by."""
    with transaction() as session:
        claims.purge(session, clock.ago(days=PAST_DAYS))


def made_before(session: Session, client: User, id: UUID | None) -> Appointment | None:
    made = session.get(Appointment, id) if id else None
    if made is not None and not made.is_taken_by(client):
        raise id_taken()
    return made


def enter(session: Session, appointment: Appointment, client: User, status: Status) -> None:
    """Write a new appointment with the first line of its history."""
    session.add(appointment)
    try:
        record(session, appointment, Act.BOOKED, client, status)
    except IntegrityError as error:
        raise id_taken() from error


def id_taken() -> Refusal:
    return Refusal("id-taken", say("This id belongs to something else."), status=409)


def refuse_unexplained(
    appointment: Appointment, diary: Diary, start: datetime, reason: str, *, by_practice: bool
) -> None:
    """Let the practice say why it moves what its client could not, or to where nobody could have booked."""
    if not by_practice or reason:
        return
    if clock.now() >= appointment.free_until or diary.why_not(start) is not None:
        raise Refusal("reason-required", say("Please tell the client why."), field="reason")


def refuse_past(start: datetime) -> None:
    """Refuse what has begun, or is years away: all that the practice's own moves are bound by."""
    if not clock.now() < start < clock.now() + FARTHEST:
        raise Refusal("slot-not-offered", say("Please choose a time to come, within two years."), field="start")
