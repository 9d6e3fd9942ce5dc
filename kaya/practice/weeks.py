"""Minutes week by week, as bars: whoever shows them asks here, so that a week has the same number on every page."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import func, select

from kaya.accounts.models import User
from kaya.db import db
from kaya.plots import Plot, day_at, days_between, from_zero
from kaya.practice.models import PracticeSession, SessionState
from kaya.words import say

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SECONDS = 60


def weeks_of(member: User, until: date, number: int) -> dict[date, int]:
    """Minutes of each of so many weeks by its first day, the first first; the last ends with `until`. In one question.

    They are whole, rounded down, as those of `statistics_of` the same seven days are.
    """
    since = until - number * WEEK + DAY
    seconds: Counter[date] = Counter()
    for day, played in played_between(member, since, until):
        seconds[since + (day - since) // WEEK * WEEK] += played
    return {first: seconds[first] // SECONDS for first in (since + n * WEEK for n in range(number))}


def played_between(member: User, since: date, until: date) -> list[tuple[date, int]]:
    """Seconds by day, of what is over."""
    row = PracticeSession
    asked = select(row.day, func.sum(row.played)).where(
        row.user_id == member.id, row.state != SessionState.STARTED, row.played > 0, row.day.between(since, until)
    )
    return [(day, int(played)) for day, played in db.session.execute(asked.group_by(row.day))]


def weeks_plot(weeks: Mapping[date, int]) -> Plot:
    """A bar each."""
    first, last, most = min(weeks), max(weeks), max(weeks.values())
    label = say("Minutes in each of the last %(count)s weeks: at most %(most)s.", count=len(weeks), most=most)
    plot = Plot(x=days_between(first, last, marks=3, end=str(say("This week"))), y=from_zero(most), label=str(label))
    return plot.bars((day_at(week), minutes) for week, minutes in weeks.items())
