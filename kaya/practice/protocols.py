"""Ways of breathing with their timings: a round is one whole breath, never cut."""

from dataclasses import dataclass

from kaya.practice.steps import Step, StepKind

IN, SIP, HOLD, OUT = StepKind.IN, StepKind.SIP, StepKind.HOLD, StepKind.OUT


@dataclass(frozen=True)
class Protocol:
    """The phases of a round, in seconds; `most` rounds at a time where more would not be wise."""

    phases: tuple[tuple[StepKind, float], ...]
    most: int | None = None

    @property
    def seconds(self) -> float:
        return sum(seconds for _, seconds in self.phases)

    def round(self, cue: str = "") -> list[Step]:
        first, *others = self.phases
        return [Step(first[0], "", first[1], cue), *(Step(kind, "", seconds) for kind, seconds in others)]


PROTOCOLS = {
    "box": Protocol(((IN, 4), (HOLD, 4), (OUT, 4), (HOLD, 4))),
    "4-7-8": Protocol(((IN, 4), (HOLD, 7), (OUT, 8)), most=8),
    "even-5.5": Protocol(((IN, 5.5), (OUT, 5.5))),
    "even-5": Protocol(((IN, 5), (OUT, 5))),
    "even-4": Protocol(((IN, 4), (OUT, 4))),
    "sigh": Protocol(((IN, 3), (SIP, 1), (OUT, 8))),
    "long-out": Protocol(((IN, 4), (OUT, 6))),
    "slow-out": Protocol(((IN, 3), (OUT, 6))),
}
