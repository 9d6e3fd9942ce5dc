"""A practitioner's hours: when they work, in their own wall time, and by which rules that time is offered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

DAY_MINUTES = 24 * 60
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

BOUNDS = {
    "slot_step_minutes": (5, 240),
    "buffer_before_minutes": (0, 240),
    "buffer_after_minutes": (0, 240),
    "minimum_notice_minutes": (0, 43_200),
    "window_days": (1, 365),
    "daily_limit": (1, 100),
}


class InvalidSchedule(ValueError):
    """What is wrong with a schedule: `errors` maps a field, named as in the API, to sentences."""

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        self.errors: dict[str, list[str]] = defaultdict(list)
        for field, problem in problems:
            self.errors[field].append(problem)
        super().__init__("; ".join(f"{field}: {' '.join(told)}" for field, told in self.errors.items()))


@dataclass(frozen=True, order=True)
class TimeRange:
    """From `start` up to `end` on one day, in minutes of local wall time since midnight, 0 to 1440."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{format_time(self.start)} to {format_time(self.end)}"


@dataclass(frozen=True, order=True)
class WeeklyRange:
    """A time range of every week; `weekday` counts from Monday, 0, to Sunday, 6."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True)
class DayException:
    """What one local day has instead of its weekly hours: other ranges, or none, which is closed."""

    day: date
    ranges: tuple[TimeRange, ...] = ()

    @property
    def is_closed(self) -> bool:
        return not self.ranges


@dataclass(frozen=True)
class Schedule:
    """Working hours in the wall time of `zone` (an IANA name), and the rules by which they are offered.

    Starts go by `slot_step_minutes` from the start of each range. The last bookable local day is `window_days` after
    today. Raises InvalidSchedule, naming every field that is wrong.
    """

    zone: str = "UTC"
    weekly: tuple[WeeklyRange, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    slot_step_minutes: int = 30
    buffer_before_minutes: int = 0
    buffer_after_minutes: int = 0
    minimum_notice_minutes: int = 120
    window_days: int = 60
    daily_limit: int | None = None

    def __post_init__(self) -> None:
        if problems := list(_problems(self)):
            raise InvalidSchedule(problems)

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def ranges_on(self, day: date) -> Sequence[TimeRange]:
        """The working ranges of a local day, earliest first; an exception replaces the weekly ones."""
        return self._exceptional.get(day, self._usual[day.weekday()])

    def buffered(self, start: datetime, end: datetime) -> tuple[datetime, datetime]:
        """The span that an appointment from `start` to `end` claims, its buffers included, in UTC."""
        before, after = timedelta(minutes=self.buffer_before_minutes), timedelta(minutes=self.buffer_after_minutes)
        return start.astimezone(UTC) - before, end.astimezone(UTC) + after

    @cached_property
    def _usual(self) -> list[list[TimeRange]]:
        return [
            sorted(TimeRange(each.start, each.end) for each in self.weekly if each.weekday == weekday)
            for weekday in range(7)
        ]

    @cached_property
    def _exceptional(self) -> dict[date, list[TimeRange]]:
        return {each.day: sorted(each.ranges) for each in self.exceptions}


def parse_time(text: object) -> int:
    """Minutes since midnight of "09:00"; "24:00" is 1440. Raises ValueError."""
    found = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00)", text) if isinstance(text, str) else None
    if not found:
        raise ValueError(f"{text!r} is not a time such as “09:00”.")
    hour, minute = (int(part) for part in found.groups() if part is not None)
    return hour * 60 + minute


def format_time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _problems(schedule: Schedule) -> Iterator[tuple[str, str]]:
    if schedule.zone not in _zone_names():
        yield "timezone", f"{schedule.zone!r} is not an IANA time zone."
    yield from (("weekly", problem) for problem in _weekly_problems(schedule.weekly))
    yield from (("exceptions", problem) for problem in _exception_problems(schedule.exceptions))
    for field, (least, most) in BOUNDS.items():
        value = getattr(schedule, field)
        if value is not None and not least <= value <= most:
            yield field, f"Must be from {least} to {most}."
    if schedule.slot_step_minutes % 5:
        yield "slot_step_minutes", "Must be a multiple of five."


def _weekly_problems(weekly: Iterable[WeeklyRange]) -> Iterator[str]:
    days = defaultdict(list)
    for each in weekly:
        days[each.weekday].append(TimeRange(each.start, each.end))
    for weekday, ranges in days.items():
        if weekday in range(7):
            yield from _day_problems(WEEKDAYS[weekday], ranges)
        else:
            yield f"Weekday {weekday} is not from 0, Monday, to 6, Sunday."


def _exception_problems(exceptions: Iterable[DayException]) -> Iterator[str]:
    seen = set()
    for each in exceptions:
        if each.day in seen:
            yield f"{each.day} has more than one exception."
        seen.add(each.day)
        yield from _day_problems(str(each.day), each.ranges)


def _day_problems(day: str, ranges: Iterable[TimeRange]) -> Iterator[str]:
    ordered = sorted(ranges)
    for each in ordered:
        if each.start % 5 or each.end % 5 or each.start < 0 or each.end > DAY_MINUTES:
            yield f"{day} {each} must be multiples of five minutes, from 00:00 to 24:00."
        if each.end <= each.start:
            yield f"{day} {each} ends before it has begun."
    for earlier, later in pairwise(ordered):
        if later.start < earlier.end:
            yield f"{day} {earlier} and {later} overlap."


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())
