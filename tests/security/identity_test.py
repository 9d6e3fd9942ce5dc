"""Who someone is: passwords, throttles, links, freshness, cookies and sockets, tried as an attacker would."""

import re
from statistics import median
from time import process_time

import pytest
from argon2 import PasswordHasher
from pydantic import ValidationError
from sqlalchemy import select, text

from kaya.accounts import mail_codes, readdressing, registering, resetting, signing_in
from kaya.config import Settings
from kaya.db import db
from kaya.mail.models import Mail
from tests.cast import PASSWORD, code
from tests.databases import migrated_app
from tests.visitor import Visitor

NEW = "seven lanterns at dusk"
ANY = ["x7" * 32, "  drei Reiher am Zaun  ", "пароль из слов", "🌿🌊🌙🔥🌾🪨🌿🌊", "1 + 1 = 'two'; --", "a\tb\tc\td\te"]
API = "/api/v1/auth"


# Passwords


@pytest.mark.parametrize("password", ANY, ids=ascii)
def test_whoever_registers_may_choose_any_characters_and_comes_in_with_them(call, letters, password):
    asked = {"email": "ana@example.org", "name": "Ana Luz", "password": password}
    assert call().post(f"{API}/register", json=asked).status_code == 202
    token = letters("ana@example.org")[0].token
    assert call().post(f"{API}/verify-email", json={"token": token}).status_code == 201
    right = {"email": "ana@example.org", "password": password}
    assert call().post(f"{API}/login", json=right).status_code == 200
    assert call().post(f"{API}/login", json=right | {"password": password[:-1]}).status_code == 401


@pytest.mark.parametrize("common", ["password", "12345678", "qwertyuiop", "Iloveyou", "sunshine", "football"])
def test_the_commonest_are_refused_at_every_door_with_a_plain_reason(call, visit, amara, letters, common):
    resetting.ask(amara.email)
    link = letters(amara.email)[0].token
    doors = {
        f"{API}/register": {"email": "ana@example.org", "name": "Ana Luz", "password": common},
        f"{API}/reset-password/{link}": {"password": common},
        f"{API}/change-password": {"current_password": PASSWORD, "password": common},
    }
    for path, body in doors.items():
        refused = call(amara).post(path, json=body)
        assert refused.status_code == 422, path
        assert "many people use it" in refused.json["errors"]["password"][0]
    page = visit().post("/register", data={"email": "ana@example.org", "name": "Ana Luz", "password": common})
    assert page.status_code == 422
    assert "many people use it" in page.text


def test_what_is_kept_of_a_password_is_argon2id_at_the_usual_cost(app, ana, settings):
    """As the column has it: nothing of it is there but a salted hash, dear to make."""
    usual = {name: Settings.model_fields[name].default for name in ("argon2_memory_kib", "argon2_time_cost")}
    settings(**usual)
    user = registering.verify(ana.token)
    resetting.change(user, "three herons on a wire", NEW, here=None)
    [[kept]] = db.session.execute(text("SELECT password_hash FROM users")).all()
    kind, version, cost = kept.split("$")[1:4]
    memory, passes, lanes = (int(each.partition("=")[2]) for each in cost.split(","))
    assert (kind, version) == ("argon2id", "v=19")
    assert memory >= 19456
    assert passes >= 2
    assert lanes >= 1


@pytest.mark.parametrize("cheap", [{"argon2_memory_kib": 8192}, {"argon2_time_cost": 1}])
def test_outside_development_no_setting_makes_it_cheaper(tmp_path, cheap):
    house = {"KAYA_ENVIRONMENT": "production", "secret_key": "x" * 32, "public_url": "https://kaya.example"}
    with pytest.raises(ValidationError, match="ARGON2"):
        Settings(_env_file=None, instance_path=tmp_path, **house, **cheap)


# Throttles


def test_a_flood_of_wrong_passwords_keeps_nobody_from_resetting_and_coming_in(client, amara, letters, settings):
    """At production's limits: five lock it, its owner is told, and with a new password she comes in at once."""
    settings(rate_limit_scale=1)
    wrong = {"email": amara.email, "password": "wrong"}
    answers = [client.post(f"{API}/login", json=wrong, environ_base=at(n)).status_code for n in range(12)]
    assert answers == [401] * 5 + [429] * 7
    assert client.post(f"{API}/login", json=wrong | {"password": PASSWORD}, environ_base=at(90)).status_code == 429
    assert "password-locked" in {letter.kind for letter in letters(amara.email)}
    assert client.post("/forgot", data={"email": amara.email}, environ_base=at(91)).status_code == 303
    reset = next(letter for letter in letters(amara.email) if letter.kind == "reset")
    assert client.post(reset.path, data={"password": NEW}, environ_base=at(91)).status_code == 303
    new = {"email": amara.email, "password": NEW}
    assert client.post(f"{API}/login", json=new, environ_base=at(91)).status_code == 200


