"""Passkeys: added, used alone, as a second step and to be fresh again; refused when anything about them is wrong."""

import json

import pytest

from kaya.accounts import passkeys, two_factor
from kaya.accounts.models import Authenticator, Passkey, PasskeyChallenge, PasswordTries, RecoveryCode, SignIn
from kaya.accounts.signals import passkey_copied
from kaya.audit.models import AuditEntry
from kaya.db import transaction
from kaya.refusal import Refusal
from tests.accounts.passkey_device import Device
from tests.cast import PASSWORD, with_code_app

RIGHT = {"email": "amara@example.org", "password": PASSWORD}
API = "/api/v1/auth"


@pytest.fixture
def device():
    return Device()


@pytest.fixture
def codes(amara, device):
    """Amara's recovery codes, her device having made a passkey."""
    return passkeys.add(amara, device.make(passkeys.begin(amara)), "My phone").recovery_codes


def enter(visitor, device, *, next="", **wrong):
    options = visitor.post("/login/passkey/options").json
    return visitor.post("/login/passkey", data={"credential": json.dumps(device.sign(options, **wrong)), "next": next})


def test_it_is_added_listed_renamed_and_removed(visit, amara, device, letters, session):
    browser = visit(amara)
    assert "lives in your phone" in browser.get("/settings/passkeys").text
    made = device.make(browser.post("/settings/passkeys/options").json)
    told = browser.post("/settings/passkeys", data={"credential": json.dumps(made), "name": "My phone"})
    assert told.text.count("<code>") == 10
    assert "My phone" in browser.get("/settings/passkeys").text
    [passkey] = session.scalars(Passkey.listed(amara))
    assert passkey.transports == ["internal"]
    path = f"/settings/passkeys/{passkey.id}"
    assert 'value="My phone"' in browser.get(path).text
    assert browser.post(path, data={"name": "x" * 61}).status_code == 422
    assert browser.post(path, data={"name": "Old phone"}).status_code == 303
    assert browser.post(f"{path}/removal").status_code == 303
    assert "Old phone" not in browser.get("/settings/passkeys").text
    assert {"passkey-added", "passkey-removed", "two-factor-off"} <= {letter.kind for letter in letters(amara.email)}


def test_it_opens_the_door_by_itself(client, amara, device, codes):
    arrived = enter(client, device, next="/settings/passkeys")
    assert (arrived.status_code, arrived.location) == (303, "/settings/passkeys")
    assert "Last used" in client.get("/settings/passkeys").text
    assert client.post("/settings/passkeys/options").status_code == 200, "the session is fresh"


def test_it_is_the_second_step_after_a_password(visit, amara, device, codes):
    browser = visit()
    assert browser.post("/login", data=RIGHT | {"next": "/settings"}).location == "/login/code?next=/settings"
    page = browser.get("/login/code?next=/settings").text
    assert "Use a passkey" in page
    assert "Recovery code" in page
    blind = Device(**vars(device) | {"looks": False})
    signed = blind.sign(browser.post("/login/code/passkey/options").json)
    arrived = browser.post("/login/code/passkey", data={"credential": json.dumps(signed), "next": "/settings"})
    assert arrived.location == "/settings", "the first proof came before, so that it is there is enough"


def test_a_recovery_code_stands_in_for_it(visit, amara, codes):
    browser = visit()
    browser.post("/login", data=RIGHT)
    assert browser.post("/login/code", data={"otp": codes[0]}).status_code == 303


def test_whoever_has_both_may_choose(visit, amara, device, codes):
    with transaction() as session:
        with_code_app(session, session.merge(amara))
    browser = visit()
    browser.post("/login", data=RIGHT)
    page = browser.get("/login/code").text
    assert "Use a passkey" in page
    assert "six digits" not in page
    assert "one-time-code" in page


def test_five_wrong_ones_at_the_second_step_end_it_and_are_no_wrong_passwords(visit, amara, codes, session):
    browser, stranger = visit(), Device()
    browser.post("/login", data=RIGHT)
    answers = []
    for _ in range(5):
        signed = stranger.sign(browser.post("/login/code/passkey/options").json)
        answers.append(browser.post("/login/code/passkey", data={"credential": json.dumps(signed)}).status_code)
    assert answers == [422] * 5
    assert browser.post("/login/code/passkey/options").location == "/login"
    assert PasswordTries.locked_for(session, amara.email).wrong == 0


def test_it_makes_a_session_fresh_again(visit, amara, device, codes, clock):
    browser = visit(amara)
    clock.travel(minutes=11)
    assert "/reauthenticate" in browser.post("/settings/passkeys/options").location
    assert "Use a passkey" in browser.get("/reauthenticate").text
    signed = device.sign(browser.post("/reauthenticate/passkey/options").json)
    proved = browser.post("/reauthenticate/passkey", data={"credential": json.dumps(signed), "next": "/settings"})
    assert proved.location == "/settings"
    assert browser.post("/settings/passkeys/options").status_code == 200


