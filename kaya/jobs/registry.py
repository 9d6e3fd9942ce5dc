"""Which jobs there are, how often each is tried, and which come round by the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

TRIES = 8
KEPT_DONE = timedelta(days=8)
LONGEST_PERIOD = timedelta(days=7)


@dataclass(frozen=True)
class Kind:
    """A job's name, what does it, and how often it is tried before it is given up as dead."""

    name: str
    act: Callable[..., None]
    attempts: int


@dataclass(frozen=True)
class Round:
    """A job that comes round: once in each period, whoever is first to see the period begin."""

    name: str
    period: timedelta

    def key(self, at: datetime) -> str:
        return f"{self.name}@{int(at.timestamp() // self.period.total_seconds())}"


kinds: dict[str, Kind] = {}
rounds: list[Round] = []


def periods(at: datetime) -> dict[str, str]:
    """For each job that comes round, by its name: the key of the period that `at` lies in."""
    return {each.name: each.key(at) for each in rounds}


def job(name: str, *, attempts: int = TRIES) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare the function that does jobs called `name`. It may run twice, so doing it again must change nothing."""

    def declare(act: Callable[..., None]) -> Callable[..., None]:
        kinds[name] = Kind(name, act, attempts)
        return act

    return declare


def every(name: str, **period: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a job without arguments, done once in each `period` (`minutes=`, `hours=`, …) by one process of all.

    A period is at most a week: a done job's row is what keeps it from being done again, and is kept for a day longer.
    """
    if timedelta(**period) > LONGEST_PERIOD:
        raise ValueError(f"{name} comes round too rarely: look once a day whether it is time.")

    def declare(act: Callable[..., None]) -> Callable[..., None]:
        rounds[:] = [r for r in rounds if r.name != name] + [Round(name, timedelta(**period))]
        return job(name, attempts=3)(act)

    return declare
