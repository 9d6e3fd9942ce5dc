"""Standing rooms in which several breathe in time: one way of breathing each, led by the house's own clock."""

from dataclasses import dataclass
from typing import Any

from kaya.practice.protocols import PROTOCOLS, Protocol
from kaya.words import say


@dataclass(frozen=True)
class BreathingRoom:
    """A round begins whenever the seconds since 1970 are a multiple of its length: nobody has to start it."""

    slug: str
    title: Any
    says: Any
    protocol: Protocol

    @property
    def phases(self) -> tuple[tuple[str, float], ...]:
        return tuple((str(kind), seconds) for kind, seconds in self.protocol.phases)


ROOMS = {
    room.slug: room
    for room in (
        BreathingRoom(
            "even-breathing",
            say("Even breathing"),
            say("In for five and a half, out for five and a half: about five breaths a minute."),
            PROTOCOLS["even-5.5"],
        ),
        BreathingRoom(
            "four-sides",
            say("Four even sides"),
            say("In, hold, out, hold: four counts each. Leave the holds out whenever you like."),
            PROTOCOLS["box"],
        ),
        BreathingRoom(
            "longer-out",
            say("Longer out than in"),
            say("In for four, out for six. For the evening, or for the edge of a long day."),
            PROTOCOLS["long-out"],
        ),
    )
}