def test_one_that_did_not_look_at_its_owner_makes_nothing_fresh(visit, amara, device, codes, clock):
    browser = visit(amara)
    clock.travel(minutes=11)
    device.looks = False
    signed = device.sign(browser.post("/reauthenticate/passkey/options").json)
    assert browser.post("/reauthenticate/passkey", data={"credential": json.dumps(signed)}).status_code == 422
    assert browser.post("/settings/passkeys/options").status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        {"looks": False},
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:5001"},
        {"rp_id": "evil.example"},
        {"id": b"another"},
        {"key": Device().key},
        {"handle": b"somebody else's.."},
    ],
    ids=lambda wrong: "".join(wrong),
)
def test_at_the_door_a_wrong_one_and_an_unknown_one_are_the_same(client, amara, device, codes, wrong):
    said = []
    for each in (Device(**vars(device) | wrong), Device()):
        refused = enter(client, each)
        assert refused.status_code == 422
        assert "did not open the door" in refused.text
        said.append([line for line in refused.text.splitlines() if "csrf" not in line.lower() and "nonce" not in line])
    assert said[0] == said[1]


@pytest.mark.parametrize("wrong", [{"crossOrigin": True}, {"type": "webauthn.create"}, {"challenge": "AAAA"}])
def test_what_the_browser_says_has_to_fit(client, amara, device, codes, wrong):
    assert enter(client, device, **wrong).status_code == 422


def test_an_answer_is_good_once_for_five_minutes_and_for_what_was_asked(client, visit, amara, device, codes, clock):
    options = client.post("/login/passkey/options").json
    answer = {"credential": json.dumps(device.sign(options))}
    assert visit().post("/login/passkey", data=answer).status_code == 303
    assert visit().post("/login/passkey", data=answer).status_code == 422
    late = {"credential": json.dumps(device.sign(client.post("/login/passkey/options").json))}
    clock.travel(minutes=6)
    assert client.post("/login/passkey", data=late).status_code == 422
    for_another_act = {"credential": json.dumps(device.sign(visit(amara).post("/reauthenticate/passkey/options").json))}
    assert client.post("/login/passkey", data=for_another_act).status_code == 422


def test_a_refused_answer_uses_its_challenge_up(client, amara, device, codes):
    options = client.post("/login/passkey/options").json
    blind = Device(**vars(device) | {"looks": False})
    assert client.post("/login/passkey", data={"credential": json.dumps(blind.sign(options))}).status_code == 422
    assert client.post("/login/passkey", data={"credential": json.dumps(device.sign(options))}).status_code == 422


def test_a_copy_is_refused_and_written_down_and_its_owner_told(client, amara, device, codes, session, letters):
    assert enter(client, device).status_code == 303
    device.sign_count = 0
    heard = []
    with passkey_copied.connected_to(lambda _, **told: heard.append(told)):
        assert enter(client, device).status_code == 422
    assert heard
    assert session.query(AuditEntry).filter_by(act="passkey-copied").count() == 1
    letter = letters(amara.email)[0]
    assert (letter.kind, letter.path) == ("passkey-copied", "/settings/passkeys")
    device.sign_count = 7
    assert enter(client, device).status_code == 303


def test_one_that_never_counts_is_no_copy(client, amara, codes, device):
    for _ in range(2):
        device.sign_count = -1
        assert enter(client, device).status_code == 303


def test_the_suspended_are_nobody(client, amara, device, codes):
    with transaction() as session:
        session.merge(amara).suspended_at = amara.created_at
    assert enter(client, device).status_code == 422


def test_wrong_ones_are_no_wrong_passwords_but_are_throttled(client, amara, device, codes, settings):
    settings(rate_limit_scale=1)
    device.looks = False
    assert [enter(client, device).status_code for _ in range(21)] == [422] * 20 + [429]
    client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert client.post("/login", data=RIGHT).location == "/login/code"


@pytest.mark.parametrize(
    "answer", ["", "{", "[]", "7", "{}", '{"id": 7, "response": []}', '{"response": {}}', "x" * 30_000]
)
def test_what_is_no_answer_gets_a_word(client, visit, amara, answer):
    for browser, path in ((client, "/login/passkey"), (visit(amara), "/settings/passkeys")):
        refused = browser.post(path, data={"credential": answer})
        assert refused.status_code == 422
        assert "once more" in refused.text


def test_nobody_adds_what_another_was_asked_for_or_has(visit, amara, ben, device):
    made = device.make(passkeys.begin(amara))
    with pytest.raises(Refusal, match="wrong-passkey"):
        passkeys.add(ben, made)
    passkeys.add(amara, device.make(passkeys.begin(amara)))
    with pytest.raises(Refusal, match="already-there"):
        passkeys.add(ben, device.make(passkeys.begin(ben)))
    device.looks = False
    with pytest.raises(Refusal, match="wrong-passkey"):
        passkeys.add(ben, Device(looks=False).make(passkeys.begin(ben)))


