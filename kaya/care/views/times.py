"""A time as two people read it, each by their own clock; and times as they stand in an address."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import g
from flask_babel import format_date

from kaya.accounts.models import User
from kaya.care.models import Appointment
from kaya.care.working_time import occurs_twice
from kaya.web.api import CALENDAR
from kaya.web.templating import clock_time, iso, reading_zone

LONGEST = 40


@dataclass(frozen=True)
class Time:
    """An instant (`start`, UTC) in the reader's `zone`, with the practitioner's beside it where that clock differs."""

    start: datetime
    zone: str
    their_zone: str
    is_free: bool = True
    is_chosen: bool = False

    @property
    def value(self) -> str:
        return iso(self.start)

    @property
    def local(self) -> datetime:
        return self.start.astimezone(ZoneInfo(self.zone))

    @property
    def theirs(self) -> datetime:
        return self.start.astimezone(ZoneInfo(self.their_zone))

    @property
    def label(self) -> str:
        """14:30; where the clock shows it twice in that night, with the name of the hour that is meant."""
        shown = clock_time(self.start, self.zone)
        return f"{shown} {self.local:%Z}" if occurs_twice(self.local) else shown

    @property
    def is_abroad(self) -> bool:
        return self.local.utcoffset() != self.theirs.utcoffset()

    @property
    def beside(self) -> str:
        """15:30 on the practitioner's clock, with the weekday where it is another day there; "" where both agree."""
        if not self.is_abroad:
            return ""
        shown = clock_time(self.start, self.their_zone)
        other_day = self.theirs.date() != self.local.date()
        return f"{format_date(self.theirs.date(), 'EEE')} {shown}" if other_day else shown

    @property
    def hours_ahead(self) -> float:
        """By how many hours the practitioner's clock is ahead of the reader's."""
        ahead, here = self.theirs.utcoffset(), self.local.utcoffset()
        assert ahead is not None
        assert here is not None
        return (ahead - here).total_seconds() / 3600


def clocks(appointment: Appointment, viewer: User, zone: str) -> list[Time]:
    """When it starts by the other clocks that are in play: the place's, and to whoever is not the client the client's.

    Those that show the same as the reader's, in `zone`, are left out; of two that show the same one is named: the
    place's where people meet at one, else the client's.
    """
    zones = [appointment.zone_of_the_place]
    if not appointment.is_taken_by(viewer):
        zones.insert(1 if appointment.location else 0, appointment.client.timezone)
    shown = dict[timedelta | None, Time]()
    for each in zones:
        time = Time(appointment.starts_at, zone, each)
        if time.is_abroad:
            shown.setdefault(time.theirs.utcoffset(), time)
    return list(shown.values())


def other_clocks(appointment: Appointment) -> list[Time]:
    """The other clocks for whoever is looking."""
    return clocks(appointment, g.viewer, reading_zone())


def clock_of_client(appointment: Appointment, zone: str) -> Time | None:
    """When it starts by the client's clock, for whoever reads in `zone`; None where both show the same."""
    time = Time(appointment.starts_at, zone, appointment.client.timezone)
    return time if time.is_abroad else None


def begin(day: date, zone: str) -> datetime:
    """The moment at which a calendar day begins in `zone`."""
    return datetime.combine(day, time(), ZoneInfo(zone))


def read_day(words: str | None) -> date | None:
    """2026-11-26 as it stands in an address; None for anything else."""
    try:
        return date.fromisoformat(words) if words and len(words) == 10 else None
    except ValueError:
        return None


def read_moment(words: str | None) -> datetime | None:
    """An instant as it stands in an address, with its zone; None for anything else, and where no calendar reaches."""
    try:
        moment = datetime.fromisoformat(words.strip().replace(" ", "+")) if words and len(words) < LONGEST else None
        is_reached = moment is not None and moment.tzinfo is not None and moment.year in CALENDAR
        return moment.astimezone(UTC) if moment and is_reached else None
    except (ValueError, OverflowError):
        return None
