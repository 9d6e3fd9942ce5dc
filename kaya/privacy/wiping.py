"""Carrying out the ledger's rules: some rows at a time, each time in a transaction of its own, so that nobody waits."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import CursorResult, Select, Table, delete, or_, select, text, tuple_, update
from sqlalchemy.orm import Session

from kaya.db import db, transaction
from kaya.jobs import renew
from kaya.privacy.ledger import Entry, Person, Rule, table_called

AT_ONCE = 500


def wipe(entry: Entry, person: Person) -> None:
    """Do to one table what its rules say. Done before, it finds nothing left to do."""
    for rule in entry.rules:
        if rule.act is not None:
            rule.act(person)
        elif rule.where is not None:
            carry_out(table_called(entry.table), rule, person)
        renew()


def carry_out(table: Table, rule: Rule, person: Person) -> None:
    assert rule.where is not None
    meant = rule.where(table, person)
    if not rule.values:
        in_bites(lambda some: delete(table).where(key_of(table).in_(some)), keys(table).where(meant))
        return
    differing = or_(*(table.c[name].is_distinct_from(value) for name, value in rule.values.items()))
    in_bites(
        lambda some: update(table).where(key_of(table).in_(some)).values(rule.values),
        keys(table).where(meant, differing),
    )


def in_bites(change: Any, rows: Select[Any]) -> None:
    """Change the rows, at most so many in a transaction, until none is left."""
    while bite(change, rows):
        renew()


def bite(change: Any, rows: Select[Any]) -> bool:
    with transaction() as session:
        leave_no_trace(session)
        done = session.execute(change(rows.limit(AT_ONCE)))
        return isinstance(done, CursorResult) and done.rowcount == AT_ONCE


def key_of(table: Table) -> Any:
    columns = list(table.primary_key.columns)
    return columns[0] if len(columns) == 1 else tuple_(*columns)


def keys(table: Table) -> Select[Any]:
    return select(*table.primary_key.columns)


def leave_no_trace(session: Session) -> None:
    """SQLite overwrites what it deletes; PostgreSQL does when it vacuums."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete = ON"))


def tidy_file() -> None:
    """Write SQLite's journal into the file, where what was overwritten is overwritten."""
    if db.engine.dialect.name == "sqlite":
        db.session.rollback()
        connection = db.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def pieces(rows: list[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(rows), AT_ONCE):
        yield rows[first : first + AT_ONCE]


def as_json_text(words: str) -> str:
    """How text stands within a JSON column of SQLite's: without quotes around it, in ASCII."""
    return json.dumps(words)[1:-1]
