"""A practitioner's day as a ledger: who comes, what is held, and which time is open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from kaya import clock
from kaya.care.diary import diary_of
from kaya.care.hours import Schedule
from kaya.care.models import Appointment, Hold, Practitioner, Status
from kaya.care.spans import Span, Spans, minute_of
from kaya.care.working_time import open_spans
from kaya.db import db

HOUR = timedelta(hours=1)
SHORTEST_GAP = timedelta(minutes=20)
NINE, FIVE = timedelta(hours=9), timedelta(hours=17)


@dataclass(frozen=True)
class Line:
    """From `start` up to `end`, UTC: an appointment, a hold, or with neither, working hours."""

    start: datetime
    end: datetime
    appointment: Appointment | None = None
    hold: Hold | None = None

    @property
    def minutes(self) -> int:
        return int((self.end - self.start).total_seconds() // 60)

    @property
    def is_now(self) -> bool:
        return self.start <= clock.now() < self.end


@dataclass(frozen=True)
class Ledger:
    """A local day of `schedule`, its lines in order, drawn from `first`, a full hour, to `last`."""

    day: date
    schedule: Schedule
    lines: Sequence[Line]
    first: datetime
    last: datetime

    def minute(self, moment: datetime) -> int:
        """How many minutes after `first`: elapsed ones, so that a day of 23 or 25 hours is drawn as it is."""
        return int((moment - self.first).total_seconds() // 60)

    @property
    def length(self) -> int:
        return self.minute(self.last)

    @property
    def hours(self) -> list[datetime]:
        return [self.first + n * HOUR for n in range((self.length + 59) // 60)]

    @property
    def now(self) -> int | None:
        """Where the present stands in it, if it does."""
        return self.minute(clock.now()) if self.first <= clock.now() < self.last else None

    @property
    def appointments(self) -> list[Appointment]:
        return [line.appointment for line in self.lines if line.appointment]

    @property
    def upcoming(self) -> Appointment | None:
        """Whoever is there now, else who comes next on this day."""
        return next((each for each in self.appointments if each.is_live and each.ends_at > clock.now()), None)


def ledger_of(practitioner: Practitioner, schedule: Schedule, day: date) -> Ledger:
    """The ledger of a local day in the practitioner's zone; three questions to the database at most."""
    since, until = bounds(day, schedule.zone)
    taken = sorted([*appointments_in(practitioner, since, until), *holds_in(practitioner, since, until)], key=by_start)
    hours = [Span(max(s.start, since), min(s.end, until)) for s in open_spans(schedule, day, day)]
    lines = sorted([*taken, *gaps(hours, taken)], key=by_start)
    starts = [*(span.start for span in hours), *(line.start for line in taken)] or [since + NINE]
    ends = [*(span.end for span in hours), *(line.end for line in taken)] or [since + FIVE]
    return Ledger(day, schedule, lines, full_hour(min(starts), schedule.zone), max(ends))


def bookable_minutes(practitioner: Practitioner, schedule: Schedule, day: date) -> int:
    """How much of a local day people can book now: what the times for their shortest offering cover together."""
    offered = [each for each in practitioner.offerings if not each.is_archived]
    if not offered:
        return 0
    slots = diary_of(min(offered, key=lambda each: each.minutes)).slots(*bounds(day, schedule.zone))
    return sum(end - start for start, end in Spans((minute_of(slot.start), minute_of(slot.end)) for slot in slots))


def booked_per_day(practitioner: Practitioner, zone: str, first: date, days: int) -> Counter[date]:
    """How many come on each of the `days` local days from `first`."""
    since, until = bounds(first, zone)[0], bounds(first + timedelta(days - 1), zone)[1]
    rows = select(Appointment.starts_at).where(*of_time(practitioner, since, until))
    return Counter(at.astimezone(ZoneInfo(zone)).date() for at in db.session.scalars(rows))


def requests_to(practitioner: Practitioner) -> Sequence[Appointment]:
    """What waits for their answer and is still to come, the soonest first."""
    rows = select(Appointment).where(
        Appointment.practitioner_id == practitioner.id,
        Appointment.status == Status.PENDING,
        Appointment.starts_at > clock.now(),
    )
    return db.session.scalars(rows.order_by(Appointment.starts_at, Appointment.id).limit(50)).all()


def booked_as(reservation_ids: Iterable[UUID | None]) -> Sequence[Appointment]:
    """The appointments that reservations keep time for, in order."""
    rows = select(Appointment).where(Appointment.reservation_id.in_(each for each in reservation_ids if each))
    return db.session.scalars(rows.order_by(Appointment.starts_at, Appointment.id)).all()


def bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """The moments at which a local day begins and ends, in UTC."""
    begins = [datetime.combine(each, time(), ZoneInfo(zone)).astimezone(UTC) for each in (day, day + timedelta(1))]
    return begins[0], begins[1]


def appointments_in(practitioner: Practitioner, since: datetime, until: datetime) -> Iterator[Line]:
    rows = select(Appointment).where(*of_time(practitioner, since, until))
    return (Line(each.starts_at, each.ends_at, appointment=each) for each in db.session.scalars(rows))


def of_time(practitioner: Practitioner, since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Appointment.practitioner_id == practitioner.id,
        Appointment.status != Status.CANCELLED,
        Appointment.starts_at >= since,
        Appointment.starts_at < until,
    )


def holds_in(practitioner: Practitioner, since: datetime, until: datetime) -> Iterator[Line]:
    rows = select(Hold).where(
        Hold.practitioner_id == practitioner.id,
        Hold.expires_at > clock.now(),
        Hold.starts_at >= since,
        Hold.starts_at < until,
    )
    found = db.session.scalars(rows.options(joinedload(Hold.offering)))
    return (Line(each.starts_at, each.ends_at, hold=each) for each in found)


def gaps(hours: Sequence[Span], taken: Sequence[Line]) -> Iterator[Line]:
    """The working time between what is taken."""
    for span in hours:
        at = span.start
        for line in taken:
            if line.end > at and line.start < span.end:
                yield from gap(at, line.start)
                at = max(at, line.end)
        yield from gap(at, span.end)


def gap(start: datetime, end: datetime) -> Iterator[Line]:
    if end - start >= SHORTEST_GAP:
        yield Line(start, end)


def full_hour(moment: datetime, zone: str) -> datetime:
    return moment - timedelta(minutes=moment.astimezone(ZoneInfo(zone)).minute)


def by_start(line: Line) -> datetime:
    return line.start
