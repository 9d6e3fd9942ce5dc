"""Planting appointments with all that belongs to them: claims, history, notes, and words to the people who show the "
"house."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.care import reminders
from kaya.care.models import (
    Act,
    Appointment,
    AppointmentMove,
    AppointmentNote,
    Availability,
    Claim,
    Mode,
    Practitioner,
    Reservation,
    Resource,
    Status,
)
from kaya.care.spans import minute_from, minute_of
from kaya.db import uuid7
from kaya.seeds import phones
from kaya.seeds.diary import Diary, Entry
from kaya.seeds.stories import Teller


def plant_appointments(session: Session, members: list[User]) -> list[Appointment]:
    """Some two hundred, past and coming, once: where these people have any, nothing is added."""
    ids = [member.id for member in members]
    if session.scalar(select(Appointment.id).where(Appointment.client_id.in_(ids)).limit(1)):
        return []
    found = session.execute(
        Practitioner.listed()
        .join(Availability, Availability.practitioner_id == Practitioner.id)
        .add_columns(Availability)
    )
    staffed = sorted(((row[0], row[1]) for row in found.unique()), key=lambda pair: pair[0].slug)
    teller = Teller(Diary.of(staffed), [each for each, _ in staffed], {member.email: member for member in members})
    of_rooms = select(Resource.room_id, Resource.no).where(Resource.room_id.is_not(None))
    rooms = {row.room_id: row.no for row in session.execute(of_rooms)}
    hours = {each.id: availability for each, availability in staffed}
    planted = [plant(session, entry, hours[entry.practitioner.id]) for entry in teller.tell()]
    session.flush()
    for entry, appointment in planted:
        session.add_all(notes(entry, appointment))
        if appointment.is_live and appointment.ends_at > clock.now():
            claim(session, entry, appointment, rooms)
            reminders.schedule(appointment)
    return [appointment for _, appointment in planted]


def plant(session: Session, entry: Entry, hours: Availability) -> tuple[Entry, Appointment]:
    appointment = Appointment(
        client=entry.client,
        practitioner=entry.practitioner,
        offering_id=entry.offering.id,
        service=entry.offering.service,
        location=entry.offering.location,
        mode=entry.offering.mode,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        status=entry.status,
        price_amount=entry.offering.price_amount,
        price_currency=entry.offering.price_currency,
        buffer_before_minutes=hours.buffer_before_minutes,
        buffer_after_minutes=hours.buffer_after_minutes,
        cancellation_notice_hours=entry.offering.service.cancellation_notice_hours,
        client_timezone=entry.client.timezone,
        note=entry.note,
        phone=phones.invented(entry.client.name, entry.client.timezone) if entry.offering.mode == Mode.PHONE else "",
        created_at=entry.booked_at,
        moves=list(history(entry)),
    )
    appointment.calendar_sequence = sum(each.act in (Act.RESCHEDULED, Act.CANCELLED) for each in appointment.moves)
    session.add(appointment)
    return entry, appointment


def history(entry: Entry) -> Iterator[AppointmentMove]:
    """What happened to it, in order, each a while after the one before."""
    client, practitioner = entry.client, entry.practitioner.user
    first, booked_at = entry.moved_from or entry.starts_at, entry.booked_at
    yield move(client, Act.BOOKED, client, booked_at, to_start=first)
    if entry.moved_from:
        starts = {"from_start": first, "to_start": entry.starts_at}
        yield move(
            client, Act.RESCHEDULED, client, booked_at + timedelta(minutes=35), Status.PENDING, entry.reason, **starts
        )
    if entry.status == Status.CANCELLED:
        yield move(client, Act.CANCELLED, client, booked_at + timedelta(hours=7), Status.PENDING, entry.reason)
    elif entry.status != Status.PENDING:
        yield move(client, Act.CONFIRMED, practitioner, booked_at + timedelta(hours=2), Status.PENDING)
    if entry.status in ENDED:
        yield move(client, ENDED[entry.status], practitioner, entry.ends_at, Status.CONFIRMED)


ENDED = {Status.COMPLETED: Act.COMPLETED, Status.NO_SHOW: Act.MISSED}


def move(
    client: User, act: Act, by: User, at: datetime, from_status: str = "", reason: str = "", **starts: datetime
) -> AppointmentMove:
    line: dict[str, Any] = {"client_id": client.id, "by_id": by.id, "at": min(at, clock.now()), **starts}
    return AppointmentMove(act=act, from_status=from_status, reason=reason, **line)


def notes(entry: Entry, appointment: Appointment) -> Iterator[AppointmentNote]:
    author, at = entry.practitioner.user_id, min(entry.ends_at + timedelta(minutes=20), clock.now())
    for body, is_private in ((entry.shared_note, False), (entry.private_note, True)):
        if body:
            about = {"appointment_id": appointment.id, "client_id": entry.client.id}
            yield AppointmentNote(**about, author_id=author, body=body, is_private=is_private, created_at=at)


def claim(session: Session, entry: Entry, appointment: Appointment, rooms: dict[object, int]) -> None:
    """What is still to come is claimed as a booking would, so that the database guards it."""
    before = timedelta(minutes=appointment.buffer_before_minutes)
    after = timedelta(minutes=appointment.buffer_after_minutes)
    start, end = minute_of(appointment.starts_at - before), minute_from(appointment.ends_at + after)
    numbers = [entry.practitioner.resource_no, rooms.get(entry.offering.room_id)]
    claims = [Claim(resource_no=no, start_minute=start, end_minute=end) for no in numbers if no is not None]
    reservation = Reservation(id=uuid7(), claims=claims)
    session.add(reservation)
    appointment.reservation_id = reservation.id
