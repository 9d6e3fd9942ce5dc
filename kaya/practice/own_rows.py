"""A member's own steps as rows that can be written: a sentence, a silence, so many rounds of a way of breathing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kaya.practice.own_steps import breaths
from kaya.practice.protocols import PROTOCOLS
from kaya.practice.steps import BREATH, Step, StepKind
from kaya.words import say

ROUNDS = "rounds:"
MOST_ROUNDS = 40

ROW_KINDS: dict[str, Any] = {
    "say": say("Words"),
    "silence": say("Quiet"),
    "move": say("A movement"),
    "tense": say("Tense"),
    "release": say("Let go"),
    "bell": say("A bell"),
    "rounds:even-5.5": say("Even breathing, 5.5 in, 5.5 out"),
    "rounds:even-5": say("Even breathing, 5 in, 5 out"),
    "rounds:even-4": say("Even breathing, 4 in, 4 out"),
    "rounds:long-out": say("Longer out: 4 in, 6 out"),
    "rounds:slow-out": say("Longer out: 3 in, 6 out"),
    "rounds:box": say("Four sides: 4 in, 4 held, 4 out, 4 held"),
    "rounds:4-7-8": say("4 in, 7 held, 8 out"),
    "rounds:sigh": say("The long sigh: 3 in, 1 more, 8 out"),
    "in": say("One breath: in"),
    "sip": say("One breath: a little more"),
    "hold": say("One breath: hold"),
    "out": say("One breath: out"),
}


@dataclass(frozen=True)
class Row:
    """`amount` is seconds; of a kind that begins with "rounds:", how many rounds."""

    kind: str
    text: str = ""
    amount: float = 0

    def steps(self) -> list[Step]:
        """What it means; more rounds than are wise are as many as are."""
        if not self.kind.startswith(ROUNDS):
            return [Step(StepKind(self.kind), self.text, self.amount)]
        protocol = PROTOCOLS[self.kind.removeprefix(ROUNDS)]
        rounds = int(min(self.amount, protocol.most or MOST_ROUNDS))
        return [step for number in range(rounds) for step in protocol.round(self.text if number == 0 else "")]


def steps_of_rows(rows: list[Row]) -> list[Step]:
    return [step for row in rows for step in row.steps()]


def rows_of(steps: list[Step]) -> list[Row]:
    """The rows that mean these steps: breaths alike are rounds of a protocol where one is known by these timings."""
    rows: list[Row] = []
    for is_breath, run in groupby(steps, key=lambda step: step.kind in BREATH):
        some = list(run)
        rows += gathered(some) if is_breath else [Row(str(each.kind), each.text, each.seconds) for each in some]
    return rows


def gathered(run: list[Step]) -> Iterator[Row]:
    """A breath with words of its own begins a row."""
    kind, words, rounds = "", "", 0
    for breath in breaths(run):
        known = protocol_of(breath)
        goes_on = known and known == kind and not cue_of(breath) and rounds < most_of(kind)
        if goes_on:
            rounds += 1
            continue
        if rounds:
            yield Row(kind, words, rounds)
        kind, words, rounds = known, cue_of(breath), 1 if known else 0
        if not known:
            yield from (Row(str(each.kind), each.text or each.cue, each.seconds) for each in breath)
    if rounds:
        yield Row(kind, words, rounds)


def most_of(kind: str) -> int:
    return PROTOCOLS[kind.removeprefix(ROUNDS)].most or MOST_ROUNDS


def protocol_of(breath: list[Step]) -> str:
    """ "rounds:box" for a breath with its timings; "" for one that none has."""
    phases = tuple((each.kind, each.seconds) for each in breath)
    has_words = any(each.text or each.cue for each in breath[1:])
    names = [name for name, protocol in PROTOCOLS.items() if protocol.phases == phases and not has_words]
    return f"{ROUNDS}{names[0]}" if names else ""


def cue_of(breath: list[Step]) -> str:
    return breath[0].cue or breath[0].text
