"""Paging by key: page 1,000 costs what page 1 costs; a cursor is bound to its filters and breaks ties by id."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_

from kaya.db import db
from kaya.refusal import Refusal
from kaya.words import say

Row = TypeVar("Row")
LIMIT = 20


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows of a longer list, and the cursor that goes on from the last of them."""

    items: list[Row]
    next_cursor: str | None


@dataclass(frozen=True)
class Order:
    """Sort by `column`, then by `id`, in one direction; nulls last. `read` takes the column's value from a row."""

    column: Any
    id: Any
    read: Any
    descending: bool = False


def paged(
    rows: Select[Row], order: Order, *, cursor: str | None = None, limit: int = LIMIT, bound_to: Any = None
) -> Page[Row]:
    """One page of `rows`. Refuses ("bad-cursor") a cursor that is not ours or was made under other filters."""
    seal = fingerprint(bound_to)
    if cursor:
        rows = rows.where(beyond(order, *opened(cursor, seal)))
    direction = (order.column.desc(), order.id.desc()) if order.descending else (order.column.asc(), order.id.asc())
    found = list(db.session.scalars(rows.order_by(order.column.is_(None), *direction).limit(limit + 1)))
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return Page(found[:limit], closed(seal, order.read(last), last.id) if last is not None else None)  # type: ignore[attr-defined]


def beyond(order: Order, value: Any, row_id: UUID) -> ColumnElement[bool]:
    """The rows that come after the one with this value and id."""
    after_id = order.id < row_id if order.descending else order.id > row_id
    if value is None:
        return and_(order.column.is_(None), after_id)
    after = order.column < value if order.descending else order.column > value
    return or_(after, and_(order.column == value, after_id), order.column.is_(None))


def fingerprint(filters: Any) -> str:
    return hashlib.sha256(json.dumps(filters, sort_keys=True, default=str).encode()).hexdigest()[:12]


def closed(seal: str, value: Any, row_id: UUID) -> str:
    said = {"t": value.isoformat()} if isinstance(value, datetime) else {"v": value}
    return base64.urlsafe_b64encode(json.dumps([seal, said, str(row_id)]).encode()).decode().rstrip("=")


def opened(cursor: str, seal: str) -> tuple[Any, UUID]:
    try:
        made_under, said, row_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if made_under != seal:
            raise ValueError("other filters")
        value = datetime.fromisoformat(said["t"]) if "t" in said else said["v"]
        return value, UUID(row_id)
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise Refusal("bad-cursor", say("This cursor does not belong to this list."), field="cursor") from None
