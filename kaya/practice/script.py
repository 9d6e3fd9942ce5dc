"""A written session: passages of words, silences that may stretch, and rounds of breath.

The words are written as they are read, with what is timed in brackets. A paragraph is a passage.

    Sit as you like. [8] Let the chair have your weight.     a silence of 8 seconds; 4 to 24 when need be
    [60-600]                                                 a silence of a minute, up to ten
    [10-30 20]                                               one of 20 seconds, never under 10 nor over 30
    [box 4-20: Easy. | No hurry.]                            4 to 20 rounds, with cues spread over them
    [move 30 Roll your shoulders]  [tense 6 Fists]  [release] [bell]
    ~ This passage is taken when there is time; the first such passages first.
    ~8 This one from eight minutes on.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kaya.practice.protocols import PROTOCOLS, Protocol
from kaya.practice.steps import Step, StepKind

WORDS_A_MINUTE = 115
SHORTER, LONGER = 0.5, 3
BELL_SECONDS = 6.0

A_PART = re.compile(r"\[([^\]]+)\]")
OPTIONAL = re.compile(r"~(\d*)\s+")
A_RANGE = re.compile(r"(\d+)-(\d+)")


class PracticeKind(StrEnum):
    BREATHING = "breathing"
    MEDITATION = "meditation"
    BODY_SCAN = "body-scan"
    LOVING_KINDNESS = "loving-kindness"
    RELAXATION = "relaxation"
    YOGA_NIDRA = "yoga-nidra"
    GROUNDING = "grounding"
    WALKING = "walking"
    SLEEP_STORY = "sleep-story"
    MOVEMENT = "movement"
    GRATITUDE = "gratitude"
    FOCUS = "focus"


class Need(StrEnum):
    CALM = "calm"
    SLEEP = "sleep"
    FOCUS = "focus"
    ENERGY = "energy"
    PAIN = "pain"
    KINDNESS = "kindness"
    GROUNDING = "grounding"
    LOW = "low"


class TimeOfDay(StrEnum):
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Caution(StrEnum):
    """What a session asks to look out for; `kaya.practice.vocabulary` has the words."""

    BREATH = "breath"
    HOLDS = "holds"
    TENSING = "tensing"
    MOVING = "moving"
    EYES = "eyes"
    LYING = "lying"
    WALKING = "walking"


@dataclass(frozen=True)
class Source:
    """Where a claim comes from: `claim` is what it found, in our words."""

    claim: str
    title: str
    where: str
    doi: str


@dataclass(frozen=True)
class Pause:
    """Time without words that may stretch between `least` and `most` seconds."""

    least: float
    usual: float
    most: float
    kind: StepKind = StepKind.SILENCE
    text: str = ""

    def step(self, seconds: float) -> Step:
        return Step(self.kind, self.text, seconds)


@dataclass(frozen=True)
class Rounds:
    protocol: Protocol
    least: int
    most: int
    cues: tuple[str, ...] = ()

    def steps(self, count: int) -> list[Step]:
        """`count` rounds, the cues spread evenly over them."""
        cues = self.cues[:count]
        at = {round(index * count / len(cues)): cue for index, cue in enumerate(cues)}
        return [step for number in range(count) for step in self.protocol.round(at.get(number, ""))]


Part = Step | Pause | Rounds


@dataclass(frozen=True)
class Passage:
    parts: tuple[Part, ...]
    is_optional: bool = False
    from_minutes: int = 0


@dataclass(frozen=True)
class Script:
    """A session of the library. `usual` is the length in minutes that it is offered in."""

    slug: str
    title: str
    summary: str
    kind: PracticeKind
    needs: tuple[Need, ...]
    times: tuple[TimeOfDay, ...]
    usual: int
    words: str
    cautions: tuple[Caution, ...] = ()
    sources: tuple[Source, ...] = ()
    language: str = "en"

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage(block) for block in re.split(r"\n\s*\n", self.words.strip()))

    @property
    def prose(self) -> str:
        """All that may be said, without timings."""
        return " ".join(A_PART.sub(" ", OPTIONAL.sub("", self.words)).split())


def passage(block: str) -> Passage:
    block = " ".join(block.split())
    marked = OPTIONAL.match(block)
    parts = tuple(parts_of(block[marked.end() :] if marked else block))
    return Passage(parts, bool(marked), int(marked[1] or 0) if marked else 0)


def parts_of(words: str) -> list[Part]:
    pieces = A_PART.split(words)
    parts: list[Part] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            parts.append(timed(piece.strip()))
        elif piece.strip():
            parts.append(spoken(piece.strip()))
    return parts


def spoken(text: str) -> Step:
    """Words, with the time it takes to say them slowly."""
    halves = math.ceil(len(text.split()) * 120 / WORDS_A_MINUTE) + 1
    return Step(StepKind.SAY, text, halves / 2)


def timed(words: str) -> Part:
    name, _, rest = words.partition(" ")
    if name.isdigit():
        return Pause(int(name) * SHORTER, int(name), int(name) * LONGER)
    if span := A_RANGE.fullmatch(name):
        return Pause(int(span[1]), int(rest or span[1]), int(span[2]))
    if name == "bell":
        return Step(StepKind.BELL, "", BELL_SECONDS)
    if name == "release":
        return Pause(10, 14, 20, StepKind.RELEASE, rest)
    if name in ("move", "tense"):
        seconds, _, text = rest.partition(" ")
        return Step(StepKind(name), text, float(seconds))
    return rounds(name, rest)


def rounds(name: str, rest: str) -> Rounds:
    span, _, cues = rest.partition(":")
    least, most = map(int, span.split("-"))
    return Rounds(PROTOCOLS[name], least, most, tuple(cue.strip() for cue in cues.split("|") if cue.strip()))
