"""How templates name what practice keeps as words of its own."""

from typing import Any
from zlib import crc32

from markupsafe import Markup

from kaya.practice.models import Practice
from kaya.practice.script import Need, PracticeKind
from kaya.practice.vocabulary import KINDS, MOODS, NEEDS
from kaya.web.art import art

# What a picture of a kind may show: breath comes and goes like water, kindness grows.
DRAWN = {
    PracticeKind.BREATHING: ("tide", "rings"),
    PracticeKind.MEDITATION: ("strata", "stems", "tide"),
    PracticeKind.BODY_SCAN: ("strata", "tide"),
    PracticeKind.LOVING_KINDNESS: ("stems", "strata"),
    PracticeKind.RELAXATION: ("tide", "stems"),
    PracticeKind.YOGA_NIDRA: ("strata", "tide"),
    PracticeKind.GROUNDING: ("rings", "stems"),
    PracticeKind.WALKING: ("stems", "strata"),
    PracticeKind.SLEEP_STORY: ("strata", "tide"),
    PracticeKind.MOVEMENT: ("stems", "tide"),
    PracticeKind.GRATITUDE: ("stems", "strata"),
    PracticeKind.FOCUS: ("rings", "tide"),
}


def session_art(practice: Practice, width: int = 480, height: int = 600) -> Markup:
    """Its picture, always the same."""
    seed, some = practice.slug or str(practice.id), DRAWN[PracticeKind(practice.kind)]
    return art(seed, some[crc32(seed.encode()) % len(some)], width, height)


def practice_kind(kind: str) -> Any:
    return KINDS[PracticeKind(kind)]


def need_name(need: str) -> Any:
    return NEEDS[Need(need)]


def session_mood(mood: int) -> Any:
    """From 1, heavy, to 5, bright."""
    return MOODS[mood]
