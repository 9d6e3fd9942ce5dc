"""/register and /verify as someone walks through them, with and without mistakes."""

import pytest
from flask import current_app
from sqlalchemy import func, select

from kaya.accounts import registering
from kaya.accounts.models import SignIn, User
from kaya.db import db
from kaya.organisation import furnishing
from kaya.web.places import places
from tests.accounts.conftest import PASSWORD

ANA = {"name": "Ana Luz", "email": "ana@example.org", "password": PASSWORD, "timezone": "Europe/Lisbon"}


def test_without_script_the_houses_own_zone_is_named_and_not_dots(client):
    page = client.get("/register").text
    assert "UTC, where the house is" in page
    assert ">…<" not in page


def test_from_the_form_through_the_mail_to_where_one_was_going(client, letters):
    assert 'value="/practitioners/x?day=2"' in client.get("/register?next=/practitioners/x?day=2").text
    sent = client.post("/register", data=ANA | {"next": "/practitioners/x?day=2"})
    assert (sent.status_code, sent.location) == (303, "/verify")
    assert "ana@example.org" in client.get("/verify").text
    path = letters("ana@example.org")[0].path
    page = client.get(path)
    assert page.status_code == 200
    assert db.session.scalar(select(func.count()).select_from(User)) == 0
    arrived = client.post(path)
    assert (arrived.status_code, arrived.location) == (303, "/practitioners/x?day=2")
    assert "Ana Luz" in client.get("/settings").text
    assert client.get(path).status_code == client.post(path).status_code == 410


def test_whoever_says_no_zone_gets_the_houses(client, letters, admin):
    furnishing.name_house(admin, name="Linden House", timezone="Africa/Lagos")
    client.post("/register", data=ANA | {"timezone": ""})
    client.post(letters("ana@example.org")[0].path)
    assert db.session.scalar(User.by_email("ana@example.org")).timezone == "Africa/Lagos"


def test_the_browsers_zone_is_chosen_already(client):
    client.set_cookie("zone", "Asia/Tokyo")
    assert "<option selected>Asia/Tokyo" in client.get("/register").text


def test_the_code_lets_in_too_with_spaces_or_without(client, letters):
    client.post("/register", data=ANA)
    code = letters("ana@example.org")[0].code
    wrong = client.post("/verify", data={"email": "ana@example.org", "code": "12"})
    assert wrong.status_code == 422
    assert "That is not the code" in wrong.text
    assert (
        client.post("/verify", data={"email": "ana@example.org", "code": f"{code[:3]} {code[3:]}"}).status_code == 303
    )
    assert client.get("/settings").status_code == 200


def test_five_wrong_codes_are_the_end(client, letters):
    client.post("/register", data=ANA)
    answers = [
        client.post("/verify", data={"email": "ana@example.org", "code": "999 99"}).status_code for _ in range(5)
    ]
    assert answers == [422, 422, 422, 422, 410]


def test_a_new_letter_can_be_asked_for(client, letters):
    client.post("/register", data=ANA)
    assert client.post("/verify/mail", data={"email": "ana@example.org"}).location == "/verify"
    assert len(letters("ana@example.org")) == 2
    assert client.post("/verify/mail", data={"email": "nobody@example.org"}).status_code == 303
    assert client.post("/verify/mail", data={}).status_code == 422


def test_what_was_typed_stays_but_the_password(client):
    page = client.post("/register", data=ANA | {"email": "ana at example"})
    assert page.status_code == 422
    assert 'value="Ana Luz"' in page.text
    assert 'value="ana at example"' in page.text
    assert PASSWORD not in page.text
    assert "does not look like a mail address" in page.text
    assert "<option selected>Europe/Lisbon<" in page.text


@pytest.mark.parametrize("missing", ["name", "email", "password"])
def test_what_is_missing_is_named(client, missing):
    page = client.post("/register", data={k: v for k, v in ANA.items() if k != missing})
    assert page.status_code == 422
    assert "Please fill this in" in page.text


def test_a_known_address_gets_the_same_page(client, visit, amara):
    known, unknown = visit(), visit()
    first = known.post("/register", data=ANA | {"email": amara.email})
    second = unknown.post("/register", data=ANA)
    assert (first.status_code, first.location, first.text) == (second.status_code, second.location, second.text)
    seen = [c.get("/verify").text.replace(e, "E") for c, e in ((known, amara.email), (unknown, "ana@example.org"))]
    assert without_secrets(seen[0]) == without_secrets(seen[1])


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "\\evil", "https:evil", "https://evil.example", "/\\evil", "/\tx"]
)
def test_nobody_is_sent_to_another_site(client, letters, elsewhere):
    client.post("/register", data=ANA | {"next": elsewhere})
    assert client.post(letters("ana@example.org")[0].path).location == home()


def test_whoever_is_in_already_goes_on(visit, amara):
    assert visit(amara).get("/register?next=/settings").location == "/settings"


def test_a_made_up_link_is_over(client):
    page = client.get("/verify/made-up")
    assert page.status_code == 410
    assert "This link is over" in page.text
    assert client.get("/verify/" + "%F0%9F%8C%BF" * 40).status_code == 410


def test_registration_asks_for_its_token(client, csrf):
    assert client.post("/register", data=ANA).status_code == 400


def test_more_than_five_letters_an_hour_are_too_many(client, settings):
    settings(rate_limit_scale=1)
    assert client.post("/register", data=ANA | {"password": "short"}).status_code == 422
    answers = [client.post("/register", data=ANA).status_code for _ in range(6)]
    assert answers == [303] * 5 + [429]
    assert client.post("/forgot", data={"email": "ana@example.org"}).status_code == 303


def test_role_cannot_be_smuggled_in(client, letters):
    client.post("/register", data=ANA | {"role": "staff", "is_staff": "1"})
    assert registering.verify(letters("ana@example.org")[0].token).role == "member"
    assert db.session.scalar(select(func.count()).select_from(SignIn)) == 0


def without_secrets(page: str) -> str:
    """The page without what differs each time: tokens and nonces."""
    return "\n".join(line for line in page.splitlines() if "csrf" not in line.lower() and "nonce" not in line)


def home() -> str:
    """Where a member lands who was on no particular way."""
    with current_app.test_request_context():
        return places("member")[0].href


def test_every_mistake_is_told_at_once(client):
    page = client.post("/register", data={"name": " ", "email": "nope@@", "password": "password", "timezone": "Mars"})
    assert page.status_code == 422
    for words in ("how we may call you", "does not look like a mail", "among those tried first", "no time zone"):
        assert words in page.text


def test_one_s_own_name_is_no_password(client):
    page = client.post("/register", data=ANA | {"name": "Anastasia", "password": "anastasia"})
    assert (page.status_code, "your own name or address" in page.text) == (422, True)
