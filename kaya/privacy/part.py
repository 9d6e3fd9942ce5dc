"""One table of an archive, as its page shows it."""

import re
from dataclasses import dataclass
from typing import Any

from kaya.letters import instant_said
from kaya.privacy.ledger import Entry
from kaya.privacy.reading import Plain
from kaya.words import say

ON_THE_PAGE = 200
NARROW = 5
EMPTY: tuple[Any, ...] = ("", None, [], {})
AN_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@dataclass(frozen=True)
class Part:
    """Its rows are complete; the page shows the newest, without ids, by the clock of `zone`."""

    entry: Entry
    rows: list[Plain]
    zone: str

    @property
    def title(self) -> str:
        return str(self.entry.title)

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def on_the_page(self) -> list[Plain]:
        return self.rows[:ON_THE_PAGE]

    @property
    def columns(self) -> list[str]:
        """Those in which anything stands; ids and what is empty are left to the JSON."""
        return [name for name in names_in(self.rows) if not is_id(name) and self.says_anything(name)]

    @property
    def is_wide(self) -> bool:
        """Too wide for a table."""
        return len(self.columns) > NARROW

    def says_anything(self, name: str) -> bool:
        return any(row.get(name) not in EMPTY for row in self.rows)

    def heading(self, name: str) -> str:
        return name.replace("_", " ").capitalize()

    def cell(self, row: Plain, name: str) -> str:
        value = row.get(name)
        if isinstance(value, bool):
            return str(say("Yes") if value else say("No"))
        if isinstance(value, str) and AN_INSTANT.fullmatch(value):
            return instant_said(value, self.zone)
        return "" if value in EMPTY else spelled(value)


def names_in(rows: list[Plain]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def spelled(value: Any) -> str:
    """Lists and documents in lines of plain words."""
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')}: {spelled(each)}" for name, each in value.items())
    return "\n".join(map(spelled, value)) if isinstance(value, list) else str(value)
