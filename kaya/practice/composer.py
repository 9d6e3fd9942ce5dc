"""Filling the minutes asked, to the second: passages are chosen, rounds counted, silences stretched as they allow.

All is reckoned in half seconds, so that sums are exact. A breath is never cut: what remains goes to silences.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kaya.practice.script import Part, Passage, Pause, Rounds, Script
from kaya.practice.steps import Step, StepKind
from kaya.refusal import Refusal
from kaya.words import say

LONGEST = 60
MOST_BEYOND = 10  # what no silence allows is less than a tenth of the whole


def compose(script: Script, minutes: int) -> list[Step]:
    """The steps of `script` for exactly `minutes` whole minutes.

    Refuses ("length") what it cannot fill, with `shortest` and `longest`.
    """
    steps = filled(script.passages, minutes)
    if steps is None:
        raise no_such_length(lengths(script))
    return steps


@cache
def lengths(script: Script) -> tuple[int, ...]:
    """The whole minutes that it can fill."""
    return fillable(script.passages)


def fillable(passages: tuple[Passage, ...]) -> tuple[int, ...]:
    return tuple(minutes for minutes in range(1, LONGEST + 1) if filled(passages, minutes))


def no_such_length(possible: tuple[int, ...]) -> Refusal:
    shortest, longest = possible[0], possible[-1]
    words = say("This takes from %(shortest)s to %(longest)s minutes.", shortest=shortest, longest=longest)
    return Refusal("length", words, field="minutes", shortest=shortest, longest=longest)


def filled(passages: tuple[Passage, ...], minutes: int) -> list[Step] | None:
    target = minutes * 120
    drafts = [Draft(parts, target) for parts in choices(passages, minutes)]
    drafts.sort(key=lambda draft: (draft.still_to_fill < 0, abs(draft.still_to_fill)))
    for draft in drafts:
        if draft.fits:
            return draft.steps()
    beyond = [draft for draft in drafts if 0 < draft.beyond * MOST_BEYOND < target]
    return min(beyond, key=lambda draft: draft.beyond).steps() if beyond else None


def choices(passages: tuple[Passage, ...], minutes: int) -> Iterator[list[Part]]:
    """What can be said: the needed passages, with none, one, two … of the optional ones, the first first."""
    optional = [each for each in passages if each.is_optional and each.from_minutes <= minutes]
    for count in range(len(optional) + 1):
        left_out = optional[count:]
        taken = [each for each in passages if not each.is_optional or (each in optional and each not in left_out)]
        yield [part for each in taken for part in each.parts]


@dataclass(frozen=True)
class Draft:
    """Parts that are to last `target` half seconds."""

    parts: list[Part]
    target: int

    @cached_property
    def pauses(self) -> list[Pause]:
        return [part for part in self.parts if isinstance(part, Pause)]

    @cached_property
    def breaths(self) -> list[Rounds]:
        return [part for part in self.parts if isinstance(part, Rounds)]

    @cached_property
    def still_to_fill(self) -> int:
        """What is left when everything is said, silences have their usual length, and rounds are as few as can be."""
        said = sum(halves(part.seconds) for part in self.parts if isinstance(part, Step))
        quiet = sum(halves(pause.usual) for pause in self.pauses)
        return self.target - said - quiet - sum(halves(each.protocol.seconds) * each.least for each in self.breaths)

    @cached_property
    def counts(self) -> list[int]:
        """Rounds of each stretch of breath: as many as leave the silences their usual length, evenly spread."""
        counts, left = [each.least for each in self.breaths], self.still_to_fill
        while True:
            room = [
                (counts[i] / each.most, i)
                for i, each in enumerate(self.breaths)
                if counts[i] < each.most and halves(each.protocol.seconds) <= left
            ]
            if not room:
                return counts
            emptiest = min(room)[1]
            counts[emptiest] += 1
            left -= halves(self.breaths[emptiest].protocol.seconds)

    @cached_property
    def slack(self) -> int:
        """What the silences have to take beyond their usual length; below 0, what they have to give."""
        more = [n - each.least for n, each in zip(self.counts, self.breaths, strict=True)]
        return self.still_to_fill - sum(
            halves(each.protocol.seconds) * n for n, each in zip(more, self.breaths, strict=True)
        )

    @cached_property
    def beyond(self) -> int:
        """What no silence can take."""
        return self.slack - sum(halves(pause.most - pause.usual) for pause in self.pauses)

    @property
    def fits(self) -> bool:
        least = -sum(halves(pause.usual - pause.least) for pause in self.pauses)
        return least <= self.slack and self.beyond <= 0

    def steps(self) -> list[Step]:
        silences, counts = iter(self.silences()), iter(self.counts)
        steps: list[Step] = []
        for part in self.parts:
            if isinstance(part, Pause):
                steps.append(part.step(next(silences) / 2))
            elif isinstance(part, Rounds):
                steps += part.steps(next(counts))
            else:
                steps.append(part)
        return [step for step in steps if step.seconds]

    def silences(self) -> list[int]:
        """How long each is, in order; what is beyond all of them is the last quiet one's."""
        beyond, slack = max(self.beyond, 0), self.slack - max(self.beyond, 0)
        room = [p.most - p.usual if slack > 0 else p.usual - p.least for p in self.pauses]
        shares = shared(abs(slack), [halves(each) for each in room])
        taken = [halves(p.usual) + (s if slack > 0 else -s) for p, s in zip(self.pauses, shares, strict=True)]
        if beyond:
            quiet = [i for i, pause in enumerate(self.pauses) if pause.kind is StepKind.SILENCE]
            taken[quiet[-1]] += beyond
        return taken


def shared(amount: int, room: list[int]) -> list[int]:
    """`amount` over those who have `room`, in proportion to it, and exactly."""
    shares, left, space = [], amount, sum(room)
    for each in room:
        share = round(left * each / space) if space else 0
        shares.append(share)
        left, space = left - share, space - each
    return shares


def halves(seconds: float) -> int:
    return round(seconds * 2)
