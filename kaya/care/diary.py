"""A diary: someone's hours, what is taken of them, and so which times can be booked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, union_all
from sqlalchemy.orm import joinedload

from kaya import clock
from kaya.care import hours_json, openings
from kaya.care.claims import overlapping
from kaya.care.hours import BOUNDS, Schedule
from kaya.care.models import (
    Appointment,
    Availability,
    Claim,
    Hold,
    Offering,
    Practitioner,
    Reservation,
    Status,
)
from kaya.care.openings import Busy, WhyNot
from kaya.care.slot import Slot
from kaya.care.spans import instant_of, minute_of
from kaya.db import db

MARGIN = timedelta(days=1)


@dataclass(frozen=True)
class Diary:
    """Whose time it is, by which rules they give it, and the numbers of the resources that are needed with them.

    `minutes` long is what shall be booked; closed, nothing can be; `but` are reservations that are not in the way.
    """

    practitioner: Practitioner
    schedule: Schedule
    service_id: UUID
    minutes: int
    resource_nos: tuple[int, ...]
    is_open: bool
    but: tuple[UUID, ...] = ()

    def without(self, reservation_id: UUID | None) -> "Diary":
        """The same, as if a reservation were not there."""
        return replace(self, but=(*self.but, reservation_id)) if reservation_id else self

    def slot_at(self, start: datetime) -> Slot:
        """Refuses nothing: any aware start."""
        start = start.astimezone(UTC)
        return Slot(start, start + timedelta(minutes=self.minutes), self.practitioner.id, self.service_id)

    def slots(self, start: datetime, end: datetime) -> list[Slot]:
        """What can be booked from `start` up to `end`, in order."""
        since, until = max(start, clock.now()), min(end, self.last_moment)
        if not self.is_open or since >= until:
            return []
        taken = self.busy(since, until), self.booked_per_day(since, until)
        found = openings.slots(self.schedule, self.minutes, since, until, clock.now(), *taken)
        return [self.slot_at(each) for each in found]

    def nearest(self, wanted: datetime, n: int) -> list[Slot]:
        """The `n` bookable times nearest to `wanted`, the nearest first."""
        if not self.is_open:
            return []
        since, until = clock.now(), self.last_moment
        taken = self.busy(since, until), self.booked_per_day(since, until)
        found = openings.nearest(self.schedule, self.minutes, wanted, clock.now(), *taken, n=n)
        return [self.slot_at(each) for each in found]

    def why_not(self, start: datetime) -> WhyNot | None:
        """The first of what is against `start`; None where it can be booked."""
        return next(iter(self.objections(start)), None)

    def objections(self, start: datetime) -> list[WhyNot]:
        """Everything for which `start` cannot be booked; nothing where it can."""
        now = clock.now()
        if not now - MARGIN < start < self.last_moment:
            return openings.objections(self.schedule, self.minutes, start, now)
        taken = self.busy(start, start), self.booked_per_day(start, start)
        return openings.objections(self.schedule, self.minutes, start, now, *taken)

    def is_clear(self, start: datetime) -> bool:
        """Is nothing else in the way, whatever the hours and rules say? So it is asked for the practice itself."""
        slot = self.slot_at(start)
        first, last = self.schedule.buffered(slot.start, slot.end)
        return not any(each.start < last and each.end > first for each in self.busy(start, start))

    @property
    def last_moment(self) -> datetime:
        return clock.now() + timedelta(days=self.schedule.window_days + 2)

    def busy(self, start: datetime, end: datetime) -> list[Busy]:
        """What is taken around the starts from `start` to `end`. Holds that ran out are not."""
        rows = (
            overlapping(self.resource_nos, minute_of(start - MARGIN), minute_of(end + MARGIN))
            .join(Claim.reservation)
            .outerjoin(Appointment, Appointment.reservation_id == Reservation.id)
            .with_only_columns(
                Reservation.id,
                Claim.resource_no,
                Claim.start_minute,
                Claim.end_minute,
                Reservation.expires_at,
                Appointment.buffer_before_minutes,
                Appointment.buffer_after_minutes,
            )
        )
        now, no = clock.now(), self.practitioner.resource_no
        live = [row for row in db.session.execute(rows) if row[4] is None or row[4] > now]
        own = {row[0] for row in live if row[1] == no}
        return [
            Busy(instant_of(first), instant_of(last), held_until, before or 0, after or 0, resource_no != no, id)
            for id, resource_no, first, last, held_until, before, after in live
            if id not in self.but and (resource_no == no or id not in own)
        ]

    def booked_per_day(self, start: datetime, end: datetime) -> Counter[date]:
        """How many are booked, or held, on each of the practitioner's days; asked only where there is a limit."""
        if self.schedule.daily_limit is None:
            return Counter()
        since, until = start - MARGIN, end + MARGIN
        booked = select(Appointment.starts_at, Appointment.reservation_id).where(
            Appointment.practitioner_id == self.practitioner.id,
            Appointment.status != Status.CANCELLED,
            Appointment.starts_at.between(since, until),
        )
        held = select(Hold.starts_at, Hold.id).where(
            Hold.practitioner_id == self.practitioner.id,
            Hold.expires_at > clock.now(),
            Hold.starts_at.between(since, until),
        )
        zone = self.schedule.zone_info
        found: Iterable[Any] = db.session.execute(union_all(booked, held))
        return Counter(at.astimezone(zone).date() for at, reservation in found if reservation not in self.but)


def diary_of(offering: Offering) -> Diary:
    """The diary by which an offering is booked. Open while it is on offer by someone listed who takes bookings."""
    practitioner, schedule = kept_by(offering.practitioner_id)
    on_offer = not (offering.is_archived or offering.service.is_archived)
    is_open = on_offer and practitioner.is_accepting and practitioner.is_listed
    nos = (practitioner.resource_no, *room_nos(offering))
    return Diary(practitioner, schedule, offering.service_id, offering.minutes, nos, is_open)


def diary_for(appointment: Appointment) -> Diary:
    """The diary in which an appointment moves: as long as it was agreed, with the buffers it was given."""
    practitioner, schedule = kept_by(appointment.practitioner_id)
    schedule = replace(
        schedule,
        buffer_before_minutes=appointment.buffer_before_minutes,
        buffer_after_minutes=appointment.buffer_after_minutes,
    )
    offering = db.session.get(Offering, appointment.offering_id) if appointment.offering_id else None
    nos = (practitioner.resource_no, *room_nos(offering))
    diary = Diary(practitioner, schedule, appointment.service_id, appointment.minutes, nos, practitioner.is_listed)
    return diary.without(appointment.reservation_id)


def kept_by(practitioner_id: UUID) -> tuple[Practitioner, Schedule]:
    practitioner = db.session.get_one(Practitioner, practitioner_id, options=[joinedload(Practitioner.verification)])
    return practitioner, schedule_from(practitioner, db.session.get(Availability, practitioner_id))


def room_nos(offering: Offering | None) -> list[int]:
    return [offering.room_as_resource.no] if offering and offering.room_as_resource else []


def schedule_from(practitioner: Practitioner, availability: Availability | None) -> Schedule:
    """The schedule that the row tells; without a row, no hours."""
    if availability is None:
        return Schedule(zone=practitioner.timezone)
    fields = ("weekly", "exceptions", *BOUNDS)
    return hours_json.from_json({name: getattr(availability, name) for name in fields}, practitioner.timezone)
