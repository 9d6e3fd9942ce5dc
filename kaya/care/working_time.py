"""Where wall-clock hours lie in UTC, on days of 23, 24 and 25 hours alike."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kaya.care.hours import DAY_MINUTES, Schedule
from kaya.care.spans import MINUTE, Span, Spans, instant_of

_EPOCH_DAY = date(1970, 1, 1).toordinal()


class WorkingTime:
    """A schedule over some local days, the last included. Days and minutes count from the epoch, minutes in UTC."""

    def __init__(self, schedule: Schedule, first_day: int, last_day: int) -> None:
        self._step = schedule.slot_step_minutes
        self._stretches = list(_stretches(schedule.zone_info, first_day, last_day))
        self._ranges = [
            (day * DAY_MINUTES + each.start, day * DAY_MINUTES + each.end)
            for day in range(first_day, last_day + 1)
            for each in schedule.ranges_on(_date_of(day))
        ]
        self.spans = Spans(self._pieces())

    def grid(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """Every (start, local day) from `first` up to `end` that lies a number of steps from the start of its range.

        Steps are counted on the wall clock, so that starts stay round: times that do not exist are left out, and times
        that occur twice come twice.
        """
        for stretch in self._stretches:
            for opens, closes in self._ranges:
                low = max(opens, max(stretch.start, first) + stretch.offset)
                high = min(closes, min(stretch.end, end) + stretch.offset)
                for wall in range(low + (opens - low) % self._step, high, self._step):
                    yield wall - stretch.offset, wall // DAY_MINUTES

    def _pieces(self) -> Iterator[tuple[int, int]]:
        for stretch in self._stretches:
            for opens, closes in self._ranges:
                start, end = max(opens - stretch.offset, stretch.start), min(closes - stretch.offset, stretch.end)
                if start < end:
                    yield start, end


def open_spans(schedule: Schedule, first_day: date, last_day: date) -> list[Span]:
    """The working time of the practitioner's local days, the last included, as merged spans in UTC, in order.

    Wall times that a change of the clock skips are not working time; those that it repeats are, both times. An end of
    24:00 is the next local midnight, or where midnight is skipped, the moment of the change.
    """
    working = WorkingTime(schedule, day_number(first_day), day_number(last_day))
    return [Span(instant_of(start), instant_of(end)) for start, end in working.spans]


def local_day(instant: datetime, zone: ZoneInfo) -> int:
    """The day, counted from the epoch, that the zone's calendar shows at an aware instant."""
    return day_number(instant.astimezone(zone).date())


def day_number(day: date) -> int:
    return day.toordinal() - _EPOCH_DAY


def occurs(moment: datetime) -> bool:
    """Does the wall clock of the moment's own zone ever show it? False within the hour that summer time skips."""
    shown = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return shown.replace(tzinfo=None) == moment.replace(tzinfo=None)


def occurs_twice(moment: datetime) -> bool:
    """Does the wall clock of the moment's own zone show it twice, so that a reader must be told which one is meant?"""
    return occurs(moment) and moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()


class _Stretch(NamedTuple):
    """Minutes in UTC during which a zone's wall clock is ahead by the same number of minutes."""

    start: int
    end: int
    offset: int


def _stretches(zone: ZoneInfo, first_day: int, last_day: int) -> Iterator[_Stretch]:
    # A day more on both sides: local days reach up to 14 hours beyond those of UTC.
    start, end = (first_day - 1) * DAY_MINUTES, (last_day + 2) * DAY_MINUTES
    for since, until in pairwise([start, *_changes(zone, start, end), end]):
        yield _Stretch(since, until, _offset(zone, since))


def _changes(zone: ZoneInfo, start: int, end: int) -> Iterator[int]:
    # Looking once a day is enough: no zone changes its clock twice in a day.
    for before, after in pairwise(range(start, end + 1, DAY_MINUTES)):
        old, new = _offset(zone, before), _offset(zone, after)
        if old != new:
            yield before + bisect_left(range(before, after), True, key=lambda minute: _offset(zone, minute) != old)


def _offset(zone: ZoneInfo, minute: int) -> int:
    ahead = instant_of(minute).astimezone(zone).utcoffset()
    assert ahead is not None
    return ahead // MINUTE


def _date_of(day: int) -> date:
    return date.fromordinal(day + _EPOCH_DAY)
