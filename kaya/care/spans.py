"""Spans of time: half-open, and merged so that a question about them is one bisection."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Span(NamedTuple):
    """From `start` up to, not including, `end`; both are instants."""

    start: datetime
    end: datetime


class Spanning(Protocol):
    """Anything that lasts from a start to an end, both aware: a Span, a Busy, an appointment."""

    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...


class Spans:
    """Half-open spans of whole minutes since the epoch, in order; what touches or overlaps is merged."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(pairs):
            self._append(start, end)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._ends, strict=True)

    def cover(self, start: int, end: int) -> bool:
        """Does one span hold all of it?"""
        place = bisect_right(self._starts, start)
        return place > 0 and end <= self._ends[place - 1]

    def meet(self, start: int, end: int) -> bool:
        """Does any span share a moment with it?"""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < end

    def _append(self, start: int, end: int) -> None:
        if self._ends and start <= self._ends[-1]:
            self._ends[-1] = max(self._ends[-1], end)
        elif start < end:
            self._starts.append(start)
            self._ends.append(end)


def whole_minutes(span: Spanning) -> tuple[int, int]:
    """The span in minutes since the epoch, rounded outwards; an empty one stays empty."""
    # Measured from the epoch: two times of one zone would be compared by their wall clocks.
    start, end = span.start - EPOCH, span.end - EPOCH
    return start // MINUTE, -(-end // MINUTE) if start < end else start // MINUTE


def minute_of(instant: datetime) -> int:
    """The minute since the epoch that an aware instant lies in."""
    return (instant - EPOCH) // MINUTE


def minute_from(instant: datetime) -> int:
    """The first minute since the epoch that begins at an aware instant or after it."""
    return -((EPOCH - instant) // MINUTE)


def instant_of(minute: int) -> datetime:
    """The beginning of a minute since the epoch, in UTC."""
    return EPOCH + timedelta(minutes=minute)
