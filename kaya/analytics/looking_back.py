"""How it has been over some weeks: what was practised, how it was said to be, and on how many days one wrote."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import db
from kaya.journal.models import Entry, Gratitude
from kaya.mood.insights import Insight, insights_over
from kaya.mood.trends import Trend, trend_between
from kaya.practice.statistics import Statistics, statistics_of
from kaya.practice.weeks import weeks_of

WEEKS = 13
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Writing:
    """On how many days something was written, and how many pages and lists of gratitude there are."""

    days: int
    pages: int
    thanks: int


@dataclass(frozen=True)
class LookBack:
    """Of the member's own days from `since` to `until`, both included: thirteen weeks that end today.

    Each part is of that same time. `weeks` are the minutes of each by its first day.
    """

    since: date
    until: date
    practice: Statistics
    weeks: dict[date, int]
    mood: Trend
    insights: list[Insight]
    writing: Writing

    @property
    def is_empty(self) -> bool:
        return not (self.practice.sessions or self.mood.days or self.writing.days)


def look_back(member: User) -> LookBack:
    """In six questions."""
    until = day_of(member)
    since = until - WEEKS * WEEK + DAY
    practice, mood = statistics_of(member, since, until), trend_between(member, since, until)
    weeks = weeks_of(member, until, WEEKS)
    return LookBack(
        since, until, practice, weeks, mood, insights_over(mood.days), writing_between(member, since, until)
    )


def writing_between(member: User, since: date, until: date) -> Writing:
    """Sealed pages count as well; nothing is opened."""
    pages = counted(Entry.of(member).where(Entry.day.between(since, until)), Entry.day)
    thanks = counted(Gratitude.of(member).where(Gratitude.day.between(since, until)), Gratitude.day)
    return Writing(len(pages.keys() | thanks.keys()), pages.total(), thanks.total())


def counted(rows: Select[Any], day: Any) -> Counter[date]:
    found = db.session.execute(rows.order_by(None).with_only_columns(day, func.count()).group_by(day))
    return Counter({row[0]: row[1] for row in found})
