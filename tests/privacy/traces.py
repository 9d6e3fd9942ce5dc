"""Searching a whole house for someone: every column of every table, as text and as bytes, and every file."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import LargeBinary, MetaData, Text, cast, select

from kaya.config import settings
from kaya.db import db


def spellings(needles: Iterable[str]) -> set[bytes]:
    """As text, as JSON writes it, and ids also without their hyphens and as bytes."""
    found = set()
    for each in needles:
        plain = each.replace("-", "")
        found |= {each.encode(), each.encode("unicode_escape"), each.lower().encode()}
        if len(plain) == 32 and plain.isalnum():
            found |= {plain.encode(), bytes.fromhex(plain)}
    return found


def in_the_database(needles: Iterable[str]) -> list[str]:
    """The columns in which one of the needles stands."""
    db.session.rollback()
    wanted, tables = spellings(needles), MetaData()
    tables.reflect(db.engine)
    return [
        f"{table.name}.{column.name}: {as_bytes(value)[:80]!r}"
        for table in tables.sorted_tables
        for column in table.columns
        for value in db.session.scalars(select(column if isinstance(column.type, LargeBinary) else cast(column, Text)))
        if value is not None and any(needle in as_bytes(value) for needle in wanted)
    ]


def as_bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else bytes(value)


def in_files(needles: Iterable[str]) -> list[str]:
    """The files of the instance that hold a needle; SQLite's own with its journal written in, and not vacuumed."""
    wanted = spellings(needles)
    return [str(file) for file in files() if any(needle in file.read_bytes() for needle in wanted)]


def files() -> Iterator[Path]:
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(str(db.engine.url.database))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield Path(str(db.engine.url.database))
    for name in ("archives", "media", "keys"):
        yield from (file for file in (settings().instance_path / name).rglob("*") if file.is_file())
