"""Which times can be booked, why another cannot, and which are nearest: three questions, one set of rules."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kaya.care.hours import DAY_MINUTES, Schedule
from kaya.care.spans import Spanning, Spans, instant_of, minute_from, minute_of, whole_minutes
from kaya.care.working_time import WorkingTime, day_number, local_day, occurs

_NONE_BOOKED: Mapping[date, int] = {}


class Reason(StrEnum):
    DOES_NOT_EXIST = "does_not_exist"
    OUTSIDE_HOURS = "outside_hours"
    OFF_STEP = "off_step"
    TOO_SOON = "too_soon"
    BEYOND_WINDOW = "beyond_window"
    DAY_FULL = "day_full"
    BUFFER = "buffer"
    HELD = "held"
    TAKEN = "taken"


@dataclass(frozen=True)
class WhyNot:
    """Why a start is not offered; one that is held becomes free `until` then, if nobody books it."""

    reason: Reason
    until: datetime | None = None


@dataclass(frozen=True)
class Busy:
    """Claimed time in aware instants, its own buffers included; a hold says when it lapses."""

    start: datetime
    end: datetime
    held_until: datetime | None = None
    buffer_before_minutes: int = 0
    buffer_after_minutes: int = 0


def slots(
    schedule: Schedule,
    length_minutes: int,
    from_instant: datetime,
    to_instant: datetime,
    now: datetime,
    busy: Iterable[Spanning] = (),
    booked_per_day: Mapping[date, int] = _NONE_BOOKED,
) -> Iterator[datetime]:
    """The starts in UTC, in order, from `from_instant` up to `to_instant`, at which `length_minutes` can be booked.

    All instants are aware, and naive ones are refused with TypeError. `busy` is claimed time, its own buffers included,
    in any order; `booked_per_day` counts appointments by the practitioner's local day. The time itself lies in working
    hours; its buffers may reach beyond them.
    """
    rules = _Rules(schedule, length_minutes, now, busy, booked_per_day)
    return map(instant_of, rules.starts(minute_from(from_instant), minute_from(to_instant)))


def why_not(
    schedule: Schedule,
    length_minutes: int,
    start: datetime,
    now: datetime,
    busy: Collection[Busy] = (),
    booked_per_day: Mapping[date, int] = _NONE_BOOKED,
) -> WhyNot | None:
    """The first reason why `slots` does not offer `start`, or None where it does.

    A `start` in a zone other than UTC may be a wall time that does not exist there. Buffer means that only the time
    kept around appointments is in the way; held, that nothing but holds is.
    """
    rules = _Rules(schedule, length_minutes, now, busy, booked_per_day)
    reason = rules.objection(start)
    if reason is Reason.TAKEN:
        return _collision(schedule, length_minutes, start, busy)
    return WhyNot(reason) if reason else None


def nearest(
    schedule: Schedule,
    length_minutes: int,
    wanted: datetime,
    now: datetime,
    busy: Iterable[Spanning] = (),
    booked_per_day: Mapping[date, int] = _NONE_BOOKED,
    n: int = 3,
) -> list[datetime]:
    """The `n` bookable starts in UTC nearest to `wanted`, before and after it, the nearest first, earlier before later.

    Looks as far as the booking window, so `busy` and `booked_per_day` must reach as far.
    """
    rules = _Rules(schedule, length_minutes, now, busy, booked_per_day)
    around = min(max(minute_of(wanted), rules.first), rules.end)
    reach, found = 0, list[int]()
    while len(found) < n and reach < rules.end - rules.first:
        reach = max(2 * reach, DAY_MINUTES)
        found = list(rules.starts(around - reach, around + reach))
    return [instant_of(start) for start in sorted(found, key=lambda start: (abs(start - around), start))[:n]]


class _Rules:
    """What one practitioner offers at one moment for one length, in minutes and days since the epoch."""

    def __init__(
        self, schedule: Schedule, length: int, now: datetime, busy: Iterable[Spanning], booked: Mapping[date, int]
    ) -> None:
        if length < 1:
            raise ValueError(f"A length of {length} minutes cannot be booked.")
        self._schedule = schedule
        self._length = length
        self._busy = Spans(map(whole_minutes, busy))
        self._full_days = _full_days(schedule.daily_limit, booked)
        self._last_day = local_day(now, schedule.zone_info) + schedule.window_days
        self.first = minute_from(now) + schedule.minimum_notice_minutes
        self.end = (self._last_day + 2) * DAY_MINUTES

    def starts(self, first: int, end: int) -> Iterator[int]:
        """The starts on offer from `first` up to `end`."""
        first, end = max(first, self.first), min(end, self.end)
        if first < end:
            working = self._working_time(first, end)
            for start, day in working.grid(first, end):
                if self._objection(working, start, day) is None:
                    yield start

    def objection(self, start: datetime) -> Reason | None:
        """Why `start`, on the grid or off it, is not on offer; any collision is TAKEN."""
        minute = minute_of(start)
        if far := self._far_off(minute):
            return far
        if not occurs(start):
            return Reason.DOES_NOT_EXIST
        working = self._working_time(minute, minute + 1)
        reason = self._objection(working, minute, local_day(start, self._schedule.zone_info))
        on_step = minute == minute_from(start) and any(working.grid(minute, minute + 1))
        return reason if on_step or reason is Reason.OUTSIDE_HOURS else Reason.OFF_STEP

    def _objection(self, working: WorkingTime, start: int, day: int) -> Reason | None:
        end = start + self._length
        if not working.spans.cover(start, end):
            return Reason.OUTSIDE_HOURS
        if start < self.first:
            return Reason.TOO_SOON
        if day > self._last_day:
            return Reason.BEYOND_WINDOW
        if day in self._full_days:
            return Reason.DAY_FULL
        before, after = self._schedule.buffer_before_minutes, self._schedule.buffer_after_minutes
        return Reason.TAKEN if self._busy.meet(start - before, end + after) else None

    def _working_time(self, first: int, end: int) -> WorkingTime:
        # Local days begin up to 14 hours off, and a zone that crosses the date line skips one.
        days_beyond = 2 + self._length // DAY_MINUTES
        return WorkingTime(self._schedule, first // DAY_MINUTES - 1, end // DAY_MINUTES + days_beyond)

    def _far_off(self, minute: int) -> Reason | None:
        # A year from here no window reaches, and the calendar's own ends, years 1 and 9999, have no zones.
        if minute < self.first - 366 * DAY_MINUTES:
            return Reason.TOO_SOON
        return Reason.BEYOND_WINDOW if minute > self.end + 366 * DAY_MINUTES else None


def _full_days(limit: int | None, booked: Mapping[date, int]) -> set[int]:
    return set() if limit is None else {day_number(day) for day, count in booked.items() if count >= limit}


def _collision(schedule: Schedule, length: int, start: datetime, busy: Iterable[Busy]) -> WhyNot:
    first, end = minute_of(start), minute_of(start) + length
    before, after = schedule.buffer_before_minutes, schedule.buffer_after_minutes
    in_the_way = [each for each in busy if Spans([whole_minutes(each)]).meet(first - before, end + after)]
    booked = [each for each in in_the_way if each.held_until is None]
    if not booked:
        return WhyNot(Reason.HELD, max(each.held_until for each in in_the_way if each.held_until))
    taken = any(_unbuffered(each).meet(first, end) for each in booked)
    return WhyNot(Reason.TAKEN if taken else Reason.BUFFER)


def _unbuffered(busy: Busy) -> Spans:
    start, end = whole_minutes(busy)
    return Spans([(start + busy.buffer_before_minutes, end - busy.buffer_after_minutes)])
