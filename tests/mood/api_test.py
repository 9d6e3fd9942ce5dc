"""/journal/mood: the contract, word by word."""

from datetime import timedelta

import pytest

from kaya.db import uuid7
from kaya.mood import checking_in
from kaya.mood.saying import Said
from tests.mood.conftest import utc

AT = "/api/v1/journal/mood"


@pytest.fixture(autouse=True)
def a_monday(clock):
    clock.travel(to=utc(2026, 3, 2, 12))
    clock.stand()


def test_said_mended_found_and_deleted(amara, call):
    phone = call(amara)
    body = {"mood": "hopeful", "intensity": 6, "tags": ["sea"], "note": "Early.", "at": "2026-03-02T07:50:00Z"}
    made = phone.post(AT, json=body)
    assert made.status_code == 201
    kept = made.json
    assert {name: kept[name] for name in body} == body
    assert (kept["valence"], kept["arousal"], kept["day"], kept["timezone"]) == (
        0.46,
        -0.24,
        "2026-03-02",
        "Europe/Lisbon",
    )
    changed = phone.patch(f"{AT}/{kept['id']}", json={"mood": "sad", "intensity": 3}).json
    assert (changed["mood"], changed["valence"], changed["intensity"], changed["note"]) == ("sad", -0.72, 3, "Early.")
    assert phone.get(f"{AT}/history").json["items"] == [changed]
    assert phone.delete(f"{AT}/{kept['id']}").status_code == 204
    assert phone.get(f"{AT}/{kept['id']}").status_code == 404
    assert phone.get(f"{AT}/history").json == {"items": [], "next_cursor": None}


def test_the_same_id_and_the_same_key_are_the_same_entry(amara, call):
    phone, id = call(amara), str(uuid7())
    for _ in range(2):
        assert phone.post(AT, json={"id": id, "mood": "calm", "intensity": 5}).json["id"] == id
    keyed = {"headers": {"Idempotency-Key": "k"}, "json": {"mood": "glad", "intensity": 5}}
    assert phone.post(AT, **keyed).json["id"] == phone.post(AT, **keyed).json["id"]
    assert phone.get(f"{AT}/history?count=true").json["total"] == 2
    for other in ({"mood": "sad"}, {"note": "It turned."}, {"at": "2026-02-01T10:00:00Z"}):
        refused = phone.post(AT, json={"id": id, "mood": "calm", "intensity": 5} | other)
        assert (refused.status_code, refused.json["type"]) == (409, "/problems/id-taken")


def test_history_is_by_days_pages_and_what_changed_since(amara, call, clock):
    for n in range(5):
        checking_in.check_in(amara, Said("calm"), at=clock.now() - timedelta(days=n))
    phone = call(amara)
    first = phone.get(f"{AT}/history?from=2026-02-27&to=2026-03-01&limit=2").json
    assert [item["day"] for item in first["items"]] == ["2026-03-01", "2026-02-28"]
    rest = phone.get(f"{AT}/history?from=2026-02-27&to=2026-03-01&limit=2&cursor={first['next_cursor']}").json
    assert [item["day"] for item in rest["items"]] == ["2026-02-27"]
    clock.travel(minutes=1)
    gone = first["items"][0]["id"]
    phone.delete(f"{AT}/{gone}")
    since = phone.get(f"{AT}/history?updated_since=2026-03-02T12:00:30Z").json
    assert (since["items"], since["removed"]) == ([], [gone])
    assert phone.get(f"{AT}/history?from=2026-03-02&to=2026-03-01").status_code == 422


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"intensity": 5}, "mood"),
        ({"mood": "calm"}, "intensity"),
        ({"mood": "calm", "intensity": 0}, "intensity"),
        ({"mood": "calm", "intensity": "5"}, "intensity"),
        ({"mood": "like rain", "intensity": 5}, "valence"),
        ({"mood": "calm", "intensity": 5, "valence": 2}, "valence"),
        ({"mood": "calm", "intensity": 5, "at": "2027-01-01T00:00:00Z"}, "at"),
        ({"mood": "calm", "intensity": 5, "colour": "red"}, "colour"),
    ],
)
def test_mistakes_are_named_by_field(amara, call, body, field):
    answer = call(amara).post(AT, json=body)
    assert answer.status_code == 422
    assert field in answer.json["errors"]


def test_nobody_reads_anothers(amara, ben, admin, call):
    entry = checking_in.check_in(amara, Said("calm"))
    for other in (ben, admin):
        assert call(other).get(f"{AT}/{entry.id}").status_code == 404
        assert call(other).patch(f"{AT}/{entry.id}", json={"intensity": 1}).status_code == 404
