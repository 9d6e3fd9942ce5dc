"""Which times can be booked, why others cannot, and which are nearest: three questions, one set of rules."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

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
    ROOM_TAKEN = "room_taken"


COLLISIONS = (Reason.TAKEN, Reason.BUFFER, Reason.ROOM_TAKEN, Reason.HELD)


@dataclass(frozen=True)
class Busy:
    """Claimed time in aware instants, its own buffers included; a hold says when it lapses.

    `is_elsewhere`: somebody else's, who needs the same room.
    """

    start: datetime
    end: datetime
    held_until: datetime | None = None
    buffer_before_minutes: int = 0
    buffer_after_minutes: int = 0
    is_elsewhere: bool = False
    reservation_id: UUID | None = None


@dataclass(frozen=True)
class WhyNot:
    """Why a start is not offered, and what is `in_the_way`; what is held is so `until` then."""

    reason: Reason
    until: datetime | None = None
    in_the_way: tuple[Busy, ...] = field(default=(), compare=False)


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


def objections(
    schedule: Schedule,
    length_minutes: int,
    start: datetime,
    now: datetime,
    busy: Collection[Busy] = (),
    booked_per_day: Mapping[date, int] = _NONE_BOOKED,
) -> list[WhyNot]:
    """Everything for which `slots` does not offer `start`, what weighs most first; nothing where it does.

    A `start` in a zone other than UTC may be a wall time that does not exist there. Buffer means that only the time
    kept around appointments is in the way.
    """
    found = _Rules(schedule, length_minutes, now, busy, booked_per_day).objections(start)
    told = [WhyNot(reason) for reason in found if reason is not Reason.TAKEN]
    return told + list(_collisions(schedule, length_minutes, start, busy)) if Reason.TAKEN in found else told


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
                if not any(self._objections(working, start, day)):
                    yield start

    def objections(self, start: datetime) -> list[Reason]:
        """Everything against `start`, on the grid or off it; any collision is TAKEN, and the last."""
        minute = minute_of(start)
        if far := self._far_off(minute):
            return [far]
        if not occurs(start):
            return [Reason.DOES_NOT_EXIST]
        working = self._working_time(minute, minute + 1)
        found = list(self._objections(working, minute, local_day(start, self._schedule.zone_info)))
        on_step = minute == minute_from(start) and any(working.grid(minute, minute + 1))
        if not on_step and working.spans.cover(minute, minute + 1):
            found.insert(1 if Reason.OUTSIDE_HOURS in found else 0, Reason.OFF_STEP)
        return found

    def _objections(self, working: WorkingTime, start: int, day: int) -> Iterator[Reason]:
        end = start + self._length
        if not working.spans.cover(start, end):
            yield Reason.OUTSIDE_HOURS
        if start < self.first:
            yield Reason.TOO_SOON
        if day > self._last_day:
            yield Reason.BEYOND_WINDOW
        if day in self._full_days:
            yield Reason.DAY_FULL
        before, after = self._schedule.buffer_before_minutes, self._schedule.buffer_after_minutes
        if self._busy.meet(start - before, end + after):
            yield Reason.TAKEN

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


def _collisions(schedule: Schedule, length: int, start: datetime, busy: Iterable[Busy]) -> Iterator[WhyNot]:
    first, end = minute_of(start), minute_of(start) + length
    before, after = schedule.buffer_before_minutes, schedule.buffer_after_minutes
    by_reason: dict[Reason, list[Busy]] = {each: [] for each in COLLISIONS}
    for each in busy:
        if Spans([whole_minutes(each)]).meet(first - before, end + after):
            by_reason[_kind_of(each, first, end)].append(each)
    for reason, found in by_reason.items():
        if found:
            yield WhyNot(
                reason, max((each.held_until for each in found if each.held_until), default=None), tuple(found)
            )


def _kind_of(busy: Busy, first: int, end: int) -> Reason:
    if busy.held_until is not None:
        return Reason.HELD
    if busy.is_elsewhere:
        return Reason.ROOM_TAKEN
    return Reason.TAKEN if _unbuffered(busy).meet(first, end) else Reason.BUFFER


def _unbuffered(busy: Busy) -> Spans:
    start, end = whole_minutes(busy)
    return Spans([(start + busy.buffer_before_minutes, end - busy.buffer_after_minutes)])
