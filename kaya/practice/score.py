"""A session's steps as they are read down a page: what is said when, and breaths that are alike as rounds of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kaya.practice.own_steps import breaths
from kaya.practice.steps import BREATH, PHASES, Step, StepKind


@dataclass(frozen=True)
class Line:
    """One of them, from the second `at` on; `seconds` long in all.

    A breath's has `phases`, each a kind with its seconds, so many `times`, and `cues`: the round, from 0, and words.
    """

    at: float
    kind: str
    seconds: float
    text: str = ""
    phases: tuple[tuple[StepKind, float], ...] = ()
    times: int = 1
    cues: tuple[tuple[int, str], ...] = ()

    @property
    def name(self) -> str:
        """What is to be done, where the kind says it: "Let go"."""
        return "" if self.phases else str(PHASES.get(StepKind(self.kind), ""))

    @property
    def phase_names(self) -> list[tuple[str, float]]:
        return [(str(PHASES[kind]), seconds) for kind, seconds in self.phases]


def score_of(steps: list[Step]) -> list[Line]:
    """In order; their seconds add up to those of the steps."""
    lines: list[Line] = []
    at = 0.0
    for line in lines_of(steps):
        lines.append(Line(at, line.kind, line.seconds, line.text, line.phases, line.times, line.cues))
        at += line.seconds
    return lines


def lines_of(steps: list[Step]) -> Iterator[Line]:
    for is_breath, run in groupby(steps, key=lambda step: step.kind in BREATH):
        if is_breath:
            yield from rounds_of(list(run))
        else:
            yield from (Line(0, str(step.kind), step.seconds, step.text) for step in run)


def rounds_of(run: list[Step]) -> Iterator[Line]:
    for phases, alike in groupby(breaths(run), key=lambda breath: tuple((each.kind, each.seconds) for each in breath)):
        rounds = list(alike)
        seconds = len(rounds) * sum(seconds for _, seconds in phases)
        cues = tuple((number, cue) for number, breath in enumerate(rounds) for cue in [cue_of(breath)] if cue)
        yield Line(0, "breath", seconds, "", phases, len(rounds), cues)


def cue_of(breath: list[Step]) -> str:
    """What stands under it while it goes on; words of a member's own phase are a cue too."""
    return breath[0].cue or breath[0].text
