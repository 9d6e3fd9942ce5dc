"""How it is now, in two taps, and what was said earlier today."""

from dataclasses import dataclass
from typing import Any

from kaya.mood.feelings import label_of
from kaya.mood.models import MoodEntry
from kaya.today.day import Day
from kaya.today.marks import CHECK_IN, Mark
from kaya.today.panels import Found, Panel

LAST = 3


@dataclass(frozen=True)
class Feeling:
    """The words said today, the newest last, at most three; how many were said before these."""

    words: tuple[Any, ...]
    before: int


def look(day: Day) -> Found:
    entries = [each for each in day.moods if each.day == day.date]
    marks = tuple(mark(each) for each in entries)
    words = tuple(label_of(each.word) for each in entries[-LAST:])
    return Found(Feeling(words, len(entries) - len(words)), marks, is_first_step=not entries)


def mark(entry: MoodEntry) -> Mark:
    return Mark(entry.at, label_of(entry.word), "/mood/history", "community", is_done=True, kind=CHECK_IN)


FEELING = Panel("feeling", "side", 10, "today/_feeling.html", look)
