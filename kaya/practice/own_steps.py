"""A member's own steps: what can be a session, and how it stretches to other lengths."""

from collections.abc import Iterator
from itertools import groupby

from kaya.practice.composer import LONGEST
from kaya.practice.protocols import Protocol
from kaya.practice.script import LONGER, SHORTER, Part, Passage, Pause, Rounds
from kaya.practice.steps import BREATH, Step, StepKind, length
from kaya.refusal import Refusal
from kaya.words import say

MOST_STEPS = 200
LONGEST_TEXT = 500
LONGEST_STEP = 30 * 60
SHORTEST_BREATH, LONGEST_BREATH = 2, 20
MORE_ROUNDS = 40
UP_TO_A_MINUTE = 59.5

SPOKEN = frozenset({StepKind.SAY, StepKind.MOVE, StepKind.TENSE})


def refuse_bad(steps: list[Step]) -> None:
    """Refuses ("no-steps", "too-many-steps", "blank", "too-long", "seconds", "cut-breath", "length"), field "steps"."""
    if not steps:
        raise Refusal("no-steps", say("A session needs a step at least."), field="steps")
    if len(steps) > MOST_STEPS:
        words = say("A session takes at most %(count)s steps.", count=MOST_STEPS)
        raise Refusal("too-many-steps", words, field="steps")
    for number, step in enumerate(steps, 1):
        refuse_bad_step(number, step)
    refuse_cut_breaths(steps)
    if length(steps) > LONGEST * 60:
        raise Refusal("length", say("A session lasts at most %(count)s minutes.", count=LONGEST), field="steps")


def refuse_bad_step(number: int, step: Step) -> None:
    if step.kind in SPOKEN and not step.text.strip():
        raise Refusal("blank", say("Step %(number)s has no words.", number=number), field="steps")
    if max(len(step.text), len(step.cue)) > LONGEST_TEXT:
        words = say("Step %(number)s takes at most %(count)s characters.", number=number, count=LONGEST_TEXT)
        raise Refusal("too-long", words, field="steps")
    least, most = (SHORTEST_BREATH, LONGEST_BREATH) if step.kind in BREATH else (1, LONGEST_STEP)
    least = 1 if step.kind is StepKind.SIP else least
    if not least <= step.seconds <= most or step.seconds * 2 % 1:
        words = say(
            "Step %(number)s takes from %(least)s to %(most)s seconds, in halves.",
            number=number,
            least=least,
            most=most,
        )
        raise Refusal("seconds", words, field="steps")


def refuse_cut_breaths(steps: list[Step]) -> None:
    """Each breath comes in and goes out again before anything else begins."""
    for is_breath, run in groupby(steps, key=lambda step: step.kind in BREATH):
        if is_breath and not all(is_whole(breath) for breath in breaths(list(run))):
            words = say("A breath goes in and out again before the next step.")
            raise Refusal("cut-breath", words, field="steps")


def is_whole(breath: list[Step]) -> bool:
    kinds = [step.kind for step in breath]
    return kinds[0] is StepKind.IN and StepKind.OUT in kinds and kinds.count(StepKind.OUT) == 1


def breaths(run: list[Step]) -> list[list[Step]]:
    """A run of breath steps, cut where the next breath comes in."""
    found: list[list[Step]] = []
    for step in run:
        if step.kind is StepKind.IN or not found:
            found.append([])
        found[-1].append(step)
    return found


def passages_of(steps: list[Step]) -> tuple[Passage, ...]:
    """For the composer: silences stretch, breaths repeat, and the last minute fills up with quiet."""
    parts: list[Part] = []
    for is_breath, grouped in groupby(steps, key=lambda step: step.kind in BREATH):
        run = list(grouped)
        parts += repeated(run) if is_breath else map(stretched, run)
    return (Passage((*parts, Pause(0, 0, UP_TO_A_MINUTE))),)


def stretched(step: Step) -> Part:
    if step.kind is not StepKind.SILENCE:
        return step
    least = max(1, step.seconds * SHORTER)
    return Pause(least, step.seconds, step.seconds * LONGER, text=step.text)


def repeated(run: list[Step]) -> Iterator[Rounds]:
    """Breaths alike, one after the other, are rounds of one: fewer or more of them as minutes ask."""
    for phases, alike in groupby(breaths(run), key=lambda breath: tuple((s.kind, s.seconds) for s in breath)):
        given = list(alike)
        cues = tuple(cue for breath in given for cue in [breath[0].cue or breath[0].text] if cue)
        yield Rounds(Protocol(phases), 1, len(given) * MORE_ROUNDS, cues)
