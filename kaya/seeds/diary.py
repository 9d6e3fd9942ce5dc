"""A diary for seeding: finds free time by the house's own rules, for people, rooms and clients at once."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kaya.accounts.models import User
from kaya.care.hours import Schedule
from kaya.care.hours_json import from_json
from kaya.care.models import Availability, Offering, Practitioner, Status
from kaya.care.openings import nearest, slots
from kaya.care.spans import Span

RULES = ("slot_step_minutes", "buffer_before_minutes", "buffer_after_minutes", "minimum_notice_minutes", "window_days")
WAKING_HOURS = range(7, 22)
A_FEW_DAYS = 200


@dataclass
class Entry:
    """An appointment that is to be: booked then, for then, and what became of it."""

    client: User
    practitioner: Practitioner
    offering: Offering
    starts_at: datetime
    booked_at: datetime
    status: Status
    note: str = ""
    reason: str = ""
    moved_from: datetime | None = None
    shared_note: str = ""
    private_note: str = ""

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.offering.minutes)


@dataclass
class Diary:
    """What is taken, by practitioner, room and client, while entries are made up."""

    schedules: dict[UUID, Schedule]
    taken: dict[UUID, list[Span]] = field(default_factory=lambda: defaultdict(list))
    per_day: dict[UUID, dict[date, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))

    @classmethod
    def of(cls, practitioners: list[tuple[Practitioner, Availability]]) -> "Diary":
        return cls({practitioner.id: schedule_of(practitioner, hours) for practitioner, hours in practitioners})

    def free(
        self, offering: Offering, client: User, since: datetime, until: datetime, booked_at: datetime
    ) -> list[datetime]:
        """The starts that were offered at `booked_at`, at which client and room are free too, and the client awake."""
        schedule = self.schedules[offering.practitioner_id]
        known = self._known(offering, client)
        found = slots(schedule, offering.minutes, since, until, booked_at, *known)
        return [start for start in found if is_awake(client, start)]

    def nearest(self, offering: Offering, client: User, wanted: datetime, booked_at: datetime) -> datetime:
        """The free start closest to `wanted` at which the client is awake."""
        schedule = self.schedules[offering.practitioner_id]
        known = self._known(offering, client)
        found = nearest(schedule, offering.minutes, wanted, booked_at, *known, n=A_FEW_DAYS)
        return next(start for start in found if is_awake(client, start))

    def write(self, entry: Entry) -> None:
        """Take the entry's time, unless it was given back."""
        if entry.status == Status.CANCELLED:
            return
        schedule = self.schedules[entry.practitioner.id]
        span = Span(*schedule.buffered(entry.starts_at, entry.ends_at))
        for whose in filter(None, (entry.practitioner.id, entry.offering.room_id, entry.client.id)):
            self.taken[whose].append(span)
        day = entry.starts_at.astimezone(ZoneInfo(schedule.zone)).date()
        self.per_day[entry.practitioner.id][day] += 1

    def _known(self, offering: Offering, client: User) -> tuple[list[Span], dict[date, int]]:
        whose = filter(None, (offering.practitioner_id, offering.room_id, client.id))
        return [span for each in whose for span in self.taken[each]], self.per_day[offering.practitioner_id]


def is_awake(client: User, moment: datetime) -> bool:
    """Would they choose it, where they live?"""
    return moment.astimezone(ZoneInfo(client.timezone)).hour in WAKING_HOURS


def schedule_of(practitioner: Practitioner, hours: Availability) -> Schedule:
    document: dict[str, Any] = {rule: getattr(hours, rule) for rule in (*RULES, "daily_limit", "weekly", "exceptions")}
    return from_json(document, practitioner.timezone)
