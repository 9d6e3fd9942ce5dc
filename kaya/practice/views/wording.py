"""How templates name what practice keeps as words of its own."""

from typing import Any

from kaya.practice.script import Need, PracticeKind
from kaya.practice.vocabulary import KINDS, MOODS, NEEDS


def practice_kind(kind: str) -> Any:
    return KINDS[PracticeKind(kind)]


def need_name(need: str) -> Any:
    return NEEDS[Need(need)]


def session_mood(mood: int) -> Any:
    """From 1, heavy, to 5, bright."""
    return MOODS[mood]
