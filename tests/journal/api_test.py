"""The journal by API."""

from datetime import UTC, datetime

import pytest

from kaya.db import uuid7
from kaya.journal import writing
from kaya.journal.wording import Page

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.fixture
def phone(amara, call, clock):
    clock.travel(to=NOON)
    return call(amara)


def test_a_page_is_written_once_however_often_it_is_sent(phone):
    body = {"id": str(uuid7()), "title": "Low tide", "body": "We *walked*.", "tags": ["sea"], "date": "2026-03-02"}
    first = phone.post("/api/v1/journal", json=body)
    assert first.status_code == 201
    again = phone.post("/api/v1/journal", json=body)
    assert again.json["id"] == first.json["id"] == body["id"]
    assert len(phone.get("/api/v1/journal").json["items"]) == 1
    key = {"Idempotency-Key": "a tram, a tunnel"}
    one = phone.post("/api/v1/journal", json={"body": "x"}, headers=key)
    assert phone.post("/api/v1/journal", json={"body": "x"}, headers=key).json["id"] == one.json["id"]


def test_a_change_that_did_not_see_the_latest_is_refused(phone, amara):
    entry = writing.write(amara, Page(body="First."))
    path = f"/api/v1/journal/{entry.id}"
    seen = phone.get(path).headers["ETag"]
    assert phone.patch(path, json={"body": "Second."}, headers={"If-Match": seen}).json["body"] == "Second."
    assert phone.patch(path, json={"body": "Third."}, headers={"If-Match": seen}).status_code == 412
    assert phone.get(path, headers={"If-None-Match": phone.get(path).headers["ETag"]}).status_code == 304


def test_pages_come_a_few_at_a_time_and_are_searched_so(phone, amara):
    for day in range(1, 8):
        phone.post("/api/v1/journal", json={"body": "a heron" if day % 2 else "a gull", "date": f"2026-03-0{day}"})
    first = phone.get("/api/v1/journal?limit=5&count=true").json
    rest = phone.get(f"/api/v1/journal?limit=5&cursor={first['next_cursor']}").json
    days = [page["date"] for page in first["items"] + rest["items"]]
    assert (days, first["total"]) == (sorted(days, reverse=True), 7)
    found = phone.get("/api/v1/journal?q=heron&limit=3").json
    more = phone.get(f"/api/v1/journal?q=heron&limit=3&cursor={found['next_cursor']}").json
    assert [page["date"][-1] for page in found["items"] + more["items"]] == ["7", "5", "3", "1"]
    assert phone.get(f"/api/v1/journal?q=gull&cursor={found['next_cursor']}").status_code == 422


def test_a_phone_hears_what_went(phone, clock):
    made = phone.post("/api/v1/journal", json={"body": "Too much."}).json
    assert phone.delete(f"/api/v1/journal/{made['id']}").status_code == 204
    told = phone.get("/api/v1/journal?updated_since=2026-03-20T00:00:00Z").json
    assert (told["items"], told["removed"]) == ([], [made["id"]])


def test_gratitude(phone):
    made = phone.post("/api/v1/journal/gratitude", json={"items": ["The tea", "  ", "A seat"]})
    assert (made.status_code, made.json["items"]) == (201, ["The tea", "A seat"])
    assert phone.post("/api/v1/journal/gratitude", json={"items": [" "]}).status_code == 422
    assert phone.post("/api/v1/journal/gratitude", json={"items": ["x"] * 11}).status_code == 422
    assert [kept["id"] for kept in phone.get("/api/v1/journal/gratitude/list").json["items"]] == [made.json["id"]]
    assert phone.delete(f"/api/v1/journal/gratitude/{made.json['id']}").status_code == 204


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body"),
        ({"body": "x" * 25_001}, "body"),
        ({"body": "x", "date": "2027-01-01"}, "date"),
        ({"body": "x", "tags": ["a" * 41]}, "tags.0"),
        ({"body": "x", "mood": 5}, "mood"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(phone, body, field):
    answer = phone.post("/api/v1/journal", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_page_may_be_long(phone):
    assert phone.post("/api/v1/journal", json={"body": "ה😀" * 12_000}).status_code == 201
