"""What fits this hour of a member's day, each with its reason: what helped them, what they return to, what is new."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from kaya.accounts.models import User
from kaya.db import db
from kaya.practice.days import day_of, local, time_of_day
from kaya.practice.models import Practice
from kaya.practice.script import TimeOfDay
from kaya.practice.shelf import Wanted, matching
from kaya.practice.statistics import change_over, held
from kaya.words import count, say

LOOKED_BACK = timedelta(days=180)
A_DAY = timedelta(days=1)
OFTEN = 3

FITTING: dict[TimeOfDay, Any] = {
    TimeOfDay.MORNING: say("It suits a morning."),
    TimeOfDay.DAY: say("It fits into a day."),
    TimeOfDay.EVENING: say("It suits an evening."),
    TimeOfDay.NIGHT: say("For when it is dark."),
}


@dataclass(frozen=True)
class Suggestion:
    """`reason` says in a sentence why this one; it counts, and never says that anything caused anything."""

    practice: Practice
    reason: Any


def suggestions(member: User, count: int = 3) -> list[Suggestion]:
    """For this hour by their own clock, the likeliest first and no two of a kind; the same all day.

    Two questions to the database, however long they have practised.
    """
    today, time = day_of(member), time_of_day(local(member).hour)
    rows = list(db.session.scalars(matching(member, Wanted(time=time, own=False)).order_by(Practice.position)))
    before = by_practice(held(member, today - LOOKED_BACK, None))
    random.Random(f"{member.id}{today}{time}").shuffle(rows)
    weighed = [(weight(before[practice.id], today), practice) for practice in rows]
    weighed.sort(key=lambda pair: -pair[0])
    return [Suggestion(each, reason(before[each.id], time)) for each in of_different_kinds(p for _, p in weighed)][
        :count
    ]


def by_practice(rows: list[Row[Any]]) -> dict[UUID | None, list[Row[Any]]]:
    found: dict[UUID | None, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.practice_id].append(row)
    return found


def weight(rows: list[Row[Any]], today: Any) -> float:
    """What clearly went with brighter moods comes first; then what they come back to.

    What was done today or the day before rests.
    """
    change = change_over(rows)
    liked = change.mean + 2 if change and change.low > 0 else 1.0 if len(rows) >= OFTEN else 0.0
    return liked - (4 if any(row.day >= today - A_DAY for row in rows) else 0)


def reason(rows: list[Row[Any]], time: TimeOfDay) -> Any:
    change = change_over(rows)
    if change and change.low > 0:
        return say("Of %(n)s times, %(better)s left you lighter.", n=change.n, better=change.better)
    if len(rows) >= OFTEN:
        return count("You have come back to it once.", "You have come back to it %(num)s times.", len(rows) - 1)
    return FITTING[time]


def of_different_kinds(practices: Iterable[Practice]) -> list[Practice]:
    kinds: dict[str, Practice] = {}
    for practice in practices:
        kinds.setdefault(practice.kind, practice)
    return list(kinds.values())
