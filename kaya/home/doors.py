"""The ways from the front page into other rooms; only those that this house has are shown."""

from dataclasses import dataclass
from typing import Any

from kaya.words import say


@dataclass(frozen=True)
class Door:
    """A way to `path`, with its picture: the seed and kind it is drawn from, and how tall it stands."""

    path: str
    title: Any
    says: Any
    area: str
    seed: str
    kind: str
    height: str = ""


DOORS = [
    Door(
        "/practice",
        say("Three minutes, now"),
        say("Sit, and let a circle do the counting. No sound unless you want it."),
        *("practice", "three-minutes", "strata", "tall"),
    ),
    Door(
        "/community",
        say("People who know the same nights"),
        say("Small groups with someone in charge, where nobody has to explain from the start."),
        *("community", "nights", "tide"),
    ),
    Door(
        "/journal",
        say("Somewhere to put it down"),
        say("A journal that can be sealed, so that not even we can read it."),
        *("care", "journal", "stems", "low"),
    ),
    Door(
        "/shop",
        say("Things that help"),
        say("Blankets, bowls and books, chosen by the people who practise here."),
        *("shop", "shop-2", "still"),
    ),
    Door(
        "/services",
        say("What is done here"),
        say("Every service with its length and its price, before you give your name."),
        *("care", "services", "rings", "low"),
    ),
    Door(
        "/practise",
        say("You give care yourself?"),
        say("Show us your papers, set your hours, and be found by the time you have."),
        *("community", "practise", "strata"),
    ),
]
MOST = 4
