"""Proving again that it is still oneself, by page and by API."""

from sqlalchemy import select

from kaya.accounts.models import SignIn
from kaya.db import db
from tests.cast import PASSWORD


def sign_in_of(person):
    return db.session.scalar(select(SignIn).where(SignIn.user_id == person.id))


def test_a_sign_in_is_fresh_for_ten_minutes_and_again_after_the_password(visit, amara, clock):
    browser = visit(amara)
    assert sign_in_of(amara).is_fresh
    clock.travel(minutes=11)
    assert not sign_in_of(amara).is_fresh
    wrong = browser.post("/reauthenticate", data={"password": "wrong", "next": "/settings"})
    assert wrong.status_code == 422
    assert "That is not your password." in wrong.text
    assert not sign_in_of(amara).is_fresh
    proved = browser.post("/reauthenticate", data={"password": PASSWORD, "next": "/settings"})
    assert (proved.status_code, proved.location) == (303, "/settings")
    assert sign_in_of(amara).is_fresh


def test_it_leads_to_no_other_site(visit, amara):
    proved = visit(amara).post("/reauthenticate", data={"password": PASSWORD, "next": "//evil.example"})
    assert proved.location == "/settings/account"


def test_a_client_proves_it_too_and_five_wrong_passwords_rest(call, amara, clock):
    phone = call(amara)
    clock.travel(minutes=11)

    def say(word):
        return phone.post("/api/v1/auth/reauthenticate", json={"password": word})

    assert say(PASSWORD).status_code == 204
    assert sign_in_of(amara).is_fresh
    wrong = [say("wrong") for _ in range(5)]
    assert {answer.status_code for answer in wrong} == {422}
    assert wrong[0].json["errors"] == {"password": ["That is not your password."]}
    assert (say(PASSWORD).status_code, say(PASSWORD).json["type"]) == (429, "/problems/password-locked")
