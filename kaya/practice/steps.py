"""A session is a row of timed steps: what is breathed, said or done, or left quiet, and for how long."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kaya.words import say


class StepKind(StrEnum):
    IN = "in"
    SIP = "sip"
    HOLD = "hold"
    OUT = "out"
    SAY = "say"
    SILENCE = "silence"
    MOVE = "move"
    TENSE = "tense"
    RELEASE = "release"
    BELL = "bell"


BREATH = frozenset({StepKind.IN, StepKind.SIP, StepKind.HOLD, StepKind.OUT})

PHASES = {
    StepKind.IN: say("Breathe in"),
    StepKind.SIP: say("A little more"),
    StepKind.HOLD: say("Hold, if you like"),
    StepKind.OUT: say("Breathe out"),
    StepKind.TENSE: say("Tense, gently"),
    StepKind.RELEASE: say("Let go"),
    StepKind.BELL: say("A bell"),
}


@dataclass(frozen=True)
class Step:
    """`seconds` is a multiple of a half. `text` is the content's own words; a breath has none, its kind names it.

    `cue` is a short line that stands under the breath while it goes on.
    """

    kind: StepKind
    text: str
    seconds: float
    cue: str = ""

    @property
    def says(self) -> str:
        """What stands on the screen: its own words, or the phase's name in the reader's language."""
        return self.text or str(PHASES.get(self.kind, ""))

    def kept(self) -> dict[str, Any]:
        """As a row keeps it."""
        return {"kind": str(self.kind), "text": self.text, "seconds": self.seconds} | (
            {"cue": self.cue} if self.cue else {}
        )


def step_kept(kept: dict[str, Any]) -> Step:
    return Step(StepKind(kept["kind"]), kept["text"], kept["seconds"], kept.get("cue", ""))


def length(steps: list[Step]) -> float:
    """Seconds."""
    return sum(step.seconds for step in steps)
