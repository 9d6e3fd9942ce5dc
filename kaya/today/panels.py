"""The parts of Today: each asks one feature what this day holds for a member.

A feature joins with a module here that makes a `Panel`, and a line in PANELS (routes.py). Its `look` asks that
feature's questions (an onlooker may), at most two or three of them: Today stays within 12, for whoever is new
too. Its template shows what was found under the name `shown`. So that open pages hear of changes,
kaya/today/reactions.py touches the topic at the feature's facts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kaya.today.day import Day
from kaya.today.marks import Mark


@dataclass(frozen=True)
class Found:
    """What a panel has to show. `marks` stand on the arc; `things` are what is still to be done today.

    `leads`: it belongs to this day, and may stand first; of several, the lowest does. `is_first_step`: it is shown to
    whoever is new too, and does not mean that they have begun. `is_brief`: it is true for a moment.
    """

    shown: Any
    marks: tuple[Mark, ...] = ()
    things: int = 0
    leads: int | None = None
    is_first_step: bool = False
    is_brief: bool = False


@dataclass(frozen=True)
class Panel:
    """A part in the column "side" or "main", the lower `order` first. Before both stands what leads the day.

    `at_first`: its column while ways to begin stand on the page, so that on a phone they are read before it. `look`
    says None where there is nothing. `is_for_new`: asked of whoever is, in their first days or with nothing begun.
    """

    name: str
    column: str
    order: int
    template: str
    look: Callable[[Day], Found | None]
    at_first: str = ""
    is_for_new: bool = False


@dataclass(frozen=True)
class Today:
    """A day with what the panels found, each with its panel."""

    day: Day
    found: tuple[tuple[Panel, Found], ...]

    @property
    def lead(self) -> tuple[Panel, Any] | None:
        """What this day has for them: it stands first."""
        leading = [(found.leads, panel, found.shown) for panel, found in self.found if found.leads is not None]
        return min(leading, key=lambda each: each[0])[1:] if leading else None

    def column(self, name: str) -> list[tuple[Panel, Any]]:
        first = self.lead[0] if self.lead else None
        return [(panel, found.shown) for panel, found in self.found if self.place(panel) == name and panel is not first]

    def place(self, panel: Panel) -> str:
        return (self.has_ways and panel.at_first) or panel.column

    @cached_property
    def has_ways(self) -> bool:
        """Does the page offer ways to begin?"""
        return any(panel.is_for_new for panel, _ in self.found)

    @property
    def marks(self) -> list[Mark]:
        return [mark for _, found in self.found for mark in found.marks]

    @property
    def things(self) -> int:
        return sum(found.things for _, found in self.found)

    @property
    def is_playing(self) -> bool:
        """Is something told that is no longer true a moment later?"""
        return any(found.is_brief for _, found in self.found)

    @property
    def is_first(self) -> bool:
        """Has nothing begun yet?"""
        return all(found.is_first_step for _, found in self.found)


def look(day: Day, panels: Iterable[Panel]) -> Today:
    today = Today(day, tuple(seen(day, [panel for panel in panels if not panel.is_for_new])))
    if not (today.is_first or day.is_among_the_first):
        return today
    found = [*today.found, *seen(day, [panel for panel in panels if panel.is_for_new])]
    return Today(day, tuple(sorted(found, key=lambda each: each[0].order)))


def seen(day: Day, panels: Iterable[Panel]) -> list[tuple[Panel, Found]]:
    """In their order, those that have something to show."""
    looked = [(panel, panel.look(day)) for panel in sorted(panels, key=lambda panel: panel.order)]
    return [(panel, found) for panel, found in looked if found is not None]
