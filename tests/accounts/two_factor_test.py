"""Two-factor sign-in: turned on with an app's code, asked for at the door, and without the app a code from paper."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select

from kaya.accounts import one_time, two_factor
from kaya.accounts.models import Authenticator, RecoveryCode, Role
from kaya.db import db
from kaya.refusal import Refusal
from tests.cast import PASSWORD, code, person

RIGHT = {"email": "amara@example.org", "password": PASSWORD}


@pytest.fixture
def app_of(clock):
    """What someone's app shows now."""

    def showing(setup):
        return one_time.code_at(setup.secret, one_time.step_now())

    return showing


@pytest.fixture
def codes(amara, app_of):
    """Amara's recovery codes, her two-factor sign-in being on."""
    setup = two_factor.set_up(amara)
    return two_factor.enable(amara, app_of(setup))


def test_it_is_set_up_enabled_and_asked_for(visit, amara, clock):
    browser = visit(amara)
    assert "is off" in browser.get("/settings/two-factor").text
    browser.post("/settings/two-factor/secret")
    page = browser.get("/settings/two-factor").text
    assert "<svg" in page
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    wrong = browser.post("/settings/two-factor", data={"otp": "000000"})
    assert wrong.status_code == 422
    assert "That code is not right" in wrong.text
    told = browser.post("/settings/two-factor", data={"otp": one_time.code_at(secret, one_time.step_now())})
    codes = re.findall(r"<code>([A-Z2-7-]{19})</code>", told.text)
    assert len(set(codes)) == 10
    assert not re.search(r"<code>[A-Z2-7-]{19}</code>", browser.get("/settings/two-factor").text)

    phone = visit()
    halfway = phone.post("/login", data=RIGHT | {"next": "/settings"})
    assert halfway.location == "/login/code?next=/settings"
    assert phone.get("/settings").status_code == 303
    clock.travel(seconds=30)
    arrived = phone.post(
        "/login/code", data={"otp": one_time.code_at(secret, one_time.step_now()), "next": "/settings"}
    )
    assert arrived.location == "/settings"
    assert phone.get("/settings").status_code == 200


def test_a_code_works_once_and_an_older_one_not_after_it(call, amara, codes, clock, session):
    secret = str(session.scalar(Authenticator.of(amara.id)).secret)
    clock.travel(minutes=5)
    a, b = (one_time.code_at(secret, one_time.step_now() + step) for step in (-1, 0))

    def phone(otp):
        return call().post("/api/v1/auth/login", json=RIGHT | {"otp": otp})

    assert phone(a).status_code == 200
    assert phone(b).status_code == 200
    for again in (a, b):
        assert (phone(again).status_code, phone(again).json["type"]) == (401, "/problems/wrong-code")


def test_a_recovery_code_works_once_however_it_is_typed(visit, amara, codes):
    for typed, arrives in ((codes[0].lower().replace("-", " "), True), (codes[0], False), (codes[1], True)):
        browser = visit()
        browser.post("/login", data=RIGHT)
        answer = browser.post("/login/code", data={"otp": typed})
        assert (answer.status_code == 303) is arrives
    assert two_factor.codes_left(amara.id) == 8


def test_they_are_kept_as_hashes_and_the_secret_sealed(amara, codes, session):
    kept = session.scalars(select(RecoveryCode).where(RecoveryCode.user_id == amara.id)).all()
    assert all(len(row.code_hash) == 32 for row in kept)
    secret = str(session.scalar(Authenticator.of(amara.id)).secret)
    [[raw]] = db.session.connection().exec_driver_sql("SELECT secret FROM authenticators").all()
    assert secret.encode() not in bytes(raw)


