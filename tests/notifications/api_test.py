"""/api/v1/notifications."""

import uuid

import pytest

from kaya.notifications import kind, tell
from kaya.notifications.kinds import kinds

HOME = "/api/v1/notifications"


@pytest.fixture(autouse=True)
def _kinds():
    kept = dict(kinds)
    kinds.clear()
    kind("tea-ready", label="Tea", sentence="{who} made tea")
    kind("cake-ready", label="Cake", sentence="{who} baked", mail=True)
    yield
    kinds.clear()
    kinds.update(kept)


@pytest.fixture
def client(call, amara):
    return call(amara)


def test_a_list_with_a_filter_and_pages(client, amara):
    for _ in range(3):
        tell(amara, "tea-ready", "/tea", who="Ben")
    first = client.get(HOME, query_string={"limit": 2}).json
    assert [item["text"] for item in first["items"]] == ["Ben made tea"] * 2
    assert set(first["items"][0]) == {"id", "kind", "text", "path", "created_at", "read_at"}
    assert first["items"][0]["created_at"].endswith("Z")
    rest = client.get(HOME, query_string={"limit": 2, "cursor": first["next_cursor"]}).json
    assert (len(rest["items"]), rest["next_cursor"]) == (1, None)
    client.patch(f"{HOME}/{rest['items'][0]['id']}/read")
    assert len(client.get(HOME, query_string={"unread": "true"}).json["items"]) == 2
    mixed = client.get(HOME, query_string={"unread": "true", "cursor": first["next_cursor"]})
    assert mixed.status_code == 422


def test_counting_reading_and_deleting(client, amara):
    one = f"{HOME}/{tell(amara, 'tea-ready', '/tea', who='Ben').id}"
    tell(amara, "tea-ready", "/tea", who="Ben")
    assert client.get(f"{HOME}/unread-count").json == {"count": 2}
    assert client.patch(f"{one}/read").json["read_at"]
    assert client.get(f"{HOME}/unread-count").json == {"count": 1}
    assert client.patch(f"{HOME}/read-all").json == {"updated": 1, "count": 0}
    assert client.delete(one).status_code == 204
    assert client.delete(one).status_code == 404


def test_preferences_are_read_and_replaced(client):
    shown = client.get(f"{HOME}/preferences").json["items"]
    assert shown == [
        {"kind": "cake-ready", "label": "Cake", "in_app": True, "by_mail": True},
        {"kind": "tea-ready", "label": "Tea", "in_app": True, "by_mail": None},
    ]
    changed = client.put(
        f"{HOME}/preferences", json={"items": [{"kind": "cake-ready", "in_app": False, "by_mail": False}]}
    )
    assert changed.json["items"][0] == {"kind": "cake-ready", "label": "Cake", "in_app": False, "by_mail": False}
    assert client.put(f"{HOME}/preferences", json={"items": []}).json["items"] == shown


def test_preferences_that_were_changed_elsewhere_are_not_overwritten(client):
    seen = {"If-Match": client.get(f"{HOME}/preferences").headers["ETag"]}
    quiet = {"items": [{"kind": "cake-ready", "in_app": False, "by_mail": False}]}
    changed = client.put(f"{HOME}/preferences", json=quiet, headers=seen)
    assert changed.status_code == 200
    late = client.put(f"{HOME}/preferences", json={"items": []}, headers=seen)
    assert (late.status_code, late.content_type) == (412, "application/problem+json")
    assert client.get(f"{HOME}/preferences").json == changed.json
    seen = {"If-Match": client.get(f"{HOME}/preferences").headers["ETag"]}
    assert client.put(f"{HOME}/preferences", json={"items": []}, headers=seen).status_code == 200


@pytest.mark.parametrize(
    "body",
    [{}, {"items": [{"kind": "rubbish"}]}, {"items": "x"}, {"items": [{"kind": "tea-ready", "role": "staff"}]}, []],
)
def test_rubbish_is_refused(client, body):
    answer = client.put(f"{HOME}/preferences", json=body)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"


def test_anothers_and_nobodys_are_the_same_404(call, ben, amara):
    told = tell(amara, "tea-ready", "/tea", who="Ben")
    client = call(ben)
    for id_ in (told.id, uuid.uuid4()):
        assert client.patch(f"{HOME}/{id_}/read").status_code == 404
        assert client.delete(f"{HOME}/{id_}").status_code == 404


@pytest.mark.parametrize("path", ["", "/unread-count", "/preferences"])
def test_nobody_is_asked_to_sign_in(visit, path):
    assert visit().get(HOME + path).status_code == 401
