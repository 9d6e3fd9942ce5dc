"""What is agreed when a time is booked: the reservation that keeps it, and the terms as they are on that day."""

from datetime import datetime

from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.care import claims, holds
from kaya.care.diary import Diary
from kaya.care.models import Appointment, Hold, Offering, Reservation, Status
from kaya.care.refusing import refuse
from kaya.care.slot import Slot
from kaya.care.spans import minute_of
from kaya.db import uuid7
from kaya.jobs.queue import forget


def reserve(session: Session, client: User, offering: Offering, diary: Diary, start: datetime) -> Reservation:
    """The reservation that `client` holds of this time, turned over; else a new one."""
    slot, held = diary.slot_at(start), holds.hold_of(session, client, diary.practitioner.id)
    if held and (held.offering_id, held.starts_at, held.ends_at) == (offering.id, slot.start, slot.end):
        return turn_over(session, held)
    refuse(diary.without(held.id if held else None).why_not(start))
    if held:
        holds.let_go(session, held)
    return claims.claim(session, diary.resource_nos, *diary.schedule.buffered(slot.start, slot.end), fresh())


def turn_over(session: Session, held: Hold) -> Reservation:
    """Let a hold be a hold no more, its claims staying where they are."""
    reservation = session.get_one(Reservation, held.id)
    reservation.expires_at = None
    session.delete(held)
    forget(holds.lapse_key(held.id))
    return reservation


def agreed(client: User, offering: Offering, slot: Slot, reservation: Reservation, resource_no: int) -> Appointment:
    """An appointment in `slot` with today's price, place and notice, and the buffers that `reservation` claims."""
    claim = next(each for each in reservation.claims if each.resource_no == resource_no)
    return Appointment(
        client_id=client.id,
        practitioner_id=offering.practitioner_id,
        offering_id=offering.id,
        service_id=offering.service_id,
        location_id=offering.location_id,
        reservation_id=reservation.id,
        mode=offering.mode,
        starts_at=slot.start,
        ends_at=slot.end,
        price_amount=offering.price_amount,
        price_currency=offering.price_currency,
        buffer_before_minutes=minute_of(slot.start) - claim.start_minute,
        buffer_after_minutes=claim.end_minute - minute_of(slot.end),
        cancellation_notice_hours=offering.service.cancellation_notice_hours,
        client_timezone=client.timezone,
    )


def put_at(session: Session, appointment: Appointment, diary: Diary, start: datetime) -> None:
    """Let the appointment claim its span from `start`, moving what it claims already."""
    slot = diary.slot_at(start)
    span = diary.schedule.buffered(slot.start, slot.end)
    if appointment.reservation_id and claims.move(session, appointment.reservation_id, *span):
        return
    reservation = claims.claim(session, diary.resource_nos, *span, fresh())
    appointment.reservation_id = reservation.id


def status_once_asked(diary: Diary) -> Status:
    """What an appointment is when its client has asked for it."""
    return Status.CONFIRMED if diary.practitioner.auto_confirms else Status.PENDING


def fresh() -> Reservation:
    return Reservation(id=uuid7())
