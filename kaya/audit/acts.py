"""Which acts are written down: each feature declares its own at the start."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kaya.words import say

A_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60


class Kind(StrEnum):
    ADMINISTRATIVE = "administrative"
    SECURITY = "security"
    RECORD = "record"


KIND_NAMES = {
    Kind.ADMINISTRATIVE: say("Administration"),
    Kind.SECURITY: say("Security"),
    Kind.RECORD: say("Health records"),
}


@dataclass(frozen=True)
class Act:
    """`label` says it to people: "Role given"."""

    name: str
    label: Any
    kind: Kind


acts: dict[str, Act] = {}


def act(name: str, *, label: Any, kind: Kind = Kind.ADMINISTRATIVE) -> Act:
    """Declare an act. One that nobody declared cannot be written, for it is named by what this answers."""
    if not A_NAME.fullmatch(name) or len(name) > LONGEST:
        raise ValueError(f"An act is named by words and hyphens, not {name!r}.")
    declared = Act(name, label, kind)
    if acts.setdefault(name, declared) != declared:
        raise ValueError(f"The act {name} is declared twice.")
    return declared


def known(name: str) -> Act:
    """The act of that name; what an older release wrote and nobody declares any more is shown by its name."""
    return acts.get(name) or Act(name, name, Kind.ADMINISTRATIVE)


def names_of(kind: str) -> list[str]:
    return [each.name for each in acts.values() if each.kind == kind]