def at(number):
    return {"REMOTE_ADDR": f"10.0.0.{number}"}


def test_known_or_not_the_same_work_is_done(client, amara, settings):
    """Dear hashes make it plain: what nobody's password is compared with takes as long as hers."""
    settings(argon2_memory_kib=32 * 1024, argon2_time_cost=3)
    with_dear_hash(amara)
    known, unknown = [], []
    for number in range(6):
        for taken, email in ((known, amara.email), (unknown, f"nobody{number}@example.org")):
            began = process_time()
            assert client.post(f"{API}/login", json={"email": email, "password": "wrong"}).status_code in (401, 429)
            taken.append(process_time() - began)
    assert median(unknown) > median(known) / 2
    assert median(known) > median(unknown) / 2


@pytest.mark.parametrize(
    ("door", "sent", "hashes"),
    [
        ("/login", {"data": {"password": "wrong"}}, 1),
        (f"{API}/login", {"json": {"password": "wrong"}}, 1),
        ("/register", {"data": {"password": NEW, "name": "Ana", "timezone": "UTC"}}, 2),
        (f"{API}/register", {"json": {"password": NEW, "name": "Ana"}}, 2),
    ],
)
def test_known_or_not_as_many_hashes_are_made(visit, amara, monkeypatch, door, sent, hashes):
    made = []
    for act in ("hash", "verify"):
        real = getattr(PasswordHasher, act)
        monkeypatch.setattr(PasswordHasher, act, lambda *words, real=real: made.append(real) or real(*words))
    [(kind, body)] = sent.items()
    for email in (amara.email, "nobody@example.org"):
        visit().post(door, **{kind: body | {"email": "warm@example.org"}})
        made.clear()
        visit().post(door, **{kind: body | {"email": email}})
        assert len(made) == hashes, email


def test_known_or_not_a_registrations_letter_is_written_at_the_same_moment(amara, session):
    """Asked for, and asked for anew: what it costs to write a letter is no answer."""
    for email in (amara.email, "nobody@example.org"):
        registering.register(email, NEW, "Ana")
        registering.resend(email)
    letters = session.scalars(select(Mail)).all()
    assert [bool(letter.text) for letter in letters] == [True] * 4
    assert {letter.is_secret for letter in letters} == {True}


def with_dear_hash(person):
    signing_in.with_password(person.email, PASSWORD)


# Links and codes


def test_what_came_by_mail_is_used_once_and_then_gone(call, client, amara, ana, letters):
    """Each by the API or its page, whichever there is: the second time is a 410."""
    assert [call().post(f"{API}/verify-email", json={"token": ana.token}).status_code for _ in "12"] == [201, 410]
    assert client.get(ana.path).status_code == client.post(ana.path).status_code == 410
    resetting.ask(amara.email)
    reset = letters(amara.email)[0]
    by_api = f"{API}/reset-password/{reset.token}"
    assert [call().post(by_api, json={"password": NEW}).status_code for _ in "12"] == [204, 410]
    assert client.get(reset.path).status_code == 410
    assert client.post(reset.path, data={"password": "another one altogether"}).status_code == 410
    readdressing.ask(amara, "amara@example.net")
    change = letters("amara@example.net")[0]
    assert [client.post(change.path).status_code for _ in "12"] == [303, 410]


def test_a_mailed_code_is_used_once_and_then_gone(visit, amara, letters):
    mail_codes.ask(amara.email)
    sent = {"email": amara.email, "code": letters(amara.email)[0].code}
    assert visit().post("/login/mail/code", data=sent).status_code == 303
    assert visit().post("/login/mail/code", data=sent).status_code == 410


def test_a_mailed_code_is_no_way_round_the_second_proof(visit, admin, letters):
    mail_codes.ask(admin.email)
    browser = visit()
    [sent] = [letter for letter in letters(admin.email) if letter.kind == "sign-in-code"]
    browser.post("/login/mail/code", data={"email": admin.email, "code": sent.code})
    assert browser.get("/settings").status_code == 303
    assert browser.get("/staff").location.startswith("/login?")
    browser.post("/login/code", data={"otp": code()})
    assert browser.get("/staff").status_code == 200


