"""How a member is greeted, by the hour of a clock: with their name, and on a device that knows none."""

from collections.abc import Callable
from typing import Any

from kaya.words import say

# Until which hour one says it: with a name, and without.
GREETINGS: tuple[tuple[int, Callable[[str], Any], Any], ...] = (
    (3, lambda name: say("Still up, %(name)s?", name=name), say("Still up?")),
    (11, lambda name: say("Good morning, %(name)s", name=name), say("Good morning")),
    (17, lambda name: say("Good afternoon, %(name)s", name=name), say("Good afternoon")),
    (22, lambda name: say("Good evening, %(name)s", name=name), say("Good evening")),
    (24, lambda name: say("A quiet night, %(name)s", name=name), say("A quiet night")),
)


def greeting(hour: int, name: str) -> Any:
    """`hour` from 0 to 23, by the clock that they see."""
    return next(words for until, words, _ in GREETINGS if hour < until)(name)


def nameless() -> list[tuple[int, str]]:
    """Until which hour which words, for whom nobody names: the device's own clock chooses."""
    return [(until, str(words)) for until, _, words in GREETINGS]
