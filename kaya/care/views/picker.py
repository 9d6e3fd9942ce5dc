"""The slot picker: a strip of seven days with one day's times or the whole week's, by the reader's calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from flask_babel import format_date

from kaya import clock
from kaya.care import openings, refusing
from kaya.care.diary import Diary
from kaya.care.models import Hold
from kaya.care.openings import WhyNot
from kaya.care.slot import Daypart, Slot, by_local_day, daypart
from kaya.care.views.times import Time, begin
from kaya.words import say

WEEK = 7
MOST_IN_A_WEEK_VIEW = 12
PARTS = {
    Daypart.NIGHT: say("Night"),
    Daypart.MORNING: say("Morning"),
    Daypart.AFTERNOON: say("Afternoon"),
    Daypart.EVENING: say("Evening"),
}

Address = Callable[..., str]


@dataclass(frozen=True)
class Day:
    """A day of the strip, and how many times are free on it."""

    date: date
    free: int
    href: str
    is_current: bool

    @property
    def weekday(self) -> str:
        return str(format_date(self.date, "EEE"))

    @property
    def number(self) -> int:
        return self.date.day


class Picker:
    """What can be booked of `diary`, as it stands in the address: `day`, `view`, and `wanted`, the time asked for.

    `zone` is the reader's; `address(**changes)` makes the links. With `held`, what the reader holds, or `moving`, the
    start of what they move, that time is theirs to take.
    """

    def __init__(
        self,
        diary: Diary,
        address: Address,
        *,
        zone: str,
        day: date | None = None,
        view: str = "day",
        wanted: datetime | None = None,
        held: Hold | None = None,
        moving: datetime | None = None,
    ) -> None:
        self.diary = diary.without(held.id if held else None)
        self.address, self.zone, self.view, self.wanted = address, zone, view, wanted
        self.held, self.moving, self.asked_day = held, moving, day
        self.today = clock.today(zone)

    @cached_property
    def day(self) -> date:
        """The one asked for, else that of what is held or moved, else the first with a free time."""
        if self.asked_day:
            return min(max(self.asked_day, self.today), self.last_day)
        for start in (self.held.starts_at if self.held else None, self.wanted, self.moving, self.first_free):
            if start and (day := self.local(start).date()) >= self.today:
                return min(day, self.last_day)
        return self.today

    @cached_property
    def first_free(self) -> datetime | None:
        soon = self.diary.slots(clock.now(), begin(self.today + timedelta(WEEK), self.zone))
        found = soon or self.diary.nearest(clock.now(), 1)
        return found[0].start if found else None

    @cached_property
    def last_day(self) -> date:
        """The last day of the reader's calendar that the booking window reaches."""
        schedule = self.diary.schedule
        last = clock.today(schedule.zone) + timedelta(schedule.window_days + 1)
        return self.local(begin(last, schedule.zone) - timedelta(minutes=1)).date()

    @property
    def first_of_strip(self) -> date:
        return self.today + timedelta((self.day - self.today).days // WEEK * WEEK)

    @cached_property
    def dates(self) -> list[date]:
        return [self.first_of_strip + timedelta(n) for n in range(WEEK)]

    @cached_property
    def free(self) -> dict[date, list[Slot]]:
        since, until = begin(self.dates[0], self.zone), begin(self.dates[-1] + timedelta(1), self.zone)
        return by_local_day(self.diary.slots(since, until), self.zone)

    @property
    def days(self) -> list[Day]:
        return [Day(d, len(self.free.get(d, ())), self.address(day=d), d == self.day) for d in self.dates]

    @property
    def week_before(self) -> str:
        before = self.first_of_strip - timedelta(WEEK)
        return self.address(day=before, view=self.view) if before >= self.today else ""

    @property
    def week_after(self) -> str:
        after = self.first_of_strip + timedelta(WEEK)
        return self.address(day=after, view=self.view) if after <= self.last_day else ""

    @cached_property
    def parts(self) -> list[tuple[Any, list[Time]]]:
        """The day's times by morning, afternoon and evening; those that are taken keep their places."""
        if not self.free.get(self.day):
            return []
        times = [self.time(start) for start in self.starts_of_day]
        return [(words, some) for part, words in PARTS.items() if (some := [t for t in times if part is part_of(t)])]

    @property
    def starts_of_day(self) -> list[datetime]:
        """What the hours alone would offer on the day, free or not."""
        since, until = begin(self.day, self.zone), begin(self.day + timedelta(1), self.zone)
        diary = self.diary
        return list(openings.slots(diary.schedule, diary.minutes, max(since, clock.now()), until, clock.now()))

    @property
    def week(self) -> list[tuple[date, list[Time], int]]:
        """Each day's free times, the first dozen of them, and how many more there are."""
        shown = []
        for day in self.dates:
            slots = self.free.get(day, [])
            times = [self.time(slot.start) for slot in slots[:MOST_IN_A_WEEK_VIEW]]
            shown.append((day, times, max(0, len(slots) - MOST_IN_A_WEEK_VIEW)))
        return shown

    def time(self, start: datetime) -> Time:
        chosen = self.held.starts_at if self.held else self.wanted if self.moving else None
        is_free = start in self.free_starts and start != self.moving
        return Time(start, self.zone, self.diary.schedule.zone, is_free=is_free, is_chosen=start == chosen)

    @cached_property
    def free_starts(self) -> frozenset[datetime]:
        return frozenset(slot.start for slots in self.free.values() for slot in slots)

    @cached_property
    def next_free(self) -> datetime | None:
        """The free time nearest to a day without any."""
        found = self.diary.nearest(max(begin(self.day, self.zone), clock.now()), 1)
        return found[0].start if found else None

    # A time that was asked for

    @cached_property
    def objection(self) -> WhyNot | None:
        return self.diary.why_not(self.wanted) if self.wanted else None

    @property
    def is_wanted_free(self) -> bool:
        return bool(self.wanted) and self.diary.is_open and self.objection is None

    @property
    def refusal(self) -> Any:
        """In general words, why the time that was asked for cannot be had."""
        if self.wanted and self.wanted <= clock.now():
            return say("This time is over.")
        return refusing.WORDS[self.objection.reason][2] if self.objection else None

    @property
    def alternatives(self) -> list[Time]:
        nearest = self.diary.nearest(self.wanted, refusing.ALTERNATIVES) if self.wanted else []
        return [Time(slot.start, self.zone, self.diary.schedule.zone) for slot in nearest]

    @property
    def free_until(self) -> datetime | None:
        """Until when what is held could be moved or cancelled, once it is booked."""
        if self.held is None:
            return None
        return self.held.starts_at - timedelta(hours=self.held.offering.service.cancellation_notice_hours)

    def is_final(self, hours: int) -> bool:
        """Is the time that was asked for nearer than the notice, so that whoever books it stays with it?"""
        return self.wanted is not None and self.wanted - timedelta(hours=hours) <= clock.now()

    def is_day_final(self, hours: int) -> bool:
        """Is every free time that is shown nearer than the notice?"""
        starts = self.free_starts if self.view == "week" else [slot.start for slot in self.free.get(self.day, ())]
        return bool(starts) and max(starts) - timedelta(hours=hours) <= clock.now()

    def beside(self, start: datetime) -> Time:
        return Time(start.astimezone(UTC), self.zone, self.diary.schedule.zone)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))

    @property
    def is_abroad(self) -> bool:
        """Do the two clocks show something else on this day?"""
        return self.beside(datetime.combine(self.day, time(12), ZoneInfo(self.zone))).is_abroad


def part_of(shown: Time) -> Daypart:
    return daypart(shown.local.time())
