"""Signing in by password: who may, who rests, and what ends a sign-in."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from kaya.accounts import passwords, signing_in
from kaya.accounts.models import Device, PasswordTries, SignIn
from kaya.db import db, transaction
from kaya.refusal import Refusal
from tests.cast import PASSWORD
from tests.statements import statements


def wrong(email: str) -> str:
    with pytest.raises(Refusal) as refused:
        signing_in.with_password(email, "not the password")
    return refused.value.kind


def test_the_right_password_signs_in(amara):
    sign_in = signing_in.with_password(" AMARA@example.org", PASSWORD, device=Device("A browser " * 40))
    assert sign_in.user_id == amara.id
    assert len(sign_in.device) == 200
    assert db.session.scalars(SignIn.of(amara)).one().id == sign_in.id


def test_a_known_and_an_unknown_address_get_the_same_words(amara):
    said = []
    for email in (amara.email, "nobody@example.org"):
        with pytest.raises(Refusal) as refused:
            signing_in.with_password(email, "not the password")
        said.append((refused.value.kind, str(refused.value.message), refused.value.status))
    assert said[0] == said[1] == ("wrong-password", said[0][1], 401)


def test_five_wrong_ones_lock_it_for_a_quarter_of_an_hour_known_or_not(amara, clock, letters):
    for email in (amara.email, "nobody@example.org"):
        assert [wrong(email) for _ in range(7)] == ["wrong-password"] * 5 + ["password-locked"] * 2
    with pytest.raises(Refusal, match="password-locked") as refused:
        signing_in.with_password(amara.email, PASSWORD)
    assert refused.value.status == 429
    assert 880 < refused.value.details["retry_after"] <= 900
    assert [letter.kind for letter in letters(amara.email)] == ["password-locked"]
    assert letters("nobody@example.org") == []
    clock.travel(minutes=15, seconds=1)
    assert signing_in.with_password(amara.email, PASSWORD)


def test_the_right_one_lets_wrong_ones_be_forgotten(amara):
    for _ in range(3):
        assert [wrong(amara.email) for _ in range(4)] == ["wrong-password"] * 4
        assert signing_in.with_password(amara.email, PASSWORD)


def test_an_old_hash_is_made_anew_at_sign_in(amara, settings):
    before = amara.password_hash
    settings(argon2_memory_kib=16)
    signing_in.with_password(amara.email, PASSWORD)
    db.session.refresh(amara)
    assert amara.password_hash != before
    assert "m=16," in amara.password_hash
    assert passwords.matches(amara.password_hash, PASSWORD)


def test_whoever_is_suspended_cannot_come_in_and_is_told_so_by_the_right_password_alone(amara, clock):
    sign_in = signing_in.arrive(amara)
    with transaction() as session:
        session.merge(amara).suspended_at = clock.now()
    assert wrong(amara.email) == "wrong-password"
    with pytest.raises(Refusal, match="suspended"):
        signing_in.with_password(amara.email, PASSWORD)
    assert db.session.scalar(SignIn.live().where(SignIn.id == sign_in.id)) is None


def test_a_sign_in_ends_after_thirty_days(amara, clock):
    signing_in.arrive(amara)
    clock.travel(days=29, hours=23)
    assert signing_in.current(amara)
    clock.travel(hours=2)
    assert not signing_in.current(amara)


def test_signing_out_ends_this_one_alone(amara):
    here, there = signing_in.arrive(amara), signing_in.arrive(amara)
    signing_in.end(here)
    assert [s.id for s in signing_in.current(amara)] == [there.id]
    signing_in.end(here)


def test_a_refresh_token_dies_with_its_sign_in(amara):
    tokens = signing_in.tokens_for(signing_in.arrive(amara, medium="api"))
    signing_in.end(tokens.sign_in)
    with pytest.raises(Refusal, match="invalid-token"):
        signing_in.refresh(tokens.refresh_token)


def test_addresses_that_were_tried_are_kept_as_hashes_and_forgotten(amara, clock):
    wrong("someone@example.org")
    tries = db.session.scalars(select(PasswordTries)).one()
    assert b"someone" not in tries.address_hash
    signing_in.arrive(amara)
    clock.travel(days=61)
    signing_in.purge()
    for model in (PasswordTries, SignIn):
        assert db.session.scalar(select(func.count()).select_from(model)) == 0


def test_signing_in_costs_one_hash_and_four_queries_and_a_client_its_refresh_token(visit, call, amara, monkeypatch):
    hashes = []
    for act in ("hash", "verify"):
        real = getattr(PasswordHasher, act)
        monkeypatch.setattr(PasswordHasher, act, lambda *words, real=real: hashes.append(real) or real(*words))
    right = {"email": amara.email, "password": PASSWORD}
    visit().post("/login", data=right)
    ways = ((visit(), "/login", "data", 4), (call(), "/api/v1/auth/login", "json", 5))
    for visitor, door, answer, most in ways:
        hashes.clear()
        with statements() as asked:
            assert visitor.post(door, **{answer: right}).status_code in (200, 303)
        queries = [each for each in asked if not each.startswith(OF_NO_ACCOUNT) and "audit_" not in each]
        assert len(queries) <= most, "\n".join(queries)
        assert len(hashes) == 1


OF_NO_ACCOUNT = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")
