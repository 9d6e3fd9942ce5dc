"""What a member's practising was made of, as rows of bars: by kind and by time of day, worded alike on every page."""

from typing import Any

from kaya.practice.script import PracticeKind
from kaya.practice.statistics import Change, Statistics
from kaya.practice.vocabulary import KINDS, TIMES
from kaya.words import say

Row = tuple[Any, int, Any, Any]


def kinds_of(told: Statistics) -> list[Row]:
    """Name, minutes, these in words, and how mood changed; most minutes first."""
    kinds = sorted(told.kinds.items(), key=lambda pair: -pair[1])
    return [
        (
            KINDS[PracticeKind(kind)],
            minutes,
            say("%(count)s min", count=minutes),
            changed(told.change_by_kind.get(kind)),
        )
        for kind, minutes in kinds
    ]


def times_of(told: Statistics) -> list[Row]:
    """Name, sessions, these in words; in the day's order."""
    numbers = [(name, told.times.get(time, 0)) for time, name in TIMES.items()]
    return [(name, number, number or say("none"), None) for name, number in numbers]


def changed(change: Change | None) -> Any:
    if change is None:
        return None
    return say(
        "lighter after %(better)s of %(n)s, heavier after %(worse)s",
        better=change.better, worse=change.worse, n=change.n,
    )  # fmt: skip
