"""Paging by key: page 1,000 costs what page 1 costs; a cursor is bound to its filters and breaks ties by id."""

import base64
import binascii
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import ge, gt, le, lt
from typing import Any, Generic, TypeVar
from uuid import UUID

from flask import current_app
from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from kaya.db import db
from kaya.refusal import Refusal
from kaya.words import say

Row = TypeVar("Row")
LIMIT = 20
COUNTED_TO = 1000


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows of a longer list, and the cursor that goes on from the last of them."""

    items: list[Row]
    next_cursor: str | None


@dataclass(frozen=True)
class Order:
    """Sort by `column`, then by `id`, in one direction; nulls last. `read` takes the column's value from a row.

    `among`: what rows of one value are sorted by before their id, where neither is ever null; `read` takes both.
    """

    column: Any
    id: Any
    read: Any
    descending: bool = False
    among: Any = None


def paged(
    rows: Select[Row], order: Order, *, cursor: str | None = None, limit: int = LIMIT, bound_to: Any = None
) -> Page[Row]:
    """One page of `rows`. Refuses ("bad-cursor") a cursor that is not ours or was made under other filters."""
    after = opened(cursor, bound_to) if cursor else None
    found: list[Row] = []
    for stretch in stretches(order, after):
        if len(found) <= limit:
            some = rows.where(*stretch).order_by(*in_order(order)).limit(limit + 1 - len(found))
            found += db.session.scalars(some).unique()
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return Page(found[:limit], closed(order.read(last), last.id, bound_to) if last is not None else None)  # type: ignore[attr-defined]


def counted(rows: Select[Any]) -> int | str:
    """How many there are, "1000+" beyond that."""
    found = db.session.scalar(select(func.count()).select_from(rows.order_by(None).limit(COUNTED_TO + 1).subquery()))
    return found or 0 if (found or 0) <= COUNTED_TO else f"{COUNTED_TO}+"


def in_order(order: Order) -> list[Any]:
    columns = [each for each in (order.column, order.among, order.id) if each is not None]
    return [each.desc() if order.descending else each.asc() for each in columns]


def stretches(order: Order, after: tuple[Any, UUID] | None) -> Iterator[list[ColumnElement[bool]]]:
    """What to read, one after the other: the rows with a value, then those without. An index can seek to each."""
    value, row_id = after or (None, None)
    can_be_null = getattr(order.column, "nullable", True)
    if after is None or value is not None:
        yield [*([order.column.is_not(None)] if can_be_null else []), *(beyond(order, value, row_id) if row_id else [])]
    if can_be_null:
        past = [order.id < row_id if order.descending else order.id > row_id] if row_id and value is None else []
        yield [order.column.is_(None), *past]


def beyond(order: Order, value: Any, row_id: UUID) -> list[ColumnElement[bool]]:
    """The rows that come after the one with this value and id; the first condition is where an index begins."""
    comes_after, begins = (lt, le) if order.descending else (gt, ge)
    later = comes_after(order.id, row_id)
    if order.among is not None:
        value, among = value
        later = or_(comes_after(order.among, among), and_(order.among == among, later))
    return [begins(order.column, value), or_(comes_after(order.column, value), later)]


def sealed(said: Any, row_id: Any, filters: Any) -> str:
    """What only this installation can write below a cursor: nobody makes one up, or uses it under other filters."""
    words = json.dumps([said, row_id, filters], sort_keys=True, default=str).encode()
    return hmac.new(str(current_app.config["SECRET_KEY"]).encode(), b"cursor:" + words, "sha256").hexdigest()[:32]


def closed(value: Any, row_id: UUID, filters: Any) -> str:
    said = said_as(value)
    words = json.dumps([sealed(said, str(row_id), filters), said, str(row_id)])
    return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")


def said_as(value: Any) -> dict[str, Any]:
    if isinstance(value, tuple):
        return {"b": [said_as(each) for each in value]}
    return {kind_of(value): value.isoformat() if isinstance(value, date) else value}


def kind_of(value: Any) -> str:
    """An instant ("t"), a day ("d"), or what JSON knows itself ("v")."""
    return "t" if isinstance(value, datetime) else "d" if isinstance(value, date) else "v"


def opened(cursor: str, filters: Any) -> tuple[Any, UUID]:
    try:
        seal, said, row_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not hmac.compare_digest(str(seal).encode(errors="replace"), sealed(said, row_id, filters).encode()):
            raise ValueError("not ours, or other filters")
        return meant(said), UUID(row_id)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        raise Refusal("bad-cursor", say("This cursor does not belong to this list."), field="cursor") from None


def meant(said: dict[str, Any]) -> Any:
    if "b" in said:
        return tuple(meant(each) for each in said["b"])
    if "t" in said:
        return datetime.fromisoformat(said["t"])
    return date.fromisoformat(said["d"]) if "d" in said else said["v"]
