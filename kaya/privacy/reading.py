"""Rows as an archive tells them: plain values, sealed text opened, secrets left out."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import structlog
from sqlalchemy import Table, inspect, select
from sqlalchemy.orm import ColumnProperty, Mapper

from kaya.db import Base, db
from kaya.privacy.ledger import Entry, Person, table_called
from kaya.sealing import Unsealable

log = structlog.get_logger(__name__)

SEALED = "sealed_"
AT_ONCE = 500
Plain = dict[str, Any]


def rows_of(entry: Entry, person: Person) -> list[Plain]:
    """Everything of one table that concerns the person, the newest first where it has a time."""
    assert entry.of is not None
    table, mapper = table_called(entry.table), mapper_of(entry.table)
    rows = select(mapper.class_).where(entry.of(table, person)).execution_options(yield_per=AT_ONCE)
    key = list(table.primary_key.columns)
    order = [table.c[entry.newest_by].desc(), *key] if entry.newest_by else key
    found = [as_plain(row, mapper, entry) for row in db.session.scalars(rows.order_by(*order))]
    db.session.rollback()
    return found


def mapper_of(table: str) -> Mapper[Any]:
    return next(mapper for mapper in Base.registry.mappers if is_of(mapper, table_called(table)))


def is_of(mapper: Mapper[Any], table: Table) -> bool:
    return mapper.local_table is table


def as_plain(row: Any, mapper: Mapper[Any], entry: Entry) -> Plain:
    names = [name for name in columns_of(mapper) if name not in entry.hides]
    told = {name: said(lambda name=name: getattr(row, name)) for name in names}  # type: ignore[misc]
    return told | (entry.tells(row) if entry.tells else {})


def columns_of(mapper: Mapper[Any]) -> list[str]:
    """The attributes that are columns; a sealed one under the name of its text."""
    names = [each.key for each in mapper.column_attrs if is_column(each)]
    return [name.removeprefix(SEALED) for name in names]


def is_column(attribute: ColumnProperty[Any]) -> bool:
    return attribute.columns[0] in inspect(attribute.parent).local_table.columns.values()


def said(read: Callable[[], Any]) -> Any:
    """A value as JSON has it; what cannot be opened is said so, and the rest of the archive is made."""
    try:
        value = read()
    except Unsealable:
        log.exception("Sealed text could not be opened for an archive")
        return "[cannot be opened]"
    return plain(value)


def plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | list | dict):
        return value
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value)
