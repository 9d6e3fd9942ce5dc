"""A cursor is this installation's own: nobody makes one up, or changes what stands in it."""

import base64
import json

import pytest

from kaya.db import transaction
from kaya.notifications.models import Notification
from kaya.refusal import Refusal
from kaya.web.paging import Order, paged

NEWEST = Order(Notification.created_at, Notification.id, lambda row: row.created_at, descending=True)
TEXT = Order(Notification.kind, Notification.id, lambda row: row.kind)

FORGED_VALUES = [
    *({"v": value} for value in (5, 1.5, True, None, "x", "\ud800", "\x00", [1], {"a": 1}, 2**70)),
    *({"t": value} for value in (5, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01")),
]
FORGED_IDS = [5, None, [1], {"a": 1}, "x"]


@pytest.fixture
def told(amara):
    with transaction() as session:
        session.add_all(Notification(user_id=amara.id, kind=str(number)) for number in range(3))
    return Notification.of(amara)


def parts_of(cursor):
    return json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))


def sealed(parts):
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize("order", [NEWEST, TEXT], ids=["instants", "words"])
@pytest.mark.parametrize("value", FORGED_VALUES, ids=str)
def test_a_value_that_was_put_into_it_is_refused(told, order, value):
    seal, _, row_id = parts_of(paged(told, order, limit=1).next_cursor)
    with pytest.raises(Refusal, match="bad-cursor"):
        paged(told, order, cursor=sealed([seal, value, row_id]))


@pytest.mark.parametrize("row_id", FORGED_IDS, ids=str)
def test_an_id_that_was_put_into_it_is_refused(told, row_id):
    seal, value, _ = parts_of(paged(told, NEWEST, limit=1).next_cursor)
    with pytest.raises(Refusal, match="bad-cursor"):
        paged(told, NEWEST, cursor=sealed([seal, value, row_id]))


def test_another_installations_cursor_is_refused(app, told, monkeypatch):
    cursor = paged(told, NEWEST, limit=1).next_cursor
    monkeypatch.setitem(app.config, "SECRET_KEY", "another house, another secret of its own")
    with pytest.raises(Refusal, match="bad-cursor"):
        paged(told, NEWEST, cursor=cursor)


def test_the_api_says_so_and_the_page_begins_anew(call, visit, amara, told):
    seal, _, row_id = parts_of(call(amara).get("/api/v1/notifications?limit=1").json["next_cursor"])
    forged = sealed([seal, {"v": 5}, row_id])
    answer = call(amara).get("/api/v1/notifications", query_string={"cursor": forged})
    assert (answer.status_code, answer.json["type"]) == (422, "/problems/bad-cursor")
    page = visit().get("/practitioners", query_string={"cursor": forged})
    assert page.status_code == 200, page.text[-6000:]
