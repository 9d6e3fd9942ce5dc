"""What can be said of a mood, and what is refused of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kaya import clock
from kaya.afterwards import refuse_to_come
from kaya.mood.feelings import FEELINGS, name_of, nearest
from kaya.mood.models import MoodEntry
from kaya.refusal import Refusal
from kaya.words import say

LONGEST_WORD = 40
LONGEST_NOTE = 4000
LONGEST_NAME = 60
MOST_NAMES = 20
FIRST = datetime(2000, 1, 1, tzinfo=UTC)
INTENSITY, QUALITY, HOURS = (1, 10), (1, 5), (0, 24)


@dataclass(frozen=True)
class Said:
    """How it is: one of the pad's words, or one's own with a place on it (`valence`, `arousal`, each from -1 to 1); or
    the place alone. Tags and activities are short names. Sleep is last night's: hours, and quality from 1 to 5."""

    word: str = ""
    intensity: int = 5
    valence: float | None = None
    arousal: float | None = None
    tags: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    sleep_hours: float | None = None
    sleep_quality: int | None = None
    note: str = ""

    @classmethod
    def of(cls, entry: MoodEntry) -> "Said":
        """As it was said, to be mended."""
        return cls(
            name_of(entry.word),
            entry.intensity,
            entry.valence,
            entry.arousal,
            tuple(entry.tags),
            tuple(entry.activities),
            entry.sleep_hours,
            entry.sleep_quality,
            entry.note,
        )

    def checked(self) -> "Said":
        """With a word and a place. Refuses "blank", "unknown-mood", "scale", "too-long" and "too-many"."""
        for field, (low, high) in {"intensity": INTENSITY, "sleep_quality": QUALITY, "sleep_hours": HOURS}.items():
            refuse_off_scale(field, getattr(self, field), low, high)
        for field in ("valence", "arousal"):
            refuse_off_scale(field, getattr(self, field), -1, 1)
        note = self.note.strip()
        refuse_long(note, LONGEST_NOTE, "note")
        word, valence, arousal = self.placed()
        tags, activities = names(self.tags, "tags"), names(self.activities, "activities")
        return replace(self, word=word, valence=valence, arousal=arousal, tags=tags, activities=activities, note=note)

    def placed(self) -> tuple[str, float, float]:
        word = " ".join(self.word.split())
        refuse_long(word, LONGEST_WORD, "mood")
        known = FEELINGS.get(name_of(word.lower()))
        if known:
            return known.name, either(self.valence, known.valence), either(self.arousal, known.arousal)
        if self.valence is None:
            refuse_unplaced(word)
        valence, arousal = either(self.valence, 0.0), either(self.arousal, 0.0)
        return word or nearest(valence, arousal).name, valence, arousal


def either(said: float | None, usual: float) -> float:
    return usual if said is None else round(float(said), 3)


def refuse_unplaced(word: str) -> None:
    if not word:
        raise Refusal("blank", say("Please choose the word that is nearest."), field="mood")
    words = say("That word is not on the pad: say how pleasant it is, from -1 to 1.")
    raise Refusal("unknown-mood", words, field="valence")


def refuse_off_scale(field: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:
        raise Refusal("scale", say("This goes from %(low)s to %(high)s.", low=low, high=high), field=field)


def refuse_long(text: str, most: int, field: str) -> None:
    if len(text) > most:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=most), field=field)


def names(given: Iterable[str], field: str) -> tuple[str, ...]:
    """Without empty ones and doubles, in their order, in small letters, so that a day finds its like."""
    found = tuple(dict.fromkeys(" ".join(each.split()).lower() for each in given if each.strip()))
    if len(found) > MOST_NAMES:
        raise Refusal("too-many", say("At most %(count)s of these.", count=MOST_NAMES), field=field)
    for each in found:
        refuse_long(each, LONGEST_NAME, field)
    return found


def when(at: datetime | None) -> datetime:
    """Now, or when it was so, however long ago. Refuses "in-the-future" and "too-early" (before the year 2000)."""
    if at is None:
        return clock.now()
    refuse_to_come(at, "at")
    if at < FIRST:
        raise Refusal("too-early", say("This was very long ago: the year 2000 is the earliest."), field="at")
    return at