def test_wrong_codes_count_together_however_many_thresholds_one_stands_on(visit, admin):
    """Five tries are five tries: a new threshold for each is no new try."""
    for _ in range(5):
        browser = visit()
        assert browser.post("/login", data={"email": admin.email, "password": PASSWORD}).status_code == 303
        assert browser.post("/login/code", data={"otp": "000000"}).status_code == 422
    sixth = visit()
    assert sixth.post("/login", data={"email": admin.email, "password": PASSWORD}).status_code == 303
    assert sixth.post("/login/code", data={"otp": code()}).status_code == 429


@pytest.mark.parametrize("door", ["login", "login/mail-code"])
def test_wrong_codes_count_at_every_door_of_the_api(visit, call, admin, letters, door):
    """One guesses by the API, where the first proof comes along: the sixth is not looked at, right or not, anywhere."""
    mail_codes.ask(admin.email)
    [sent] = [letter for letter in letters(admin.email) if letter.kind == "sign-in-code"]
    first = {"email": admin.email, **({"password": PASSWORD} if door == "login" else {"code": sent.code})}
    guesses = [call().post(f"{API}/{door}", json=first | {"otp": "000000"}).status_code for _ in range(5)]
    assert guesses == [401] * 5
    browser = visit()
    browser.post("/login", data={"email": admin.email, "password": PASSWORD})
    assert browser.post("/login/code", data={"otp": code()}).status_code == 429


def test_five_guesses_elsewhere_close_the_mailed_codes_door_too(call, admin, letters):
    for _ in range(5):
        call().post(f"{API}/login", json={"email": admin.email, "password": PASSWORD, "otp": "000000"})
    mail_codes.ask(admin.email)
    [sent] = [letter for letter in letters(admin.email) if letter.kind == "sign-in-code"]
    right = {"email": admin.email, "code": sent.code, "otp": code()}
    refused = call().post(f"{API}/login/mail-code", json=right)
    assert (refused.status_code, refused.json["type"]) == (429, "/problems/codes-locked")


def test_a_strangers_wrong_passwords_keep_nobody_from_their_second_proof(visit, call, admin, clock, letters):
    """With a mailed code and their app staff come in, and go on proving that it is them, whatever strangers type."""
    phone = call(admin)
    for number in range(6):
        call().post(f"{API}/login", json={"email": admin.email, "password": "wrong"}, environ_base=at(number))
    mail_codes.ask(admin.email)
    [sent] = [letter for letter in letters(admin.email) if letter.kind == "sign-in-code"]
    browser = visit()
    browser.post("/login/mail/code", data={"email": admin.email, "code": sent.code})
    assert browser.post("/login/code", data={"otp": code()}).status_code == 303
    assert browser.get("/staff").status_code == 200
    clock.travel(seconds=30)
    assert phone.post(f"{API}/reauthenticate", json={"otp": code()}).status_code == 204


def test_of_one_accounts_mailed_codes_twenty_wrong_ones_a_day_are_looked_at(visit, call, amara, settings):
    """From as many places as one likes, however many codes are asked for."""
    settings(rate_limit_scale=1)

    def guess(number):
        wrong = {"email": amara.email, "code": "000000"}
        if number % 2:
            return visit().post("/login/mail/code", data=wrong, environ_base=at(number)).status_code
        return call().post(f"{API}/login/mail-code", json=wrong, environ_base=at(number)).status_code

    answers = [guess(number) for number in range(21)]
    assert set(answers[:20]) <= {410, 422}
    assert answers[20] == 429


def test_one_address_may_guess_twenty_mailed_codes_of_all_accounts(call, settings):
    settings(rate_limit_scale=1)
    wrong = [
        call().post(f"{API}/login/mail-code", json={"email": f"n{n}@example.org", "code": "000000"}).status_code
        for n in range(21)
    ]
    assert wrong == [410] * 20 + [429]


def test_one_account_may_be_guessed_at_five_times_by_page(visit, amara, settings):
    """The limit itself, whatever is kept of wrong passwords: the sixth answer names it."""
    settings(rate_limit_scale=1)
    for number in range(6):
        wrong = {"email": amara.email, "password": "wrong"}
        last = visit().post("/login", data=wrong, environ_base=at(number))
    assert last.headers["RateLimit-Remaining"] == "0"
    assert last.headers["RateLimit-Limit"] == "5"


# Freshness

