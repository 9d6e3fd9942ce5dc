"""Facts that features announce to whoever cares, in two phases."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import structlog
from blinker import NamedSignal

from kaya.db import afterwards

log = structlog.get_logger(__name__)


class Phase(Enum):
    """When a reaction hears of a fact: `@fact.connect_via(Phase.WRITING)`."""

    WRITING = "in the same transaction; may write rows; failing, it fails the verb"
    WRITTEN = "once committed; nudges and caches; failing, it is logged"


def announce(fact: NamedSignal, **details: Any) -> None:
    """Say that `fact` is so. What must happen is a row that a WRITING reaction adds."""
    fact.send(Phase.WRITING, **details)
    afterwards(lambda: tell(fact, details))


def tell(fact: NamedSignal, details: dict[str, Any]) -> None:
    for reaction in fact.receivers_for(Phase.WRITTEN):
        try:
            reaction(Phase.WRITTEN, **details)
        except Exception:
            log.exception("A reaction failed", fact=fact.name)


def on(*facts: NamedSignal, phase: Phase = Phase.WRITING) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a reaction hear each of `facts`; it takes the fact's details by name: `def react(*, appointment, **_)`."""

    def declare(reaction: Callable[..., None]) -> Callable[..., None]:
        def hear(_phase: Phase, **details: Any) -> None:
            reaction(**details)

        for fact in facts:
            fact.connect(hear, sender=phase, weak=False)
        return reaction

    return declare
