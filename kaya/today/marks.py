"""What stands on the arc of a day, and how high its words hang so that none covers another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from kaya.today.day import Day, height
from kaya.words import count

ROOM = 0.21  # of the arc's length, that a mark's words take on a phone
LOW = 0.6  # where the arc is lower than this, its words stand on a stem
LEVELS = 2
STEM, LEVEL = 1.9, 3.4  # rem
WORDS, ARC = 5.2, 7.0  # rem: how tall a mark's words are, and the arc on a phone
LINE = 1.25  # rem: what each line more takes
TOGETHER = timedelta(minutes=30)
CHECK_IN = "check-in"
MOST_LINES = 2  # of those that join a mark; how many others there are is one more


@dataclass(frozen=True)
class Mark:
    """At the instant `at`: what happened, or will. `href` leads to it. `among`: each of several that are one mark."""

    at: datetime
    words: Any
    href: str = ""
    area: str = ""
    is_done: bool = False
    kind: str = ""
    among: tuple["Mark", ...] = ()

    @property
    def since(self) -> datetime:
        return self.among[0].at if self.among else self.at

    @property
    def until(self) -> datetime:
        return self.among[-1].at if self.among else self.at

    @property
    def told(self) -> str:
        """Its words; of several, those of each."""
        return ", ".join(str(each.words) for each in self.among or (self,))


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
        return sum(len(mark.among or (mark,)) for mark in self.joined[MOST_LINES:])

    @property
    def tall(self) -> float:
        """How tall its words are, in rem."""
        return WORDS + LINE * (len(self.lines) + bool(self.more))


def together(marks: Sequence[Mark]) -> list[Mark]:
    """In order. What was done within half an hour of the first of it is one mark, in the middle of that time.

    What is to come stands by itself.
    """
    groups: list[list[Mark]] = []
    for mark in sorted((mark for mark in marks if mark.is_done), key=lambda mark: mark.at):
        if groups and mark.at - groups[-1][0].at <= TOGETHER:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    to_come = [mark for mark in marks if not mark.is_done]
    return sorted([*map(as_one, groups), *to_come], key=lambda mark: mark.at)


def as_one(marks: list[Mark]) -> Mark:
    first, last, number = marks[0], marks[-1], len(marks)
    if number == 1:
        return first
    is_of_one_kind = {mark.kind for mark in marks} == {CHECK_IN}
    words = (
        count("One check-in", "%(num)s check-ins", number)
        if is_of_one_kind
        else count("One moment", "%(num)s moments", number)
    )
    areas = {mark.area for mark in marks}
    area = first.area if len(areas) == 1 else ""
    return Mark(first.at + (last.at - first.at) / 2, words, area=area, is_done=True, among=tuple(marks))


def placed(day: Day, marks: Iterable[Mark]) -> list[Placed]:
    """Those of the day, in order; what is still to come has its place first.

    Where two stand close already, one above the other, what comes between joins the upper one: none is left out.
    """
    found: list[Placed] = []
    todays = together([mark for mark in marks if day.holds(mark.at)])
    for mark in sorted(todays, key=lambda mark: (mark.is_done, mark.at)):
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
