"""How it has been: days over a month, a quarter or a year, and months over all the years."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from statistics import median
from typing import Any

from sqlalchemy import Row, select

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import db
from kaya.mood.models import MoodDay, MoodMonth
from kaya.mood.recounting import quarters

YEAR_DAYS = 365
MOST_DAYS = 366  # that are looked at one by one: a leap year


class Span(StrEnum):
    MONTH = "30"
    QUARTER = "90"
    YEAR = "365"
    ALL = "all"

    @property
    def days(self) -> int:
        """How far back its days are looked at; of all the years, the last."""
        return YEAR_DAYS if self is Span.ALL else int(self)


# As long as a month and a quarter of the calendar may be, and thirteen weeks are.
LONGEST = {Span.MONTH: 31, Span.QUARTER: 92}


@dataclass(frozen=True)
class Spot:
    """A day, or a month by its first: the middle of its valences, and where they lie; of a month, half of its days."""

    day: date
    median: float
    low: float
    high: float
    entries: int
    days: int = 1


@dataclass(frozen=True)
class Trend:
    """`days` are those of the span, of all the years those of the last; `months` there are for all the years only.

    `since` and `until` are the member's own days, both included; where these were chosen, `span` is the shortest that
    holds as many. Everything is in valence, from -1 to 1.
    """

    span: Span
    since: date
    until: date
    days: Sequence[Row[Any]]
    months: Sequence[Spot]

    @property
    def is_by_month(self) -> bool:
        """Are there so many years that days would be too many to look at?"""
        return len(self.months) > MONTHS_ARE_MANY

    @cached_property
    def spots(self) -> Sequence[Spot]:
        if self.is_by_month:
            return self.months
        return [Spot(row.day, row.median, row.low, row.high, row.entries) for row in self.days]

    @property
    def entries(self) -> int:
        return sum(spot.entries for spot in self.spots)

    @property
    def median(self) -> float | None:
        """The middle of the spots' medians; None without any."""
        return median(spot.median for spot in self.spots) if self.spots else None


MONTHS_ARE_MANY = 13
COLUMNS = (
    MoodDay.day,
    MoodDay.median,
    MoodDay.low,
    MoodDay.high,
    MoodDay.entries,
    MoodDay.activities,
    MoodDay.sleep_hours,
    MoodDay.sleep_quality,
)


def trend_of(member: User, span: Span) -> Trend:
    """In one question, or two for all the years: at most a year's days and each year's twelve months are read."""
    until = day_of(member)
    since = until - timedelta(days=span.days - 1)
    days = days_of(member, since, until)
    if span is not Span.ALL:
        return Trend(span, since, until, days, [])
    trend = Trend(span, since, until, days, months_of(member))
    return replace(trend, since=min([spot.day for spot in trend.spots[:1]], default=since))


def trend_between(member: User, since: date, until: date) -> Trend:
    """By days, both included, in one question; more than `MOST_DAYS` are the caller's to refuse."""
    length = (until - since).days + 1
    span = next((each for each, longest in LONGEST.items() if length <= longest), Span.YEAR)
    return Trend(span, since, until, days_of(member, since, until), [])


def days_of(member: User, since: date, until: date) -> Sequence[Row[Any]]:
    """The days on which something was said, the first first."""
    mine = select(*COLUMNS).where(MoodDay.user_id == member.id, MoodDay.day.between(since, until))
    return db.session.execute(mine.order_by(MoodDay.day)).all()


def months_of(member: User) -> list[Spot]:
    row = MoodMonth
    columns = (row.month, row.median, row.low, row.high, row.entries, row.days)
    mine = select(*columns).where(row.user_id == member.id).order_by(row.month)
    return [Spot(*each) for each in db.session.execute(mine)]


@dataclass(frozen=True)
class Around:
    """Of the days around one: the middle of their medians, and between which half of them lie."""

    day: date
    median: float
    low: float
    high: float


FEW = 3


def around(spots: Sequence[Spot], width: int, step: int = 1) -> list[Around | date]:
    """A window of `width` days, moved on by `step`; where it holds fewer than three days, only the day itself."""
    if not spots:
        return []
    half, found, day = timedelta(days=width // 2), [], spots[0].day
    begin = 0
    while day <= spots[-1].day + timedelta(days=step - 1):
        centre = min(day, spots[-1].day)
        while spots[begin].day < centre - half:
            begin += 1
        near = within(spots, begin, centre + half)
        found.append(Around(centre, median(near), *quarters(near)) if len(near) >= FEW else centre)
        day += timedelta(days=step)
    return found


def within(spots: Sequence[Spot], begin: int, until: date) -> list[float]:
    found = []
    for spot in spots[begin:]:
        if spot.day > until:
            break
        found.append(spot.median)
    return found
