"""Rhythm: how steadily a member practises, measured against the days a week that they mean to.

It never starts again from nothing: a day takes little, a day of rest takes nothing, and today counts once it is done.
"""

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kaya.accounts.models import Rest, User
from kaya.accounts.profiles import Preferences
from kaya.accounts.resting import rests_of, standing_among
from kaya.db import db
from kaya.practice.days import day_of
from kaya.practice.models import PracticeSession
from kaya.practice.pebbles import is_rest

WEEK = 7
HALVED = 13  # days after which half of it is gone, for whoever means to practise daily
LOOKED_BACK = timedelta(days=400)  # what is older weighs less than a thousandth
A_DAY = timedelta(days=1)
FULL = 100


@dataclass(frozen=True)
class Rhythm:
    """`score` from 0 to 100; `goal`: days a week that they mean to practise; `lately`: days of the last seven on which
    they did; `in_a_row`: days up to today or yesterday, over days of rest. `rest`: the one that they are in.
    """

    score: int
    goal: int
    lately: int
    in_a_row: int
    rest: Rest | None = None


def rhythm_of(member: User) -> Rhythm:
    """In two questions: the days on which they practised, and those of rest."""
    today = day_of(member)
    row = PracticeSession
    practised = select(row.day).where(row.user_id == member.id, row.practised(), row.day >= today - LOOKED_BACK)
    days = db.session.scalars(practised.distinct())
    return rhythm_over(set(days), rests_of(member), today, Preferences.of(member).days_a_week)


def rhythm_over(practised: Collection[date], rests: list[Rest], today: date, goal: int) -> Rhythm:
    """Of the days of theirs on which they practised, from the first of them up to `today`."""
    week = [today - n * A_DAY for n in range(WEEK)]
    return Rhythm(
        score=round(FULL * score_over(counted_days(practised, rests, today), goal)),
        goal=goal,
        lately=sum(day in practised for day in week),
        in_a_row=days_in_a_row(practised, rests, today),
        rest=standing_among(rests, today),
    )


def counted_days(practised: Collection[date], rests: Iterable[Rest], today: date) -> Iterator[bool]:
    """From the first practised day on: was it one? Days of rest are left out, and today until it is one."""
    rests = list(rests)
    day = min((each for each in practised if each <= today), default=today + A_DAY)
    while day <= today:
        done = day in practised
        if not is_rest(day, rests) and (done or day < today):
            yield done
        day += A_DAY


def score_over(days: Iterable[bool], goal: int) -> float:
    """From 0 to 1: each day keeps most of the one before, and adds how much of the goal the week up to it holds."""
    score, week = 0.0, [False] * WEEK
    for done in days:
        week = [*week[1:], done]
        score = following(score, share_of(week, goal), goal / WEEK)
    return score


def share_of(week: list[bool], goal: int) -> float:
    """Who means to practise daily is asked for each day; who means to on three of a week, for three of seven."""
    return float(week[-1]) if goal == WEEK else min(1.0, sum(week) / goal)


def following(previous: float, done: float, frequency: float) -> float:
    """`frequency`: times a day that it is meant. The rarer, the slower it grows and fades."""
    kept = math.pow(0.5, math.sqrt(frequency) / HALVED)
    return previous * kept + done * (1 - kept)


def days_in_a_row(practised: Collection[date], rests: list[Rest], today: date) -> int:
    """Up to today, or to yesterday while today is still to come; days of rest do not break it."""
    number, day = 0, today if today in practised else today - A_DAY
    while day in practised or is_rest(day, rests):
        number += day in practised
        day -= A_DAY
    return number
