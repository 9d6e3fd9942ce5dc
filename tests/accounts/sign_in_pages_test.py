"""/login, /logout, and the cookie between them."""

import pytest
from flask import current_app

from kaya.accounts import signing_in
from kaya.web.places import places
from tests.cast import PASSWORD
from tests.statements import statements

RIGHT = {"email": "amara@example.org", "password": PASSWORD}


def test_one_signs_in_goes_on_and_signs_out(client, amara):
    turned_away = client.get("/settings/account")
    assert turned_away.location == "/login?next=/settings/account"
    assert 'value="/settings/account"' in client.get(turned_away.location).text
    arrived = client.post("/login", data=RIGHT | {"next": "/settings/account"})
    assert (arrived.status_code, arrived.location) == (303, "/settings/account")
    assert amara.email in client.get("/settings/account").text
    assert client.get("/login?next=/settings").location == "/settings"
    assert client.post("/logout").status_code == 303
    assert client.get("/settings").status_code == 303


def test_the_cookie_is_out_of_reach_and_useless_once_signed_out(client, visit, amara):
    arrived = client.post("/login", data=RIGHT)
    [cookie] = [c for c in arrived.headers.getlist("Set-Cookie") if c.startswith("kaya=")]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" in cookie
    thief = visit()
    thief.set_cookie("kaya", client.get_cookie("kaya").value)
    assert thief.get("/settings").status_code == 200
    client.post("/logout")
    assert thief.get("/settings").status_code == 303


def test_each_sign_in_has_a_new_id(client, amara):
    ids = set()
    for _ in range(2):
        client.post("/login", data=RIGHT)
        with client.session_transaction() as session:
            ids.add(session["_user_id"])
        client.post("/logout")
    assert len(ids) == 2


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(visit, amara):
    pages = []
    for email in (amara.email, "nobody@example.org"):
        page = visit().post("/login", data={"email": email, "password": "wrong"})
        assert page.status_code == 422
        assert "do not belong together" in page.text
        assert f'value="{email}"' in page.text
        pages.append(
            [
                line.replace(email, "E")
                for line in page.text.splitlines()
                if "csrf" not in line.lower() and "nonce" not in line
            ]
        )
    assert pages[0] == pages[1]


def test_the_sixth_try_in_a_quarter_of_an_hour_waits(client, amara, settings, clock):
    settings(rate_limit_scale=1)
    answers = [client.post("/login", data=RIGHT | {"password": "wrong"}).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]
    assert client.post("/login", data=RIGHT).status_code == 429


def test_one_address_may_try_twenty_times_at_all_accounts(client, settings):
    settings(rate_limit_scale=1)
    answers = [
        client.post("/login", data={"email": f"n{n}@example.org", "password": "x"}).status_code for n in range(21)
    ]
    assert answers == [422] * 20 + [429]


def test_right_passwords_are_not_counted(client, amara, settings):
    settings(rate_limit_scale=1)
    assert {client.post("/login", data=RIGHT).status_code for _ in range(8)} == {303}


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "\\evil", "https:evil", "javascript:alert(1)", "/\\evil", "evil"]
)
def test_nobody_is_sent_to_another_site(client, amara, elsewhere):
    assert client.post("/login", data=RIGHT | {"next": elsewhere}).location == home()


@pytest.mark.parametrize(
    "data", [{}, {"email": "a"}, {"password": "b"}, {"email": "x" * 2000, "password": "\x00\ud7ff"}]
)
def test_a_form_with_holes_is_answered(client, data):
    assert client.post("/login", data=data).status_code == 422


def test_signing_in_and_out_asks_for_the_token(client, amara, csrf):
    assert client.post("/login", data=RIGHT).status_code == 400
    assert client.post("/logout").status_code == 400


def test_a_page_costs_one_query_to_know_who_is_looking(visit, amara):
    browser = visit(amara)
    with statements() as asked:
        browser.get("/settings")
    assert len([s for s in asked if "sign_ins" in s]) == 1
    assert not [s for s in asked if "FROM users" in s]


def test_being_seen_is_noted_at_most_every_five_minutes(visit, amara, clock, session):
    browser = visit(amara)
    [sign_in] = signing_in.current(amara)
    first = sign_in.last_seen_at
    clock.travel(minutes=4)
    browser.get("/settings").close()
    session.refresh(sign_in)
    assert sign_in.last_seen_at == first
    clock.travel(minutes=2)
    browser.get("/settings").close()
    session.refresh(sign_in)
    assert (sign_in.last_seen_at - first).total_seconds() > 300


@pytest.mark.parametrize("forged", ["", "not-an-id", "00000000-0000-7000-8000-000000000000"])
def test_a_cookie_that_means_nobody_is_nobody(client, forged):
    with client.session_transaction() as session:
        session["_user_id"] = forged
    assert client.get("/settings").status_code == 303


def test_signing_out_closes_the_sockets(visit, listen, amara):
    browser = visit(amara)
    page = listen(browser)
    assert page.is_connected()
    browser.post("/logout")
    assert not page.is_connected()


def home() -> str:
    """Where a member lands who was on no particular way."""
    with current_app.test_request_context():
        return places("member")[0].href