def test_five_wrong_codes_end_it_and_rest_for_a_quarter_of_an_hour(visit, call, amara, codes, clock, letters):
    browser, other = visit(), visit()
    browser.post("/login", data=RIGHT)
    answers = [browser.post("/login/code", data={"otp": "000000", "next": "/settings"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [422] * 5
    assert browser.post("/login/code", data={"otp": codes[0]}).location == "/login"
    assert other.post("/login", data=RIGHT).location == "/login/code"
    resting = other.post("/login/code", data={"otp": codes[0]})
    assert (resting.status_code, "After five wrong codes" in resting.text) == (429, True)
    by_api = call().post("/api/v1/auth/login", json=RIGHT | {"otp": codes[0]})
    assert (by_api.status_code, by_api.json["type"]) == (429, "/problems/codes-locked")
    assert 0 < int(by_api.headers["Retry-After"]) <= 900
    assert letters(amara.email)[0].kind == "codes-locked"
    clock.travel(minutes=16)
    last = visit()
    assert last.post("/login", data=RIGHT).location == "/login/code"
    assert last.post("/login/code", data={"otp": codes[0], "next": "/settings"}).location == "/settings"


def test_turning_it_off_is_no_place_to_guess(visit, call, amara, codes):
    browser, phone = visit(amara), call(amara)
    guesses = [browser.post("/settings/two-factor/off", data={"otp": "000000"}).status_code for _ in range(3)]
    guesses += [phone.post("/api/v1/auth/2fa/disable", json={"otp": "000000"}).status_code for _ in range(2)]
    assert guesses == [422] * 5
    assert phone.post("/api/v1/auth/2fa/disable", json={"otp": codes[0]}).json["type"] == "/problems/codes-locked"
    assert browser.post("/settings/two-factor/off", data={"otp": codes[0]}).status_code in (422, 429)
    assert "is on" in browser.get("/settings/two-factor").text


def test_the_threshold_is_left_after_ten_minutes(visit, amara, codes, clock):
    browser = visit()
    browser.post("/login", data=RIGHT)
    clock.travel(minutes=11)
    assert browser.get("/login/code?next=/settings").location == "/login?next=/settings"
    assert visit().get("/login/code").location == "/login"


def test_a_client_sends_it_along(call, amara, codes):
    missing = call().post("/api/v1/auth/login", json=RIGHT)
    assert (missing.status_code, missing.json["type"]) == (401, "/problems/otp-required")
    wrong = call().post("/api/v1/auth/login", json=RIGHT | {"otp": "123"})
    assert (wrong.status_code, wrong.json["type"]) == (401, "/problems/wrong-code")
    wrong_password = call().post("/api/v1/auth/login", json=RIGHT | {"password": "wrong", "otp": codes[0]})
    assert wrong_password.json["type"] == "/problems/wrong-password"
    assert call().post("/api/v1/auth/login", json=RIGHT | {"otp": codes[0]}).status_code == 200


def test_all_of_it_by_api_in_a_fresh_session(call, amara, clock, app_of):
    phone = call(amara)
    clock.travel(minutes=11)
    for act in ("setup", "enable", "disable", "recovery-codes"):
        stale = phone.post(f"/api/v1/auth/2fa/{act}", json={"otp": "000000"})
        assert (stale.status_code, stale.json["type"]) == (403, "/problems/reauthenticate")
    assert phone.post("/api/v1/auth/reauthenticate", json={"password": PASSWORD}).status_code == 204
    setup = phone.post("/api/v1/auth/2fa/setup").json
    assert set(setup) == {"secret", "otpauth_uri", "qr_svg"}
    secret = parse_qs(urlsplit(setup["otpauth_uri"]).query)["secret"][0]
    told = phone.post("/api/v1/auth/2fa/enable", json={"otp": one_time.code_at(secret, one_time.step_now())})
    assert len(told.json["recovery_codes"]) == 10
    assert phone.post("/api/v1/auth/2fa/setup").status_code == 409
    renewed = phone.post("/api/v1/auth/2fa/recovery-codes").json["recovery_codes"]
    assert not set(renewed) & set(told.json["recovery_codes"])
    phone = call(amara)
    clock.travel(minutes=11)
    assert phone.post("/api/v1/auth/reauthenticate", json={"otp": renewed[0]}).status_code == 204
    assert phone.post("/api/v1/auth/2fa/disable", json={"otp": told.json["recovery_codes"][1]}).status_code == 422
    assert phone.post("/api/v1/auth/2fa/disable", json={"otp": renewed[1]}).status_code == 204
    assert call().post("/api/v1/auth/login", json=RIGHT).status_code == 200


def test_staff_without_it_are_members_until_they_turn_it_on(visit, call, admin, amara, codes, settings):
    admin.second_factor_at = None
    db.session.commit()
    browser = visit(admin)
    assert browser.get("/staff").location == "/settings/two-factor"
    refused = call(admin).post("/api/v1/practitioners/nobody/verification")
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/two-factor-required")
    settings(two_factor_for=["nobody"])
    assert browser.get("/staff").status_code == 200


def test_practitioners_need_it_where_the_settings_say_so(visit, okafor, settings):
    settings(two_factor_for=["staff", "practitioner"])
    assert visit(okafor).get("/desk").location != "/settings/two-factor"
    settings(two_factor_lets_off=[])
    assert visit(okafor).get("/desk").location == "/settings/two-factor"


def test_whoever_needs_it_keeps_it(admin):
    with pytest.raises(Refusal, match="not-allowed"):
        two_factor.disable(admin, code())


def test_whoever_wants_to_begin_again_has_to_turn_it_off_first(amara, codes):
    with pytest.raises(Refusal, match="already-on"):
        two_factor.set_up(amara)


def test_its_owner_is_told(amara, codes, letters):
    assert any("on" in letter.subject for letter in letters(amara.email))


def test_its_owner_is_told_of_new_recovery_codes_and_of_one_that_was_used(visit, amara, codes, letters):
    browser = visit()
    browser.post("/login", data=RIGHT)
    browser.post("/login/code", data={"otp": codes[0]})
    assert letters(amara.email)[0].kind == "recovery-code-used"
    browser.post("/settings/two-factor/recovery-codes")
    assert letters(amara.email)[0].kind == "recovery-codes-made"


def test_staff_sign_in_with_their_code(visit):
    sofia = person("Sofia Lima", role=Role.STAFF)
    browser = visit()
    browser.post("/login", data={"email": sofia.email, "password": PASSWORD})
    assert browser.post("/login/code", data={"otp": code()}).location == "/staff"
