"""The words of the pad, and where each of them lies: from unpleasant to pleasant, from still to stirred up."""

from dataclasses import dataclass
from typing import Any

from kaya.words import say


@dataclass(frozen=True)
class Feeling:
    """`x` and `y` are per cent of the pad, from its left and from its top."""

    name: str
    label: Any
    x: int
    y: int
    is_on_pad: bool = True

    @property
    def valence(self) -> float:
        return round(self.x / 50 - 1, 2)

    @property
    def arousal(self) -> float:
        return round(1 - self.y / 50, 2)


WORDS = (
    Feeling("panicky", say("Panicky"), 16, 11),
    Feeling("restless", say("Restless"), 43, 17),
    Feeling("excited", say("Excited"), 80, 12),
    Feeling("tense", say("Tense"), 20, 32),
    Feeling("alert", say("Alert"), 63, 35),
    Feeling("glad", say("Glad"), 86, 40),
    Feeling("sad", say("Sad"), 14, 55),
    Feeling("so-so", say("So-so"), 45, 54),
    Feeling("hopeful", say("Hopeful"), 73, 62),
    Feeling("heavy", say("Heavy"), 26, 72),
    Feeling("tired", say("Tired"), 56, 79),
    Feeling("calm", say("Calm"), 85, 84),
    Feeling("empty", say("Empty"), 20, 90),
    Feeling("all right", say("All right"), 62, 52, is_on_pad=False),
    Feeling("bright", say("Bright"), 88, 28, is_on_pad=False),
)
FORMER = {"neither": "so-so"}  # what rows and telephones from before still say
FEELINGS = {feeling.name: feeling for feeling in WORDS}
ON_PAD = tuple(feeling for feeling in WORDS if feeling.is_on_pad)
IN_SHORT = tuple(FEELINGS[name] for name in ("heavy", "tense", "all right", "calm", "bright"))


def name_of(word: str) -> str:
    """As the pad calls it today; of their own, as they said it."""
    return FORMER.get(word, word)


def label_of(word: str) -> Any:
    """A word of ours in the reader's language; of their own, as they said it."""
    known = FEELINGS.get(name_of(word))
    return known.label if known else word


def nearest(valence: float, arousal: float) -> Feeling:
    """The pad's word that lies nearest to where someone pointed."""
    return min(ON_PAD, key=lambda word: (word.valence - valence) ** 2 + (word.arousal - arousal) ** 2)
