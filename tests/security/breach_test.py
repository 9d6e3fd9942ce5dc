"""A pressed page's length tells nothing worth having: its token is signed anew, and nothing without that."""

import re

import pytest
from itsdangerous import URLSafeTimedSerializer


def token_of(page):
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)[1]


def greet(browser, token):
    return browser.post("/login", data={"csrf_token": token, "email": "nobody@example.org", "password": "wrong"})


def test_no_two_seconds_have_the_same_token(client, csrf, monkeypatch):
    """What an attacker would have to guess, letter by letter, over thousands of answers, is another in each of them."""
    seen = set()
    for second in range(3):
        monkeypatch.setattr("itsdangerous.timed.time.time", lambda at=1_800_000_000 + second: at)
        seen.add(token_of(client.get("/login")).rpartition(".")[2])
    assert len(seen) == 3


def test_what_stays_the_same_in_it_opens_nothing(app, client, csrf):
    page = client.get("/login")
    good = token_of(page)
    body, moment, signature = good.rsplit(".", 2)
    with client.session_transaction() as session:
        kept = session["csrf_token"]
    forged = URLSafeTimedSerializer("another secret", salt="wtf-csrf-token").dumps(kept)
    for bad in (body, kept, f"{body}.{moment}", f"{body}.{moment}.", f"{body}.{moment}.{signature[:-2]}", forged):
        assert greet(client, bad).status_code == 400
    assert greet(client, good).status_code != 400


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_browser_that_another_site_led_here_gets_a_page_of_its_full_length(client, site):
    asked = {"Accept-Encoding": "br", "Sec-Fetch-Site": site}
    client.get("/login")  # it keeps a cookie from now on
    assert "Content-Encoding" not in client.get("/login", headers=asked).headers
    assert client.get("/login", headers=asked | {"Sec-Fetch-Site": "same-origin"}).headers["Content-Encoding"] == "br"
