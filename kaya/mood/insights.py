"""What goes together, said as counts: never of fewer than five days on either side, and never why."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import asin, comb, sqrt
from statistics import median
from typing import Any, Protocol

FEWEST = 5
LATEST = 10
LONG_NIGHT = 7.0
MOST_ACTIVITIES = 8
SEEN = 0.5
RARE = 0.05
SLACK = 1 + 1e-9  # among equal chances, what rounding makes of them


class Day(Protocol):
    """What is asked of a day."""

    day: date
    median: float
    activities: list[Any]
    sleep_hours: float | None


class About(StrEnum):
    LATELY = "lately"
    ACTIVITY = "activity"
    SLEEP = "sleep"


@dataclass(frozen=True)
class Insight:
    """Of `n` days with it `above` lay above `middle`, the median of all; of `others` without it `above_of_others` did.

    It says how often two things met, and nothing of why.
    """

    about: About
    name: str
    above: int
    n: int
    above_of_others: int
    others: int
    middle: float

    @property
    def share(self) -> float:
        return self.above / self.n

    @property
    def share_of_others(self) -> float:
        return self.above_of_others / self.others

    @property
    def difference(self) -> float:
        """Between the two shares, as Cohen's h: from 0, none, to pi, all of one side and none of the other."""
        return abs(2 * asin(sqrt(self.share)) - 2 * asin(sqrt(self.share_of_others)))

    @property
    def chance(self) -> float:
        """How often as much or more would come about if the days with it had been dealt out by lot.

        Fisher's exact test, two-sided: with both numbers of days and that of those above the median as they are.
        """
        ways = [self.ways(above) for above in range(self.n + 1)]
        return sum(each for each in ways if each <= ways[self.above] * SLACK) / sum(ways)

    def ways(self, above: int) -> int:
        others = self.above + self.above_of_others - above
        return comb(self.n, above) * comb(self.others, others) if others >= 0 else 0


def insights_over(days: Sequence[Day], *, is_now: bool = True) -> list[Insight]:
    """How it was lately, after long nights, and with what else the day held; the most often named come first.

    All are measured at one median, that of all the days. `is_now`: do the days go up to today? Else none is lately.
    """
    found = [lately(days) if is_now else None, sleep(days), *activities(days)]
    return [insight for insight in found if insight]


def worth_saying(insights: Iterable[Insight]) -> list[Insight]:
    """Those whose shares differ by h = 0.5 or more, the largest difference first.

    Cohen calls 0.2 small and 0.5 medium, "large enough to be visible to the naked eye" (Statistical Power Analysis for
    the Behavioral Sciences, 2nd ed. 1988, sections 1.4 and 6.2): 3 of 10 and 5 of 10 stay unsaid, 3 of 10 and 6 of 10
    do not. It measures how large a difference is, and not how sure: for that its numbers of days are said beside it,
    how many were compared to find it, and of some that they are beyond chance.
    """
    return sorted((each for each in insights if each.difference >= SEEN), key=lambda each: -each.difference)


def beyond_chance(insights: Sequence[Insight]) -> list[Insight]:
    """Those that chance alone would make in fewer than one of twenty such looks, at all of them together (Bonferroni).

    Never how it was lately: days that follow each other are alike, and no lot deals out ten in a row. For the same
    reason it is a rough measure of the others.
    """
    return [each for each in insights if each.about is not About.LATELY and each.chance * len(insights) < RARE]


def lately(days: Sequence[Day]) -> Insight | None:
    """The last ten days on which something was said, beside all that went before."""
    latest = {each.day for each in sorted(days, key=lambda each: each.day)[-LATEST:]}
    return compared(days, days, lambda day: day.day in latest, About.LATELY, "")


def sleep(days: Sequence[Day]) -> Insight | None:
    """Seven hours or more, beside fewer; days of which nothing is said of the night before count for neither."""
    slept = [day for day in days if day.sleep_hours is not None]
    return compared(days, slept, lambda day: (day.sleep_hours or 0) >= LONG_NIGHT, About.SLEEP, "")


def activities(days: Sequence[Day]) -> Iterable[Insight]:
    named = Counter(name for day in days for name in set(day.activities))
    each = (compared(days, days, has(name), About.ACTIVITY, name) for name, _ in sorted(named.items(), key=most_first))
    return [insight for insight in each if insight][:MOST_ACTIVITIES]


def most_first(named: tuple[str, int]) -> tuple[int, str]:
    return -named[1], named[0]


def has(name: str) -> Callable[[Day], bool]:
    return lambda day: name in day.activities


def compared(
    days: Sequence[Day], some: Sequence[Day], is_with: Callable[[Day], bool], about: About, name: str
) -> Insight | None:
    """Of `some` of the days, at the median of all; None where either side has fewer than five."""
    there = [day for day in some if is_with(day)]
    elsewhere = [day for day in some if not is_with(day)]
    if min(len(there), len(elsewhere)) < FEWEST:
        return None
    middle = median(day.median for day in days)
    return Insight(about, name, above(there, middle), len(there), above(elsewhere, middle), len(elsewhere), middle)


def above(days: Iterable[Day], middle: float) -> int:
    return sum(day.median > middle for day in days)
