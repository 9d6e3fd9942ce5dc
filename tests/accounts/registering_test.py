"""Registering: nothing is an account until the mail was used, and nobody learns who has one."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from kaya.accounts import registering, signing_in
from kaya.accounts.models import Registration, User
from kaya.db import db
from kaya.refusal import Refusal
from tests.accounts.conftest import PASSWORD


def people() -> int:
    return db.session.scalar(select(func.count()).select_from(User))


def test_a_registration_is_no_account(ana):
    assert people() == 0
    assert ana.kind == "verify"
    assert ana.code in ana.subject
    with pytest.raises(Refusal, match="wrong-password"):
        signing_in.with_password("ana@example.org", PASSWORD)


def test_the_link_makes_the_account_once(ana, letters):
    assert registering.waiting(ana.token).email == "ana@example.org"
    assert people() == 0
    user = registering.verify(ana.token)
    assert (user.name, user.email, user.timezone, user.role) == (
        "Ana Luz",
        "ana@example.org",
        "Europe/Lisbon",
        "member",
    )
    assert letters("ana@example.org")[0].kind == "welcome"
    for again in (registering.verify, registering.waiting):
        with pytest.raises(Refusal, match="gone") as refused:
            again(ana.token)
        assert refused.value.status == 410


def test_the_code_makes_the_account_once(ana):
    assert registering.verify_code(" ANA@example.org ", ana.code).name == "Ana Luz"
    with pytest.raises(Refusal, match="gone"):
        registering.verify_code("ana@example.org", ana.code)
    assert people() == 1


def test_five_wrong_codes_end_it(ana):
    wrong = "000000" if ana.code != "000000" else "111111"
    for _ in range(4):
        with pytest.raises(Refusal, match="wrong-code") as refused:
            registering.verify_code("ana@example.org", wrong)
        assert refused.value.field == "code"
    with pytest.raises(Refusal, match="gone"):
        registering.verify_code("ana@example.org", wrong)
    for proof in (lambda: registering.verify_code("ana@example.org", ana.code), lambda: registering.verify(ana.token)):
        with pytest.raises(Refusal, match="gone"):
            proof()
    assert people() == 0


def test_after_a_day_it_is_over_and_forgotten(ana, clock):
    clock.travel(hours=23, minutes=59)
    assert registering.waiting(ana.token)
    clock.travel(minutes=2)
    with pytest.raises(Refusal, match="gone"):
        registering.verify(ana.token)
    registering.purge()
    assert db.session.scalar(select(func.count()).select_from(Registration)) == 0
    with pytest.raises(Refusal, match="gone"):
        registering.verify(ana.token)


def test_sent_again_only_the_newest_letter_counts(ana, letters):
    registering.resend("Ana@Example.org")
    newest, oldest = letters("ana@example.org")
    assert oldest.token == ana.token
    with pytest.raises(Refusal, match="gone"):
        registering.verify(oldest.token)
    assert registering.verify(newest.token)


def test_nothing_is_sent_again_to_whom_nothing_waits(app, amara, letters):
    registering.resend("nobody@example.org")
    registering.resend(amara.email)
    assert letters("nobody@example.org") == letters(amara.email) == []


def test_a_known_address_is_told_so_and_nothing_else_differs(amara, letters):
    registering.register(amara.email, "another fine phrase", "Not Amara")
    [letter] = letters(amara.email)
    assert letter.kind == "already-have-account"
    assert "Not Amara" not in letter.text
    for _ in range(4):
        with pytest.raises(Refusal, match="wrong-code"):
            registering.verify_code(amara.email, "123456")
    with pytest.raises(Refusal, match="gone"):
        registering.verify_code(amara.email, "123456")
    assert people() == 1


def test_registering_anew_replaces_what_waited(ana, letters):
    registering.register("ana@example.org", "a wholly other phrase", "Ana L.")
    with pytest.raises(Refusal, match="gone"):
        registering.verify(ana.token)
    user = registering.verify(letters("ana@example.org")[0].token)
    assert user.name == "Ana L."
    assert not user.has_password


def test_two_clicks_at_once_make_one_account(app, ana):
    def click(_: int) -> str:
        with app.app_context():
            try:
                return registering.verify(ana.token).email
            except Refusal as refusal:
                return refusal.kind
            finally:
                db.session.remove()

    db.session.rollback()
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(click, range(8)))
    assert sorted(outcomes) == ["ana@example.org", *["gone"] * 7]
    assert people() == 1


@pytest.mark.parametrize(
    ("given", "kind", "field"),
    [
        ({"email": "ana"}, "invalid-email", "email"),
        ({"email": "ana@localhost"}, "invalid-email", "email"),
        ({"email": f"{'a' * 250}@example.org"}, "invalid-email", "email"),
        ({"email": "ana@example.org\nBcc: all@example.org"}, "invalid-email", "email"),
        ({"password": "short"}, "weak-password", "password"),
        ({"password": "iloveyou"}, "weak-password", "password"),
        ({"password": "ana@example.org"}, "weak-password", "password"),
        ({"name": "   "}, "invalid-name", "name"),
        ({"name": "x" * 121}, "invalid-name", "name"),
        ({"timezone": "Mars/Olympus"}, "unknown-zone", "timezone"),
    ],
)
def test_what_cannot_be_taken_is_refused_beside_its_field(app, given, kind, field):
    usual = {"email": "ana@example.org", "password": PASSWORD, "name": "Ana", "timezone": "UTC"}
    with pytest.raises(Refusal, match=kind) as refused:
        registering.register(**usual | given)
    assert (refused.value.field, refused.value.status) == (field, 422)
    assert db.session.scalar(select(func.count()).select_from(Registration)) == 0


def test_secrets_are_kept_only_as_hashes(ana, session):
    kept = session.scalars(select(Registration)).one()
    assert ana.token.encode() not in (kept.token_hash, kept.code_hash)
    assert len(kept.token_hash) == len(kept.code_hash) == 32
    assert kept.password_hash.startswith("$argon2id$")


def test_a_name_may_be_in_any_writing(app, letters):
    for number, name in enumerate(("Zoë Ødegård", "عائشة", "小林", "Ana 🌿")):
        registering.register(f"n{number}@example.org", PASSWORD, name)
        assert registering.verify(letters(f"n{number}@example.org")[0].token).name == name


BLANK = "\u200b\u202e\u2066"


@pytest.mark.parametrize("name", [BLANK, " \u3164 ", "\u2800", "\u0301", "\u00ad\ufeff", "\u115f\uffa0", ""])
def test_a_name_can_be_seen(call, amara, name):
    with pytest.raises(Refusal, match="invalid-name"):
        registering.register("new@example.org", PASSWORD, name)
    refused = call(amara).patch("/api/v1/users/me", json={"name": name})
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["name"])


@pytest.mark.parametrize("name", ["李", "Å", "🌿", "נועה", "X Æ A-12", "أمارا"])
def test_a_name_is_in_any_script(call, amara, name):
    assert call(amara).patch("/api/v1/users/me", json={"name": name}).json["name"] == name
