"""What stands on the arc of a day, and how high its words hang so that none covers another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kaya.today.day import Day, height

ROOM = 0.21  # of the arc's length, that a mark's words take on a phone
LOW = 0.6  # where the arc is lower than this, its words stand on a stem
LEVELS = 2
STEM, LEVEL = 1.9, 3.4  # rem
WORDS, ARC = 5.2, 7.0  # rem: how tall a mark's words are, and the arc on a phone
MOST = 6


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
    """A mark on the arc: `along` and `up` from 0 to 1, `stem` in rem."""

    mark: Mark
    along: float
    up: float
    stem: float


def placed(day: Day, marks: Iterable[Mark]) -> list[Placed]:
    """Those of the day, in order. Where too many stand close together, what is still to come is kept."""
    found: list[Placed] = []
    todays = sorted((mark for mark in marks if day.holds(mark.at)), key=lambda mark: (mark.is_done, mark.at))
    for mark in todays[:MOST]:
        along = day.along(mark.at)
        taken = {level_of(each) for each in found if abs(each.along - along) < ROOM}
        free = next((level for level in range(LEVELS) if level not in taken), None)
        if free is not None:
            up = height(along)
            found.append(Placed(mark, along, up, round(free * LEVEL + (STEM if up < LOW else 0), 2)))
    return sorted(found, key=lambda each: each.mark.at)


def headroom(marks: Iterable[Placed]) -> float:
    """In rem: how far words stand out above the arc, so that nothing above it is covered."""
    return round(max((each.stem + WORDS - (1 - each.up) * ARC for each in marks), default=0.0), 2)


def level_of(each: Placed) -> int:
    return 1 if each.stem >= LEVEL else 0
