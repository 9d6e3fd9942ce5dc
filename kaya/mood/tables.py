"""The numbers behind the plots: by week or month, by activity, by sleep; each with how many days it is made of."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from kaya.mood.insights import FEWEST
from kaya.mood.telling import pleasantness
from kaya.mood.trends import Span, Trend
from kaya.words import say

MOST = 12
NIGHTS = (
    (5.0, say("under 5 hours")),
    (6.0, say("5 to 6 hours")),
    (7.0, say("6 to 7 hours")),
    (8.0, say("7 to 8 hours")),
    (25.0, say("8 hours or more")),
)


@dataclass(frozen=True)
class Stretch:
    """A week or a month by its first day, or by that of the span where it began before; `median` from 1 to 10."""

    first: date
    days: int
    entries: int
    median: float


@dataclass(frozen=True)
class Group:
    """Days that have something in common: how many, and their median from 1 to 10; None of fewer than five."""

    name: Any
    days: int
    median: float | None


def by_stretch(trend: Trend) -> list[Stretch]:
    """The newest first: weeks up to a quarter, months beyond."""
    if trend.is_by_month:
        rows = [Stretch(spot.day, spot.days, spot.entries, pleasantness(spot.median)) for spot in trend.spots]
        return rows[::-1]
    by_week = trend.span in (Span.MONTH, Span.QUARTER)
    found: defaultdict[date, list[Any]] = defaultdict(list)
    for row in trend.days:
        first = monday(row.day) if by_week else row.day.replace(day=1)
        found[first if trend.span is Span.ALL else max(first, trend.since)].append(row)
    return [Stretch(first, len(rows), sum(row.entries for row in rows), middle(rows)) for first, rows in found.items()][
        ::-1
    ]


def by_activity(days: Sequence[Any]) -> list[Group]:
    """The most often named first."""
    named = Counter(name for day in days for name in day.activities)
    return [grouped(name, [day for day in days if name in day.activities]) for name, _ in named.most_common(MOST)]


def by_sleep(days: Sequence[Any]) -> list[Group]:
    """From short nights to long ones; those that did not occur are left out."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for day in days:
        if day.sleep_hours is not None:
            found[next(n for n, (below, _) in enumerate(NIGHTS) if day.sleep_hours < below)].append(day)
    return [grouped(NIGHTS[n][1], found[n]) for n in sorted(found)]


def grouped(name: Any, days: list[Any]) -> Group:
    return Group(name, len(days), middle(days) if len(days) >= FEWEST else None)


def middle(days: list[Any]) -> float:
    return pleasantness(median(day.median for day in days))


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
