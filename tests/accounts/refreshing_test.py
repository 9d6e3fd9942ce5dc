"""Refresh tokens: exchanged at each use, a family that ends when one comes again, and patient with a lost answer."""

import threading

import pytest
from sqlalchemy import func, select

from kaya.accounts import signing_in
from kaya.accounts.models import Device, RefreshToken
from kaya.db import db
from kaya.refusal import Refusal


@pytest.fixture
def first(amara):
    return signing_in.tokens_for(signing_in.arrive(amara, medium="api", device=Device("Amara's phone")))


def refused(token):
    with pytest.raises(Refusal, match="invalid-token") as no:
        signing_in.refresh(token)
    return no.value.status


def test_refreshing_gives_a_new_pair_and_the_old_token_dies(first, clock):
    second = signing_in.refresh(first.refresh_token)
    assert second.sign_in.id == first.sign_in.id
    assert second.refresh_token != first.refresh_token
    clock.travel(minutes=15)
    assert signing_in.refresh(second.refresh_token)


@pytest.mark.parametrize("nonsense", ["", "x", "\ud800", "é" * 500])
def test_nonsense_is_refused(first, nonsense):
    assert refused(nonsense) == 401


def test_tokens_are_kept_as_hashes(first):
    kept = db.session.scalars(select(RefreshToken)).one()
    assert first.refresh_token.encode() not in kept.token_hash


def test_one_that_was_used_ends_the_whole_family_and_its_person_is_told(first, amara, clock, call, letters):
    second = signing_in.refresh(first.refresh_token)
    third = signing_in.refresh(second.refresh_token)
    elsewhere = signing_in.arrive(amara)
    clock.travel(seconds=11)
    assert refused(first.refresh_token) == 401
    assert refused(third.refresh_token) == 401
    bearer = {"Authorization": f"Bearer {third.access_token}"}
    assert call().get("/api/v1/users/me", headers=bearer).status_code == 401
    assert [each.id for each in signing_in.current(amara)] == [elsewhere.id]
    [letter] = letters(amara.email)
    assert letter.kind == "token-reused"
    assert "Amara's phone" in letter.text


def test_a_phone_that_lost_the_answer_may_ask_again_and_nobody_is_thrown_out(first, amara, clock):
    lost = signing_in.refresh(first.refresh_token)
    clock.travel(seconds=9)
    second = signing_in.refresh(first.refresh_token)
    clock.travel(minutes=14)
    third = signing_in.refresh(second.refresh_token)
    assert third.sign_in.id == first.sign_in.id
    assert signing_in.current(amara)
    clock.travel(minutes=14)
    assert refused(lost.refresh_token) == 401
    assert not signing_in.current(amara)


def test_two_refreshes_at_once_each_get_a_pair_that_works(first, app):
    got = []

    def refresh():
        with app.app_context():
            got.append(signing_in.refresh(first.refresh_token).refresh_token)

    threads = [threading.Thread(target=refresh) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(got)) == 2
    assert all(signing_in.refresh(token) for token in got)


def test_refreshing_does_not_prolong_the_thirty_days(first, clock):
    tokens = first
    for _ in range(29):
        clock.travel(days=1)
        tokens = signing_in.refresh(tokens.refresh_token)
    clock.travel(days=1, seconds=1)
    assert refused(tokens.refresh_token) == 401


def test_a_browsers_sign_in_has_none(amara):
    tokens = signing_in.tokens_for(signing_in.arrive(amara))
    assert refused(tokens.refresh_token) == 401


def test_they_go_with_their_sign_in(first, clock):
    clock.travel(days=61)
    signing_in.purge()
    assert db.session.scalar(select(func.count()).select_from(RefreshToken)) == 0
