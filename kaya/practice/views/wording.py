"""How templates name what practice keeps as words of its own."""

from datetime import datetime
from typing import Any
from zlib import crc32

from flask import g
from markupsafe import Markup

from kaya.practice.days import local
from kaya.practice.models import Practice
from kaya.practice.script import Need, PracticeKind
from kaya.practice.vocabulary import KINDS, MOODS, NEEDS
from kaya.web.art import art
from kaya.web.templating import clock_time, long_date
from kaya.words import say

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


def opening_words(opens: datetime) -> Any:
    """When a day of a program opens, by the viewer's own clock."""
    ahead = (local(g.viewer, opens).date() - local(g.viewer).date()).days
    time = clock_time(opens, g.viewer.timezone)
    if ahead < 1:
        return say("It opens at %(time)s.", time=time)
    if ahead == 1:
        return say("It opens tomorrow, from %(time)s on.", time=time)
    return say("It opens on %(day)s, from %(time)s on.", day=long_date(opens, g.viewer.timezone), time=time)


def session_mood(mood: int) -> Any:
    """From 1, heavy, to 5, bright."""
    return MOODS[mood]
