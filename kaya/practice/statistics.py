"""What a member's practising adds up to: minutes, kinds, hours, days, and whether it helps them."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean, stdev
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from kaya.accounts.models import User
from kaya.accounts.stats import Figures, figures
from kaya.db import db
from kaya.practice.days import time_of_day
from kaya.practice.models import PracticeSession, SessionState, is_enough

FEWEST = 5  # nothing is said about how mood changed on fewer sessions than these
SECONDS = 60
COLUMNS = "practice_id", "day", "hour", "kind", "minutes", "state", "played", "mood_before", "mood_after"

# Student's t for 95 %, by degrees of freedom.
T = {4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 10: 2.228, 12: 2.179, 15: 2.131, 20: 2.086, 30: 2.042}
T |= {40: 2.021, 60: 2.000, 120: 1.980, 1000: 1.962}
# Both moods are whole steps: what lies between them is not said. Five changes alike are not certain for that.
ROUNDED = math.sqrt(1 / 6)
MOST = 4


@dataclass(frozen=True)
class Change:
    """How mood, from 1 to 5, changed from before to after over `n` sessions: its mean, and 95 % of where it may lie.

    `better`, `same` and `worse` count them. It is what happened, and says nothing of why.
    """

    n: int
    mean: float
    low: float
    high: float
    better: int
    same: int
    worse: int

    @property
    def is_clear(self) -> bool:
        """Does all of the interval lie on one side?"""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Statistics:
    """Of the member's own days from `since` to `until`, both included; None where it was not said.

    Minutes are those that were practised, however few of a session. Sessions, days, times and moods are told of those
    of which a minute was, or half; what is still open is not told of.
    """

    since: date | None
    until: date | None
    minutes: int
    sessions: int
    completed: int
    days: dict[date, int]
    kinds: dict[str, int]
    times: dict[str, int]
    change: Change | None
    change_by_kind: dict[str, Change]


def statistics_of(member: User, since: date | None = None, until: date | None = None) -> Statistics:
    """In one question, whatever the span. Minutes are whole, rounded down; `kinds` and `days` are in minutes."""
    all_rows = held(member, since, until)
    rows = practised(all_rows)
    by_kind = {kind: [row for row in rows if row.kind == kind] for kind in sorted({row.kind for row in rows})}
    changes = {kind: change_over(some) for kind, some in by_kind.items()}
    return Statistics(
        since,
        until,
        minutes=minutes_in(all_rows),
        sessions=len(rows),
        completed=sum(row.state == SessionState.COMPLETED for row in rows),
        days=minutes_by_day(rows),
        kinds={kind: minutes_in(some) for kind, some in by_kind.items()},
        times=dict(Counter(str(time_of_day(row.hour)) for row in rows)),
        change=change_over(rows),
        change_by_kind={kind: change for kind, change in changes.items() if change},
    )


def helping(member: User, kind: str = "", practice_id: UUID | None = None) -> Change | None:
    """How mood changed over their sessions of a kind, or of one practice; None below FEWEST that tell."""
    rows = practised(held(member, None, None))
    return change_over([row for row in rows if kind in ("", row.kind) and practice_id in (None, row.practice_id)])


@figures
def in_short(member: User) -> Figures:
    """Of all their time here."""
    rows = held(member, None, None)
    counted = practised(rows)
    days = len({row.day for row in counted})
    return {"practice_minutes": minutes_in(rows), "practice_sessions": len(counted), "practice_days": days}


def held(member: User, since: date | None, until: date | None) -> list[Row[Any]]:
    """What is over, and was played at all."""
    row = PracticeSession
    asked = select(*(getattr(row, name) for name in COLUMNS)).where(
        row.user_id == member.id, row.state != SessionState.STARTED, row.played > 0
    )
    if since:
        asked = asked.where(row.day >= since)
    if until:
        asked = asked.where(row.day <= until)
    return list(db.session.execute(asked))


def practised(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Those of which enough was played to make their day one of practice."""
    return [row for row in rows if is_enough(row.played, row.minutes)]


def minutes_by_day(rows: list[Row[Any]]) -> dict[date, int]:
    seconds: Counter[date] = Counter()
    for row in rows:
        seconds[row.day] += row.played
    return {day: seconds[day] // SECONDS for day in sorted(seconds)}


def minutes_in(rows: Iterable[Row[Any]]) -> int:
    return int(sum(row.played for row in rows) // SECONDS)


def change_over(rows: list[Row[Any]]) -> Change | None:
    """None below FEWEST sessions that have a mood before and after."""
    changes = [row.mood_after - row.mood_before for row in rows if row.mood_before and row.mood_after]
    n = len(changes)
    if n < FEWEST:
        return None
    mean = fmean(changes)
    margin = student(n - 1) * max(stdev(changes), ROUNDED) / math.sqrt(n)
    low, high = max(-MOST, mean - margin), min(MOST, mean + margin)
    better, worse = sum(c > 0 for c in changes), sum(c < 0 for c in changes)
    return Change(n, round(mean, 2), round(low, 2), round(high, 2), better, n - better - worse, worse)


def student(freedom: int) -> float:
    """The quantile for so many degrees of freedom, on the careful side."""
    known = [degrees for degrees in T if degrees <= freedom]
    return T[max(known)]
