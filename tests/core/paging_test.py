"""Paging by key: every row once, whatever is written meanwhile; a cursor is for the list it came from."""

import pytest

from kaya.db import transaction
from kaya.notifications.models import Notification
from kaya.refusal import Refusal
from kaya.web.paging import Order, counted, paged

NEWEST = Order(Notification.created_at, Notification.id, lambda row: row.created_at, descending=True)
BY_KIND = Order(
    Notification.created_at, Notification.id, lambda row: (row.created_at, row.kind), True, among=Notification.kind
)
READ_FIRST = Order(Notification.read_at, Notification.id, lambda row: row.read_at)


@pytest.fixture
def told(amara, clock):
    """Twelve notifications, four of them of one instant, every third one read."""
    with transaction() as session:
        for number in range(12):
            at = clock.now() if number % 3 else clock.now().replace(microsecond=0)
            read_at = clock.now() if number % 3 == 0 else None
            session.add(Notification(user_id=amara.id, kind=str(number), created_at=at, read_at=read_at))
    return Notification.of(amara)


def walked(rows, order, limit):
    cursor, seen = None, []
    while True:
        page = paged(rows, order, cursor=cursor, limit=limit)
        seen += page.items
        cursor = page.next_cursor
        if cursor is None:
            return seen


@pytest.mark.parametrize("order", [NEWEST, READ_FIRST, BY_KIND], ids=["descending", "with nulls", "within one value"])
@pytest.mark.parametrize("limit", [1, 5, 12, 100])
def test_every_row_comes_once_in_one_order(told, order, limit):
    kinds = [row.kind for row in walked(told, order, limit)]
    assert sorted(kinds) == sorted(str(number) for number in range(12))
    assert kinds == [row.kind for row in walked(told, order, 100)]


def test_what_has_no_value_comes_last(told):
    assert [row.read_at is None for row in walked(told, READ_FIRST, 5)] == [False] * 4 + [True] * 8


def test_a_row_that_is_written_meanwhile_moves_nothing(told, amara):
    page = paged(told, NEWEST, limit=5)
    with transaction() as session:
        session.add(Notification(user_id=amara.id, kind="new"))
    rest = paged(told, NEWEST, cursor=page.next_cursor, limit=100)
    assert len(rest.items) == 7
    assert "new" not in [row.kind for row in rest.items]


@pytest.mark.parametrize("cursor", ["rubbish", "e30", "W10", "🎂", "WyJ4Iiwge30sICJ5Il0", "a" * 5000])
def test_a_cursor_that_is_none_is_refused(told, cursor):
    with pytest.raises(Refusal, match="bad-cursor"):
        paged(told, NEWEST, cursor=cursor)


def test_a_cursor_belongs_to_its_filters(told):
    cursor = paged(told, NEWEST, limit=5, bound_to={"unread": True}).next_cursor
    with pytest.raises(Refusal, match="bad-cursor"):
        paged(told, NEWEST, cursor=cursor, bound_to={"unread": False})


def test_counting(told):
    assert counted(told) == 12
