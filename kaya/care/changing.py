"""Changing an appointment that stays: when it is, how people meet, what its client wrote."""

from datetime import datetime

from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.care import booking, claims
from kaya.care.diary import room_nos
from kaya.care.history import LONGEST_NOTE, open_for, record, refuse_long
from kaya.care.models import Act, Appointment, Offering, Reservation, Status
from kaya.care.signals import appointment_changed
from kaya.db import transaction, uuid7
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def change(
    actor: User,
    appointment: Appointment,
    *,
    start: datetime | None = None,
    reason: str = "",
    mode: str | None = None,
    note: str | None = None,
) -> Appointment:
    """Change what is given, all of it or none: `start` and `reason` as by `booking.reschedule`, `mode`, and `note`.

    `note` is the client's. Refuses what those refuse.
    """
    with transaction():
        if start is not None and start != appointment.starts_at:
            booking.reschedule(actor, appointment, start, reason)
        if mode is not None and mode != appointment.mode:
            meet_by(actor, appointment, mode)
        if note is not None and note != appointment.note:
            rewrite(actor, appointment, note)
        return appointment


def rewrite(actor: User, appointment: Appointment, note: str) -> Appointment:
    """Let the client's own words be others; only they may, while it is to come ("not-allowed", "too-long")."""
    note = refuse_long(note, LONGEST_NOTE, "notes")
    with transaction() as session:
        open_for(session, appointment, Act.CHANGED, actor)
        if not appointment.is_taken_by(actor):
            raise Refusal("not-allowed", say("Only the client can change what they wrote."), status=403)
        appointment.note = note
        noted_as_changed(session, appointment, actor)
        return appointment


def meet_by(actor: User, appointment: Appointment, mode: str) -> Appointment:
    """Meet in another way that the practitioner offers, at the same time, as long, for the price that was agreed.

    Bound like a new time ("too-late"); refuses "unknown-mode", "other-length" and, where the room is not free,
    "slot-taken".
    """
    with transaction() as session:
        offering = session.scalar(
            Offering.listed().where(
                Offering.practitioner_id == appointment.practitioner_id,
                Offering.service_id == appointment.service_id,
                Offering.mode == mode,
            )
        )
        nos = {appointment.practitioner.resource_no, *room_nos(offering)}
        claims.lock(session, nos | claims.resource_nos_of(session, appointment.reservation_id))
        open_for(session, appointment, Act.RESCHEDULED, actor)
        move_into(session, appointment, refuse_unlike(offering, appointment), nos)
        noted_as_changed(session, appointment, actor)
        return appointment


def refuse_unlike(offering: Offering | None, appointment: Appointment) -> Offering:
    if offering is None:
        raise Refusal("unknown-mode", say("They do not offer it in this way."), field="mode")
    if offering.minutes != appointment.minutes:
        raise Refusal(
            "other-length", say("It takes another length of time in this way. Please book anew."), field="mode"
        )
    return offering


def move_into(session: Session, appointment: Appointment, offering: Offering, resource_nos: set[int]) -> None:
    """Claim what the offering needs, in the place of what was claimed, at the same time."""
    claims.free(session, appointment.reservation_id)
    reservation = claims.claim(session, resource_nos, *appointment.buffered_span, Reservation(id=uuid7()))
    appointment.reservation_id, appointment.offering_id = reservation.id, offering.id
    appointment.mode, appointment.location = offering.mode, offering.location
    appointment.calendar_sequence += 1


def noted_as_changed(session: Session, appointment: Appointment, actor: User) -> None:
    record(session, appointment, Act.CHANGED, actor, Status(appointment.status))
    announce(appointment_changed, appointment=appointment, actor=actor)
