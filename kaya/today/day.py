"""A member's day as it lies before them: what its hours are called, and where an instant stands on its arc."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import Any

from kaya.accounts import resting
from kaya.accounts.days import day_of, day_starts, local
from kaya.accounts.greeting import greeting
from kaya.accounts.models import Rest, User
from kaya.mood.looking import said_between
from kaya.mood.models import MoodEntry

DAWN, DUSK = 5.5, 23.5  # hours of the clock at the arc's two ends
EDGE = 0.08  # how near to an end anything stands
ROUNDS = 20
FIRST_DAYS = timedelta(days=7)
LIGHT = range(6, 22)


@dataclass(frozen=True)
class Day:
    """The day that it is for `member`, from the hour at which theirs begins to the same one. `now` is local."""

    member: User
    date: date
    now: datetime

    @classmethod
    def of(cls, member: User) -> "Day":
        return cls(member, day_of(member), local(member))

    @cached_property
    def rests(self) -> list[Rest]:
        """Of the member's life: asked once, whoever needs them."""
        return resting.rests_of(self.member)

    @cached_property
    def moods(self) -> Sequence[MoodEntry]:
        """What was said today and yesterday, the first first: asked once."""
        return said_between(self.member, self.date - timedelta(days=1), self.date)

    @property
    def rest(self) -> Rest | None:
        """The one that they are in."""
        return resting.standing_among(self.rests, self.date)

    @property
    def is_return(self) -> bool:
        """Is it the first after a rest?"""
        return resting.is_back(self.rests, self.date)

    @property
    def is_among_the_first(self) -> bool:
        """Is it of their first week here?"""
        return self.member.created_at > self.now - FIRST_DAYS

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.date, time(), self.now.tzinfo) + day_starts(self.member)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(days=1)

    def holds(self, moment: datetime) -> bool:
        return self.starts_at <= moment < self.ends_at

    def along(self, moment: datetime) -> float:
        """From 0, where the arc begins, to 1; what is earlier or later stands at its ends."""
        here = moment.astimezone(self.now.tzinfo)
        hours = here.hour + here.minute / 60 + (24 if here.date() > self.date else 0)
        return round(min(1 - EDGE, max(EDGE, (hours - DAWN) / (DUSK - DAWN))), 3)

    @property
    def is_dark(self) -> bool:
        return self.now.hour not in LIGHT

    @property
    def greeting(self) -> Any:
        hour = 0 if self.now.date() > self.date else self.now.hour  # whose day begins late is up late
        return greeting(hour, (self.member.name.split() or [""])[0])


@lru_cache(maxsize=1024)
def height(along: float) -> float:
    """How high the arc stands there, from 0 to 1: the curve that templates/today/_arc.html draws."""
    along = min(along, 1 - along)
    low, high = 0.0, 1.0
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if bend(middle, 0, 0.18, 0.36, 0.5) < along else (low, middle)
    return round(bend(low, 0, 0.66, 0.96, 0.96), 3)


def bend(t: float, a: float, b: float, c: float, d: float) -> float:
    u = 1 - t
    return u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d