WORTH_ASKING_TWICE = (
    *("accounts.readdressing.new", "accounts.readdressing.create", "me_api.readdress"),
    *("accounts.two_factor.create", "accounts.two_factor.enable", "accounts.two_factor.disable"),
    *("accounts.two_factor.renew", "two_factor_api.set_up", "two_factor_api.enable", "two_factor_api.disable"),
    *("two_factor_api.renew", "accounts.passkeys.ask", "accounts.passkeys.create", "accounts.passkeys.destroy"),
    *("audit.export", "members.invitations.create", "own_data_api.export", "own_data_api.leave"),
)


def test_what_is_worth_asking_twice_is_closed_to_a_sign_in_of_eleven_minutes_ago(app, visit, call, admin, clock):
    """However it is asked for: a client is told 403, a browser is sent to prove that it is still them."""
    browser, phone = visit(admin), call(admin)
    clock.travel(minutes=11)
    asked = set()
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if getattr(view, "needs_fresh", False):
            asked.add(rule.endpoint)
            path = re.sub(r"<[^>]+>", "01890000-0000-7000-8000-000000000000", rule.rule)
            for method in (rule.methods or set()) - {"OPTIONS"}:
                for headers in ({}, {"HX-Request": "true"}, {"X-HTTP-Method-Override": "GET"}):
                    visitor = phone if rule.rule.startswith("/api/") else browser
                    answer = visitor.open(path, method=method, headers=headers)
                    is_sent = "/reauthenticate" in answer.headers.get("Location", "")
                    assert answer.status_code == 403 or is_sent, f"{method} {path}: {answer.status_code}"
    assert set(WORTH_ASKING_TWICE) <= asked


def test_inviting_staff_and_taking_the_trail_along_ask_a_client_too(call, admin, clock):
    """What is harmless at the same address is not asked for twice; a role is given, and the trail goes out."""
    phone = call(admin)
    clock.travel(minutes=11)
    asked = {"email": "eve@example.org", "name": "Eve"}
    for stale in (
        *(phone.post("/api/v1/users", json=asked | {"role": role}) for role in ("staff", "practitioner")),
        *(phone.get(f"/api/v1/admin/audit?format={format}") for format in ("csv", "jsonl")),
    ):
        assert (stale.status_code, stale.json["type"]) == (403, "/problems/reauthenticate")
    assert phone.get("/api/v1/admin/audit").status_code == 200
    assert phone.post("/api/v1/users", json=asked).status_code == 201


def test_a_new_password_needs_the_present_one_however_fresh_one_is(call, visit, amara):
    for wrong in ("", "not this one"):
        body = {"current_password": wrong, "password": NEW}
        assert call(amara).post(f"{API}/change-password", json=body).status_code == 422
        assert visit(amara).post("/settings/password", data=body).status_code in (404, 422)
    assert signing_in.with_password(amara.email, PASSWORD)


# Cookies and sockets


@pytest.mark.on("sqlite")
def test_outside_development_cookies_are_this_hosts_alone(database, tmp_path):
    """As they are sent: __Host-, Secure, for the whole path, without a domain, and out of reach of scripts."""
    address = "https://kaya.example"
    house = migrated_app(tmp_path, database.copy(), **production(address))
    with house.app_context():
        visitor = Visitor(house)
        page = visitor.get("/login", base_url=address)
        [cookie] = page.headers.getlist("Set-Cookie")
        name, *marks = (part.strip() for part in cookie.split(";"))
        assert name.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(marks)
        assert not [mark for mark in marks if mark.startswith("Domain")]
        assert page.headers["Strict-Transport-Security"].startswith("max-age=63072000")
        db.session.remove()


def production(address):
    return {
        "KAYA_ENVIRONMENT": "production",
        "secret_key": "x" * 32,
        "public_url": address,
        "argon2_memory_kib": 19456,
        "argon2_time_cost": 2,
    }


def test_a_socket_is_closed_when_its_person_signs_out_or_has_a_new_password(visit, listen, amara):
    browser = visit(amara)
    page = listen(browser)
    browser.post("/logout")
    assert not page.is_connected()
    page = listen(visit(amara))
    resetting.change(amara, PASSWORD, NEW, here=None)
    assert not page.is_connected()


def test_staff_who_owe_their_second_proof_hear_nothing_of_staffs(visit, listen, admin, amara):
    page = listen(visit(admin))
    assert page.ask("subscribe", topic="agenda")["ok"]
    admin.second_factor_at = None
    db.session.commit()
    for topic in ("agenda", "audit"):
        assert listen(visit(admin)).ask("subscribe", topic=topic)["problem"]["type"] == "/problems/not-found"
        assert page.ask("subscribe", topic=topic)["problem"]["type"] == "/problems/not-found"