def test_the_app_may_go_while_a_passkey_stays_and_the_other_way_round(visit, amara, device, codes, session, letters):
    with transaction() as writing:
        with_code_app(writing, writing.merge(amara))
    two_factor.disable(amara, codes[0])
    session.refresh(amara)
    assert amara.has_second_factor
    assert two_factor.codes_left(amara.id) == 9
    assert "app-removed" in {letter.kind for letter in letters(amara.email)}
    with pytest.raises(Refusal, match="not-set-up"):
        two_factor.disable(amara, codes[1])
    with transaction() as writing:
        with_code_app(writing, writing.merge(amara))
    passkeys.remove(amara, session.scalars(Passkey.of(amara)).one())
    session.refresh(amara)
    assert amara.has_second_factor
    assert visit().post("/login", data=RIGHT).location == "/login/code"


def test_the_last_proof_of_someone_who_needs_one_stays(admin, session):
    device = Device()
    passkeys.add(admin, device.make(passkeys.begin(admin)))
    passkey = session.scalars(Passkey.of(admin)).one()
    with transaction() as writing:
        writing.delete(writing.scalars(Authenticator.of(admin.id)).one())
    with pytest.raises(Refusal, match="not-allowed"):
        passkeys.remove(admin, passkey)
    passkeys.add(admin, Device().make(passkeys.begin(admin)))
    passkeys.remove(admin, passkey)


def test_whoever_cannot_remove_their_last_proof_reads_why_instead_of_a_button(visit, admin, session):
    browser = visit(admin)
    app_alone = browser.get("/settings/two-factor").text
    assert "It stays on for now" in app_alone
    assert "/settings/two-factor/off" not in app_alone
    passkey = passkeys.add(admin, Device().make(passkeys.begin(admin))).passkey
    assert "/settings/two-factor/off" in browser.get("/settings/two-factor").text
    assert "Remove this passkey" in browser.get(f"/settings/passkeys/{passkey.id}").text
    with transaction() as writing:
        writing.delete(writing.scalars(Authenticator.of(admin.id)).one())
    page = browser.get(f"/settings/passkeys/{passkey.id}").text
    assert "It stays for now" in page
    assert "Remove this passkey" not in page
    assert f"/settings/passkeys/{passkey.id}/removal" not in page


def test_with_an_app_already_there_are_no_new_recovery_codes(admin, session):
    new = passkeys.add(admin, Device().make(passkeys.begin(admin)))
    assert (new.recovery_codes, new.passkey.name) == ([], "Passkey 1")
    assert session.query(RecoveryCode).count() == 0


def test_adding_and_removing_need_a_fresh_session(visit, call, amara, device, codes, clock, session):
    browser, phone, passkey = visit(amara), call(amara), session.scalars(Passkey.of(amara)).one()
    clock.travel(minutes=11)
    for path in ("", "/options", f"/{passkey.id}/removal"):
        assert "/reauthenticate" in browser.post(f"/settings/passkeys{path}").location
    for refused in (
        phone.post(f"{API}/passkeys/options"),
        phone.post(f"{API}/passkeys", json={"credential": device.make(passkeys.begin(amara))}),
        phone.delete(f"{API}/passkeys/{passkey.id}"),
    ):
        assert (refused.status_code, refused.json["type"]) == (403, "/problems/reauthenticate")


def test_all_of_it_by_api(call, amara, ben, device, session, clock):
    phone = call(amara)
    made = device.make(phone.post(f"{API}/passkeys/options").json)
    new = phone.post(f"{API}/passkeys", json={"credential": made, "name": "My phone"})
    assert (new.status_code, new.json["name"], len(new.json["recovery_codes"])) == (201, "My phone", 10)
    path = f"{API}/passkeys/{new.json['id']}"
    assert phone.get(f"{API}/passkeys").json["items"] == [phone.get(path).json]
    assert phone.patch(path, json={"name": "Old phone"}).json["name"] == "Old phone"
    assert call(ben).get(path).status_code == 404

    signed = device.sign(call().post(f"{API}/login/passkey/options").json)
    arrived = call().post(f"{API}/login/passkey", json={"credential": signed})
    assert arrived.json["user"]["email"] == amara.email
    again = call().post(f"{API}/login/passkey", json={"credential": signed})
    assert (again.status_code, again.json["type"]) == (401, "/problems/wrong-passkey")

    clock.travel(minutes=11)
    phone = call(amara)
    clock.travel(minutes=11)
    proof = device.sign(phone.post(f"{API}/reauthenticate/options").json)
    assert phone.delete(path).status_code == 403
    assert phone.post(f"{API}/reauthenticate", json={"credential": proof}).status_code == 204
    assert phone.delete(path).status_code == 204
    assert phone.get(path).status_code == 404


def test_by_its_number_this_machine_has_no_passkeys(client, amara):
    assert "Sign in with a passkey" in client.get("/login").text
    elsewhere = client.get("/login", base_url="http://127.0.0.1")
    assert "Sign in with a passkey" not in elsewhere.text


def test_unanswered_challenges_are_forgotten(client, app, session, clock, run_jobs):
    client.post("/login/passkey/options")
    assert session.query(PasskeyChallenge).count() == 1
    clock.travel(hours=2)
    run_jobs()
    assert session.query(PasskeyChallenge).count() == 0
    assert session.query(SignIn).count() == 0
