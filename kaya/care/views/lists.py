"""What pages and API share in reading lists: the orders, a page of practitioners with what is theirs."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Select

from kaya.care import directory
from kaya.care.directory import Sort, Wanted
from kaya.care.models import Practitioner
from kaya.web.paging import Order, Page, paged

ORDERS = {
    Sort.SOONEST: Order(Practitioner.next_open_at, Practitioner.id, lambda row: row.next_open_at),
    Sort.PRICE: Order(Practitioner.price_from_amount, Practitioner.id, lambda row: row.price_from_amount),
    Sort.NAME: Order(Practitioner.display_name, Practitioner.id, lambda row: row.display_name),
}


def found(
    rows: Select[Practitioner],
    sort: Sort,
    *,
    cursor: str | None = None,
    limit: int,
    bound_to: Any = None,
    names: Iterable[str] = (),
) -> Page[Practitioner]:
    """A page of `rows`, furnished with what `names` name (see directory.furnish)."""
    one = paged(rows, ORDERS[sort], cursor=cursor, limit=limit, bound_to=[sort, bound_to])
    directory.furnish(one.items, *names)
    return one


def seal(wanted: Wanted) -> dict[str, Any]:
    """What a cursor of this search is bound to."""
    return asdict(wanted)
