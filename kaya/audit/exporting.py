"""The trail as a file, CSV or JSON lines: pseudonyms and no addresses, so that erasing someone holds there too."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine, Select

from kaya.accounts.models import User
from kaya.audit.acts import act
from kaya.audit.models import AuditEntry
from kaya.audit.recording import record
from kaya.audit.trail import Filters, entries
from kaya.cells import harmless
from kaya.db import db
from kaya.refusal import Refusal
from kaya.words import say

FORMATS = {"csv": "text/csv", "jsonl": "application/jsonl"}
AT_ONCE = 1000
Pieces = Iterator[str]
COLUMNS = (
    *("sequence", "id", "at", "act", "actor", "subject", "row_kind", "row_id", "reason", "times", "medium"),
    *("sign_in_id", "request_id", "previous_mac", "mac"),
)

exported = act("audit-exported", label=say("The audit trail exported"))


def export(staff: User | None, filters: Filters, format: str) -> Iterator[str]:
    """The entries that `filters` mean, the oldest first, piece by piece; written down before the first piece.

    `format` is "csv" or "jsonl"; refuses ("unknown-format") any other. Nobody's name and no address is in it.
    """
    if format not in FORMATS:
        raise Refusal("unknown-format", say("It can be had as csv or jsonl."), field="format")
    record(exported, actor=staff, reason=format)
    found = read(db.engine, entries(filters).order_by(AuditEntry.sequence))
    return in_csv(found) if format == "csv" else in_json_lines(found)


def in_csv(found: Iterator[Any]) -> Iterator[str]:
    yield ",".join(COLUMNS) + "\r\n"
    for entry in found:
        line = io.StringIO()
        csv.writer(line).writerow(harmless(value) for value in plain(entry).values())
        yield line.getvalue()


def in_json_lines(found: Iterator[Any]) -> Iterator[str]:
    for entry in found:
        yield json.dumps(plain(entry)) + "\n"


def read(engine: Engine, rows: Select[Any]) -> Iterator[Any]:
    """A read of its own, which goes on after the request's session has ended."""
    columns = [getattr(AuditEntry, name) for name in COLUMNS]
    with engine.connect().execution_options(yield_per=AT_ONCE) as connection:
        yield from connection.execute(rows.with_only_columns(*columns))


def plain(entry: Any) -> dict[str, Any]:
    return {name: said(value) for name, value in zip(COLUMNS, entry, strict=True)}


def said(value: Any) -> Any:
    if value is None or isinstance(value, int | str):
        return value
    return value.hex() if isinstance(value, bytes) else value.isoformat() if hasattr(value, "isoformat") else str(value)
