"""A session told shortly: what comes after what, and how long each takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kaya.practice.score import Line, score_of
from kaya.practice.steps import Step, StepKind

LONGEST_GROUP = 0.19  # of the whole; a longer stretch of words is told in two
MOVED = frozenset({StepKind.MOVE, StepKind.TENSE, StepKind.RELEASE})
SHOWN = 4  # movements that are named; `more` counts the others
SENTENCE_ENDS = (". ", "? ", "! ")


@dataclass(frozen=True)
class Stretch:
    """`kind`: "breath", "words", "move" or "quiet"; from the second `at` on. `says`: how it begins."""

    kind: str
    at: float
    seconds: float
    says: str = ""
    phases: tuple[tuple[str, float], ...] = ()
    times: int = 1
    more: int = 0


def outline_of(steps: list[Step], *, whole: bool = False) -> list[Stretch]:
    """In order; their seconds add up to those of the steps. `whole`: what is said is told whole, not how it begins."""
    lines = score_of(steps)
    longest = LONGEST_GROUP * sum(line.seconds for line in lines)
    return [stretch for kind, run in runs(lines) for stretch in told(kind, run, longest, whole)]


def runs(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Lines of one sort, one after the other; a silence, and a word between movements, belongs to what it follows."""
    sorts = [sort_of(line) for line in lines]
    last_move = max((i for i, sort in enumerate(sorts) if sort == "move"), default=-1)
    for i in range(1, len(sorts)):
        is_aside = sorts[i] == "words" and sorts[i - 1] == "move" and i < last_move
        if is_aside or (sorts[i] == "quiet" and sorts[i - 1] != "breath"):
            sorts[i] = sorts[i - 1]
    for sort, pairs in groupby(zip(sorts, lines, strict=True), key=lambda pair: pair[0]):
        yield sort, [line for _, line in pairs]


def sort_of(line: Line) -> str:
    if line.phases:
        return "breath"
    if line.kind in MOVED:
        return "move"
    return "quiet" if line.kind in (StepKind.SILENCE, StepKind.BELL) and not line.text else "words"


def told(kind: str, run: list[Line], longest: float, whole: bool) -> Iterator[Stretch]:
    if kind == "breath":
        yield from (Stretch(kind, each.at, each.seconds, "", tuple(each.phase_names), each.times) for each in run)
        return
    if kind == "move":
        moved = [line.text for line in run if line.kind in (StepKind.MOVE, StepKind.TENSE) and line.text]
        shown = " · ".join(moved[:SHOWN])
        yield Stretch(kind, run[0].at, sum(line.seconds for line in run), shown, more=max(len(moved) - SHOWN, 0))
        return
    for group in parted(run, longest):
        words = next((line.text for line in group if line.text), "")
        says = words if whole else first_sentence(words)
        yield Stretch(kind, group[0].at, sum(line.seconds for line in group), says)


def parted(run: list[Line], longest: float) -> Iterator[list[Line]]:
    """Parts of a run that last no longer than `longest`, each beginning where something is said."""
    group: list[Line] = []
    for line in run:
        if group and line.text and sum(each.seconds for each in group) >= longest:
            yield group
            group = []
        group.append(line)
    yield group


def first_sentence(text: str) -> str:
    ends = [text.find(end) for end in SENTENCE_ENDS if end in text]
    return text[: min(ends) + 1] if ends else text
