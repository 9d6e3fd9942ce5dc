"""The ledger of tables with a person in them: what the archive shows of each, and what erasing someone does to it.

It knows tables and columns by their names, and so does docs/privacy.md; a test looks that none is missing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, false, or_, select

from kaya.accounts.models import User
from kaya.db import db


@dataclass(frozen=True)
class Person:
    """Whom it is about: all that rows know someone by."""

    id: UUID
    email: str
    name: str

    @classmethod
    def behind(cls, user: User) -> "Person":
        return cls(user.id, user.email, user.name)


Where = Callable[[Table, Person], ColumnElement[bool]]
Act = Callable[[Person], None]
Tells = Callable[[Any], dict[str, Any]]


class Fate(StrEnum):
    """What becomes of the rows."""

    DELETED = "deleted"
    ANONYMISED = "made anonymous"
    KEPT = "kept"


@dataclass(frozen=True)
class Rule:
    """One step of erasing, in one table."""

    fate: Fate
    where: Where | None = None
    values: dict[str, Any] = field(default_factory=dict)
    act: Act | None = None


@dataclass(frozen=True)
class Entry:
    """A table: which columns hold a person, what the archive shows, what erasing does.

    `of` means the rows that are shown; without it `instead` says why none are. `hides` are columns that are left out
    (hashes of secrets), `tells` adds what ids mean.
    """

    table: str
    people: tuple[str, ...]
    rules: tuple[Rule, ...]
    section: str = ""
    title: Any = ""
    of: Where | None = None
    instead: str = ""
    hides: tuple[str, ...] = ()
    tells: Tells | None = None
    newest_by: str = ""

    @property
    def is_shown(self) -> bool:
        return self.of is not None and self.table in db.metadata.tables


entries: dict[str, Entry] = {}


def declare(table: str, *rules: Rule, people: Iterable[str], **more: Any) -> Entry:
    """Write a table into the ledger. The order of declaring is the order of showing and of erasing."""
    if table in entries:
        raise ValueError(f"{table} is in the ledger twice.")
    entries[table] = Entry(table, tuple(people), rules, **more)
    return entries[table]


def shown() -> list[Entry]:
    """The parts of an archive."""
    return [entry for entry in entries.values() if entry.is_shown]


# Which rows


def owned(*columns: str) -> Where:
    """Those with the person's id in one of these columns."""
    return lambda table, person: or_(*(table.c[column] == person.id for column in columns))


def addressed(column: str) -> Where:
    """Those with the person's mail address."""
    return lambda table, person: table.c[column] == person.email


def any_of(*wheres: Where) -> Where:
    return lambda table, person: or_(*(where(table, person) for where in wheres))


def through(column: str, other: str, where: Where, *, key: str = "id") -> Where:
    """Those that refer by `column` to rows of the table `other`."""

    def joined(table: Table, person: Person) -> ColumnElement[bool]:
        there = table_called(other)
        return table.c[column].in_(select(there.c[key]).where(where(there, person)))

    return joined


def none(table: Table, person: Person) -> ColumnElement[bool]:
    return false()


# What becomes of them


def deleted(where: Where) -> Rule:
    return Rule(Fate.DELETED, where)


def blanked(where: Where, **values: Any) -> Rule:
    """The rows stay, with these values."""
    return Rule(Fate.ANONYMISED, where, values)


def unnamed(column: str) -> Rule:
    """The rows stay, and say no more who it was."""
    return blanked(owned(column), **{column: None})


def done_by(fate: Fate, act: Act) -> Rule:
    """By a function, which may be called again and then changes nothing."""
    return Rule(fate, act=act)


def kept() -> Rule:
    return Rule(Fate.KEPT)


def table_called(name: str) -> Table:
    return db.metadata.tables[name]
