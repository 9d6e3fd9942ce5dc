"""Staff's page of API keys: made, shown once, listed in words, revoked after a question."""

import re

import pytest
from sqlalchemy import select

from kaya.accounts import admin_keys
from kaya.accounts.models import ApiKey

KEYS = "/staff/keys"
WANTED = {"name": "Warehouse", "scopes": ["shop:write", "shop:read", "support:read"], "days": "30"}


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def key(admin):
    return admin_keys.make(admin, "Night report", ["audit:read"])[0]


def test_where_there_is_none_the_page_says_what_one_is_good_for(desk):
    assert "Make the first key" in desk.get(KEYS).text


def test_a_key_is_made_and_shown_once(desk, session):
    answer = desk.post(KEYS, data=WANTED)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    [words] = set(re.findall(r"kaya_[\w-]{40,}", answer.text))
    known = admin_keys.known(words)
    assert known is not None
    assert (known.name, known.scopes) == ("Warehouse", ["shop:read", "shop:write", "support:read"])
    later = desk.get(KEYS).text
    assert words not in later
    assert session.scalars(select(ApiKey)).one().prefix in later


def test_it_is_good_for_as_long_as_was_chosen(desk, session, clock):
    desk.post(KEYS, data=WANTED)
    assert (session.scalars(select(ApiKey)).one().expires_at - clock.now()).days in (29, 30)


def test_the_list_says_in_words_who_made_it_for_what(desk, key):
    told = " ".join(re.sub(r"<[^>]+>", " ", desk.get(KEYS).text).split())
    assert "Night report" in told
    assert "The audit trail: Read Made by" in told
    assert f"Made by {key.user.name} Last used not yet Ends" in told


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        ({"name": " "}, "name", "Say what the key is for"),
        ({"name": "x" * 81}, "name", "at most 80 characters"),
        ({"scopes": []}, "scopes", "Choose at least one thing"),
        ({"scopes": ["moon:read"]}, "scopes", "not among the choices"),
        ({"days": "9999"}, "days", "not among the choices"),
        ({"days": ""}, "days", "not among the choices"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(desk, session, given, field, words):
    answer = desk.post(KEYS, data=WANTED | given)
    assert answer.status_code == 422
    [beside] = re.findall(rf'id="{field}-error">.*?<span>(.*?)</span>', answer.text)
    assert words in beside
    assert session.scalars(select(ApiKey)).first() is None
    if field != "name":
        assert 'value="Warehouse"' in answer.text
    if field != "scopes":
        assert re.search(r'value="shop:write" checked', answer.text)


def test_a_key_is_revoked_after_a_question(desk, key, session):
    asked = f"{KEYS}/{key.id}/revocation"
    assert "Revoke Night report?" in desk.get(asked).text
    assert session.get_one(ApiKey, key.id).revoked_at is None
    answer = desk.post(asked)
    assert answer.headers["Location"] == KEYS
    assert session.get_one(ApiKey, key.id).revoked_at is not None
    later = desk.get(KEYS).text
    assert "Night report opens nothing any more." in later
    assert asked not in later
    assert "It opens nothing any more as it is." in desk.get(asked).text


def test_making_and_revoking_ask_whether_it_is_still_they(desk, key, clock):
    clock.travel(minutes=11)
    for path, ask in ((f"{KEYS}/new", desk.get), (KEYS, desk.post), (f"{KEYS}/{key.id}/revocation", desk.post)):
        assert ask(path).headers["Location"].startswith("/reauthenticate"), path
    assert desk.get(KEYS).status_code == 200
