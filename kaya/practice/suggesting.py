"""What fits a member now, each with its reason: how they said they are, what helped, what they return to, the hour."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low
from typing import Any
from uuid import UUID

from sqlalchemy import Row, or_, select

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db
from kaya.practice.acute import is_apt
from kaya.practice.days import day_of, local, time_of_day
from kaya.practice.models import Practice, PracticeSession, SessionState
from kaya.practice.script import Need, TimeOfDay
from kaya.practice.shelf import Wanted, matching
from kaya.practice.statistics import COLUMNS, change_over, practised
from kaya.practice.vocabulary import FITTING, MADE_FOR
from kaya.words import count, say

LOOKED_BACK = timedelta(days=180)
A_DAY = timedelta(days=1)
OFTEN = 3
LATEST = 20
FEW_HOURS = 2  # what is for more times of day than these is for none of them above all
SHORT = 5  # minutes

# How much each says for a session.
FOR_NEED, FOR_ANOTHER_NEED, FOR_HELPING, FOR_RETURNING, FOR_LENGTH = 5.0, 4.0, 2.0, 1.0, 0.5


@dataclass(frozen=True)
class Felt:
    """What somebody said of how they are, in their `word`, and what such a feeling asks for, the first first."""

    needs: tuple[Need, ...]
    word: Any


@dataclass(frozen=True)
class Length:
    """How many minutes they mostly take, and in a sentence, for what."""

    minutes: int
    reason: Any


Ask = Callable[[User], Felt | None]
asked: list[Ask] = []


def feels(ask: Ask) -> Ask:
    """Declare whoever knows how somebody is now: practice itself knows nothing of moods."""
    asked.append(ask)
    return ask


def felt_now(member: User) -> Felt | None:
    """What they said of how they are, as far as anybody knows and it asks for something."""
    return next((felt for ask in asked if (felt := ask(member))), None)


@dataclass(frozen=True)
class Suggestion:
    """`reasons` say in sentences why this one, for so many `minutes`; they never say that anything caused anything."""

    practice: Practice
    minutes: int
    reasons: tuple[Any, ...]

    @property
    def reason(self) -> str:
        return " ".join(str(each) for each in self.reasons)


@dataclass(frozen=True)
class Circumstances:
    """What is known of a member now. `usual`: how many minutes they mostly take, whatever they practise; None while
    they are new. `lately`: what they did today or the day before, or are at now, were it skipped through; `ever`: what
    they did, as far as it is looked back.
    """

    member: User
    today: date
    time: TimeOfDay
    felt: Felt | None
    usual: int | None
    lately: frozenset[UUID | None]
    ever: frozenset[UUID | None]


def suggestions(member: User, count: int = 3, felt: Felt | None = None) -> list[Suggestion]:
    """For this hour by their own clock, the likeliest first and no two of a kind; the same all day while they feel so.

    What they did today or the day before comes after everything else; what is for a hard hour only in one.
    Two questions to the database, however long they have practised.
    """
    today, time = day_of(member), time_of_day(local(member).hour)
    rows = list(db.session.scalars(matching(member, Wanted(time=time, own=False)).order_by(Practice.position)))
    begun = begun_since(member, today - LOOKED_BACK)
    past = practised(row for row in begun if row.state != SessionState.STARTED)
    lately = frozenset(row.practice_id for row in begun if row.day >= today - A_DAY)
    ever = frozenset(row.practice_id for row in begun)
    now, before = Circumstances(member, today, time, felt, usual_minutes(past, time), lately, ever), by_practice(past)
    random.Random(f"{member.id}{today}{time}").shuffle(rows)
    rows = [each for each in rows if is_for(each, before[each.id], now)] or rows
    rows.sort(key=lambda practice: (practice.id in lately, -weight(practice, before[practice.id], now)))
    return [suggested(each, before[each.id], now) for each in of_different_kinds(rows)[:count]]


def begun_since(member: User, since: date) -> list[Row[Any]]:
    """What was played at all, or kept as done, and is over or not."""
    row = PracticeSession
    columns = select(*(getattr(row, name) for name in COLUMNS))
    begun = or_(row.seconds > 0, row.played > 0, row.state == SessionState.COMPLETED)
    return list(db.session.execute(columns.where(row.user_id == member.id, row.day >= since, begun)))


def is_for(practice: Practice, rows: list[Row[Any]], now: Circumstances) -> bool:
    first = now.felt.needs[0] if now.felt else None
    return is_apt(practice.slug or "", first, is_usual=len(rows) >= OFTEN)


def by_practice(rows: list[Row[Any]]) -> dict[UUID | None, list[Row[Any]]]:
    found: dict[UUID | None, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.practice_id].append(row)
    return found


def usual_minutes(rows: list[Row[Any]], time: TimeOfDay) -> int | None:
    """The middle of the last ones at this time of day; of any, where these are few."""
    then = middle_length([row for row in latest(rows) if time_of_day(row.hour) == time])
    return then or middle_length(latest(rows))


def middle_length(rows: list[Row[Any]]) -> int | None:
    """In minutes, of those that were practised last; a length that they did take. None where there are few."""
    lengths = [row.minutes for row in latest(rows)]
    return median_low(lengths) if len(lengths) >= OFTEN else None


def latest(rows: list[Row[Any]]) -> list[Row[Any]]:
    return sorted(rows, key=lambda row: row.day)[-LATEST:]


def weight(practice: Practice, rows: list[Row[Any]], now: Circumstances) -> float:
    """What is needed comes first, then what clearly went with brighter moods, then what they come back to."""
    need, change = need_met(practice, now), change_over(rows)
    total = 0.0 if need is None or now.felt is None else FOR_NEED if need == now.felt.needs[0] else FOR_ANOTHER_NEED
    total += change.mean + FOR_HELPING if change and change.low > 0 else FOR_RETURNING if len(rows) >= OFTEN else 0.0
    return total + (FOR_LENGTH if length_for(practice, rows, now) else 0.0)


def need_met(practice: Practice, now: Circumstances) -> Need | None:
    needs = now.felt.needs if now.felt else ()
    return next((need for need in needs if need in practice.needs), None)


def suggested(practice: Practice, rows: list[Row[Any]], now: Circumstances) -> Suggestion:
    length = length_for(practice, rows, now)
    need, known = need_met(practice, now), experience(rows, now.member.shows_figures)
    reasons = [MADE_FOR[need](now.felt.word)] if need and now.felt else []
    reasons += [known] if known else []
    if len(reasons) < 2 and length:
        reasons.append(length.reason)
    minutes = length.minutes if length else practice.minutes
    return Suggestion(practice, minutes, tuple(reasons) or (otherwise(practice, minutes, now),))


def otherwise(practice: Practice, minutes: int, now: Circumstances) -> Any:
    """Why, where neither how they are nor what they did before says so: its hour, that it is short, that it is new."""
    if now.time in FITTING and len(practice.times) <= FEW_HOURS:
        return FITTING[now.time]
    if now.time == TimeOfDay.DAY and minutes <= SHORT:
        return say("It is short enough to come between other things.")
    if practice.id in now.ever:
        return say("You know this one already.")
    if now.member.created_at > clock.now() - LOOKED_BACK:
        return say("Something new to you.")
    return say("You have not practised this one in the last half year.")


def length_for(practice: Practice, rows: list[Row[Any]], now: Circumstances) -> Length | None:
    """What they mostly take for this one, or else for whatever they practise, where it can be so long."""
    own = middle_length(rows)
    if own and practice.can_last(own):
        return Length(own, own_words(own, now.member.shows_figures))
    if now.usual and practice.can_last(now.usual):
        return Length(now.usual, say("It is about as long as you mostly practise."))
    return None


def own_words(minutes: int, in_figures: bool) -> Any:
    if not in_figures:
        return say("It is as long as you mostly take for this one.")
    return count("You mostly take one minute for this one.", "You mostly take %(num)s minutes for this one.", minutes)


def experience(rows: list[Row[Any]], in_figures: bool) -> Any:
    """What they know of it themselves; counted, for whoever wants figures."""
    change = change_over(rows)
    if change and change.low > 0:
        return lighter_words(change.better, change.n) if in_figures else say("You mostly felt lighter after it.")
    if len(rows) >= OFTEN:
        times = count("You have come back to it once.", "You have come back to it %(num)s times.", len(rows) - 1)
        return times if in_figures else say("You have come back to it.")
    return None


def lighter_words(better: int, n: int) -> Any:
    if better == n:
        return say("You felt lighter after all %(n)s times.", n=n)
    return say("You felt lighter after %(better)s of %(n)s times.", better=better, n=n)


def of_different_kinds(practices: Iterable[Practice]) -> list[Practice]:
    kinds: dict[str, Practice] = {}
    for practice in practices:
        kinds.setdefault(practice.kind, practice)
    return list(kinds.values())
