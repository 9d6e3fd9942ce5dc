"""What stands on the arc of a day, and how high its words hang so that none covers another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kaya.today.day import Day, height

ROOM = 0.21  # of the arc's length, that a mark's words take on a phone
LOW = 0.6  # where the arc is lower than this, its words stand on a stem
LEVELS = 2
STEM, LEVEL = 1.9, 3.4  # rem
WORDS, ARC = 5.2, 7.0  # rem: how tall a mark's words are, and the arc on a phone
LINE = 1.25  # rem: what each line more takes
MOST_LINES = 2  # of those that join a mark; how many others there are is one more


@dataclass(frozen=True)
class Mark:
    """At the instant `at`: what happened, or will. `href` leads to it."""

    at: datetime
    words: Any
    href: str = ""
    area: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class Placed:
    """A mark on the arc: `along` and `up` from 0 to 1, `stem` in rem. `joined` stand under its words, in order."""

    mark: Mark
    along: float
    up: float
    stem: float
    joined: tuple[Mark, ...] = ()

    @property
    def lines(self) -> tuple[Mark, ...]:
        return self.joined[:MOST_LINES]

    @property
    def more(self) -> int:
        return len(self.joined) - len(self.lines)

    @property
    def tall(self) -> float:
        """How tall its words are, in rem."""
        return WORDS + LINE * (len(self.lines) + bool(self.more))


def placed(day: Day, marks: Iterable[Mark]) -> list[Placed]:
    """Those of the day, in order; what is still to come has its place first.

    Where two stand close already, one above the other, what comes between joins the upper one: said, practised and
    said again within an hour, none is left out.
    """
    found: list[Placed] = []
    for mark in sorted((mark for mark in marks if day.holds(mark.at)), key=lambda mark: (mark.is_done, mark.at)):
        along = day.along(mark.at)
        close = [each for each in found if abs(each.along - along) < ROOM]
        free = next((level for level in range(LEVELS) if level not in map(level_of, close)), None)
        if free is None:
            upper = min((each for each in close if level_of(each)), key=lambda each: abs(each.along - along))
            joined = sorted((*upper.joined, mark), key=lambda mark: mark.at)
            found[found.index(upper)] = replace(upper, joined=tuple(joined))
        else:
            up = height(along)
            found.append(Placed(mark, along, up, round(free * LEVEL + (STEM if up < LOW else 0), 2)))
    return sorted(found, key=lambda each: each.mark.at)


def headroom(marks: Iterable[Placed]) -> float:
    """In rem: how far words stand out above the arc, so that nothing above it is covered."""
    return round(max((each.stem + each.tall - (1 - each.up) * ARC for each in marks), default=0.0), 2)


def level_of(each: Placed) -> int:
    return 1 if each.stem >= LEVEL else 0
