"""How it is now, in two taps, and what was said earlier today."""

from dataclasses import dataclass
from typing import Any

from kaya.mood.feelings import label_of
from kaya.today.day import Day
from kaya.today.marks import Mark
from kaya.today.panels import Found, Panel

LAST = 3


@dataclass(frozen=True)
class Feeling:
    """The words said today, the newest last, at most three."""

    words: tuple[Any, ...]


def look(day: Day) -> Found:
    entries = [each for each in day.moods if each.day == day.date]
    marks = tuple(Mark(each.at, label_of(each.word), "/mood/history", "community", is_done=True) for each in entries)
    words = tuple(label_of(each.word) for each in entries[-LAST:])
    return Found(Feeling(words), marks, is_first_step=not entries)


FEELING = Panel("feeling", "side", 10, "today/_feeling.html", look)
