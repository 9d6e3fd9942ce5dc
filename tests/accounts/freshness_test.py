"""Proving again that it is still oneself, by page and by API."""

import pytest
from sqlalchemy import select

from kaya.accounts import passkeys
from kaya.accounts.models import SignIn
from kaya.db import db, transaction
from tests.accounts.passkey_device import Device
from tests.cast import PASSWORD, code, with_code_app

ABOUT_SECOND_PROOFS = (
    ("/settings/two-factor/recovery-codes", "/2fa/recovery-codes"),
    ("/settings/two-factor/secret", "/2fa/setup"),
    ("/settings/passkeys/options", "/passkeys/options"),
)


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


@pytest.fixture
def careful(amara):
    """Amara, with a code app."""
    with transaction() as session:
        with_code_app(session, session.merge(amara))
    return amara


@pytest.mark.parametrize(("path", "by_api"), ABOUT_SECOND_PROOFS)
def test_the_password_alone_undoes_no_second_proof(visit, call, careful, clock, path, by_api):
    """Whoever sits at an open browser and knows the password makes no recovery codes, and adds no passkey."""
    browser, phone = visit(careful), call(careful)
    clock.travel(minutes=11)
    assert browser.post("/reauthenticate", data={"password": PASSWORD}).status_code == 303
    assert phone.post("/api/v1/auth/reauthenticate", json={"password": PASSWORD}).status_code == 204
    sent = browser.post(path)
    assert (sent.status_code, sent.location.partition("?")[0]) == (303, "/reauthenticate")
    page = browser.get(sent.location).text
    assert 'name="otp"' in page
    assert 'name="password"' not in page
    refused = phone.post(f"/api/v1/auth{by_api}")
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/reauthenticate")
    assert "code" in refused.json["detail"]
    assert phone.post("/api/v1/users/me/export").status_code == 202, "for anything else the password is enough"
    proved = browser.post("/reauthenticate", data={"otp": code(), "next": "/settings/two-factor"})
    assert (proved.status_code, proved.location) == (303, "/settings/two-factor")
    assert browser.post(path).status_code in (200, 303, 409)
    clock.travel(seconds=30)
    assert phone.post("/api/v1/auth/reauthenticate", json={"otp": code()}).status_code == 204
    assert phone.post(f"/api/v1/auth{by_api}").status_code in (200, 409)


def test_a_passkey_is_a_second_proof_and_its_removal_asks_for_one(call, careful, clock):
    device = Device()
    passkeys.add(careful, device.make(passkeys.begin(careful)))
    phone = call(careful)
    path = f"/api/v1/auth/passkeys/{phone.get('/api/v1/auth/passkeys').json['items'][0]['id']}"
    clock.travel(minutes=11)
    assert phone.post("/api/v1/auth/reauthenticate", json={"password": PASSWORD}).status_code == 204
    assert phone.delete(path).json["type"] == "/problems/reauthenticate"
    asked = phone.post("/api/v1/auth/reauthenticate/options").json
    assert phone.post("/api/v1/auth/reauthenticate", json={"credential": device.sign(asked)}).status_code == 204
    assert phone.delete(path).status_code == 204


@pytest.mark.parametrize("wrong", [{}, {"password": "", "otp": ""}, {"otp": "000000"}, {"otp": "x" * 41}])
def test_what_is_no_proof_is_said_beside_its_field(visit, careful, clock, wrong):
    browser = visit(careful)
    clock.travel(minutes=11)
    assert browser.post("/reauthenticate?second=1", data=wrong).status_code == 422
    assert not sign_in_of(careful).is_fresh


def test_each_way_in_that_asks_for_it_has_seen_it(visit, call, careful, clock):
    browser = visit()
    browser.post("/login", data={"email": careful.email, "password": PASSWORD})
    browser.post("/login/code", data={"otp": code()})
    assert browser.post("/settings/two-factor/recovery-codes").status_code == 200
    clock.travel(seconds=30)
    right = {"email": careful.email, "password": PASSWORD, "otp": code()}
    token = call().post("/api/v1/auth/login", json=right).json["access_token"]
    told = call().post("/api/v1/auth/2fa/recovery-codes", headers={"Authorization": f"Bearer {token}"})
    assert (told.status_code, len(told.json["recovery_codes"])) == (200, 10)


def test_what_was_typed_before_is_still_there_after_the_proof(visit, admin, amara, clock):
    browser, path = visit(admin), f"/staff/people/{amara.id}"
    clock.travel(minutes=11)
    sent = browser.post(
        f"{path}/suspension", data={"reason": "Threats, 😡"}, headers={"Referer": f"http://localhost{path}"}
    )
    assert "/reauthenticate" in sent.location
    asked = browser.get(sent.location).text
    assert 'name="otp"' in asked
    proved = browser.post("/reauthenticate", data={"password": PASSWORD, "next": path})
    page = browser.get(proved.location).text
    assert "What you had filled in is still there" in page
    assert "Threats, 😡" in page
    assert "Threats" not in browser.get(path).text


def test_secrets_and_long_texts_are_not_kept(visit, admin, amara, clock):
    browser, path = visit(admin), f"/staff/people/{amara.id}"
    clock.travel(minutes=11)
    for typed in ({"password": "hush", "otp": "123456"}, {"reason": "x" * 3000}):
        browser.post(f"{path}/suspension", data=typed, headers={"Referer": f"http://localhost{path}"})
        with browser.session_transaction() as session:
            assert "unsent" not in session
