"""Signing in by six digits that came by mail."""

import re

import pytest

from kaya.accounts import mail_codes
from kaya.accounts.models import MailCode
from kaya.db import transaction
from tests.cast import PASSWORD, code, with_code_app

UNKNOWN = "nobody@example.org"
API = "/api/v1/auth"


@pytest.fixture
def digits(amara, letters):
    """The code that came to Amara, who asked for it."""
    mail_codes.ask(amara.email)
    return letters(amara.email)[0].code


def test_one_asks_reads_the_mail_and_is_in(client, amara, letters):
    asked = client.post("/login/mail", data={"email": " Amara@Example.org", "next": "/settings/passkeys"})
    assert asked.location == "/login/mail/code?next=/settings/passkeys"
    page = client.get(asked.location).text
    assert 'value="Amara@Example.org"' in page
    assert "on this page and on no other" in page
    [letter] = letters(amara.email)
    assert letter.code in letter.subject
    assert "on this site and nowhere else" in letter.text
    typed = {"email": amara.email, "code": f"{letter.code[:3]} {letter.code[3:]}", "next": "/settings/passkeys"}
    assert client.post("/login/mail/code", data=typed).location == "/settings/passkeys"
    assert client.post("/settings/passkeys/options").status_code == 200, "the session is fresh"


def test_it_is_good_once_and_kept_as_a_hash(visit, call, amara, digits, session):
    assert digits.encode() not in session.query(MailCode).one().code_hash
    typed = {"email": amara.email, "code": digits}
    assert visit().post("/login/mail/code", data=typed).status_code == 303
    again = visit().post("/login/mail/code", data=typed)
    assert again.status_code == 410
    assert "has been used" in again.text
    by_api = call().post(f"{API}/login/mail-code", json=typed)
    assert (by_api.status_code, by_api.json["type"]) == (410, "/problems/gone")


def test_it_is_over_after_ten_minutes_and_when_another_is_sent(client, amara, digits, letters, clock):
    clock.travel(minutes=11)
    assert client.post("/login/mail/code", data={"email": amara.email, "code": digits}).status_code == 410
    mail_codes.ask(amara.email)
    newest = letters(amara.email)[0].code
    if newest != digits:
        assert client.post("/login/mail/code", data={"email": amara.email, "code": digits}).status_code == 422
    assert client.post("/login/mail/code", data={"email": amara.email, "code": newest}).status_code == 303


def test_five_wrong_codes_end_it(visit, amara, digits):
    wrong = {"email": amara.email, "code": "000000" if digits != "000000" else "111111"}
    assert [visit().post("/login/mail/code", data=wrong).status_code for _ in range(6)] == [422] * 5 + [410]
    assert visit().post("/login/mail/code", data={"email": amara.email, "code": digits}).status_code == 410


def test_a_known_and_an_unknown_address_are_answered_alike(visit, call, amara, letters, run_jobs):
    pages, bodies = [], []
    for email in (amara.email, UNKNOWN):
        browser, phone = visit(), call()
        asked = browser.post("/login/mail", data={"email": email})
        told = phone.post(f"{API}/mail-code", json={"email": email})
        run_jobs()
        page = browser.get(asked.location)
        refused = [browser.post("/login/mail/code", data={"email": email, "code": "x"}) for _ in range(6)]
        by_api = phone.post(f"{API}/login/mail-code", json={"email": email, "code": "000000"})
        pages.append([(each.status_code, plain(each.text, email)) for each in (page, *refused)])
        bodies.append([asked.location, told.status_code, told.text, by_api.status_code, by_api.json["detail"]])
    assert pages[0] == pages[1]
    assert [status for status, _ in pages[0]] == [200] + [422] * 5 + [410]
    assert bodies[0] == bodies[1]
    assert bodies[0][1] == 202
    assert not letters(UNKNOWN)


def plain(page, email):
    lines = page.replace(email, "E").splitlines()
    return [re.sub(r'nonce="[^"]*"', "", line) for line in lines if "csrf" not in line.lower()]


def test_where_none_was_asked_for_there_is_none(client, amara):
    for email in (amara.email, UNKNOWN):
        assert client.post("/login/mail/code", data={"email": email, "code": "000000"}).status_code == 410


def test_the_suspended_get_none_and_may_not_use_one(client, amara, digits, letters):
    with transaction() as session:
        session.merge(amara).suspended_at = amara.created_at
    assert client.post("/login/mail/code", data={"email": amara.email, "code": digits}).status_code == 422
    mail_codes.ask(amara.email)
    assert len(letters(amara.email)) == 1


def test_whoever_has_a_second_factor_makes_the_second_step(visit, call, amara, letters):
    with transaction() as session:
        with_code_app(session, session.merge(amara))
    mail_codes.ask(amara.email)
    typed = {"email": amara.email, "code": letters(amara.email)[0].code}
    phone = call()
    missing = phone.post(f"{API}/login/mail-code", json=typed)
    assert (missing.status_code, missing.json["type"]) == (401, "/problems/otp-required")
    wrong = phone.post(f"{API}/login/mail-code", json=typed | {"otp": "000000"})
    assert (wrong.status_code, wrong.json["type"]) == (401, "/problems/wrong-code")
    browser = visit()
    assert browser.post("/login/mail/code", data=typed | {"next": "/settings"}).location == "/login/code?next=/settings"
    assert browser.get("/settings").status_code == 303
    assert browser.post("/login/code", data={"otp": code(), "next": "/settings"}).location == "/settings"


def test_a_client_signs_in_with_it(call, amara, digits):
    told = call().post(f"{API}/login/mail-code", json={"email": amara.email, "code": digits})
    assert (told.status_code, told.json["user"]["email"]) == (200, amara.email)


def test_one_mailbox_gets_five_an_hour(visit, call, amara, settings, letters):
    settings(rate_limit_scale=1)
    answers = []
    for n in range(6):
        browser = visit()
        browser.environ_base["REMOTE_ADDR"] = f"192.0.2.{n}"
        answers.append(browser.post("/login/mail", data={"email": amara.email}).status_code)
    assert answers == [303] * 5 + [429]
    assert call().post(f"{API}/mail-code", json={"email": amara.email}).status_code == 429
    assert visit().post("/login", data={"email": amara.email, "password": PASSWORD}).status_code == 303


def test_a_job_that_runs_twice_sends_one(amara, letters, session):
    mail_codes.ask(amara.email)
    assert len(letters(amara.email)) == 1
    mail_codes.send(amara.email, session.query(MailCode).one().asked_id)
    assert len(letters(amara.email)) == 1
