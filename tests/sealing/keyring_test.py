"""Sealing a text for someone: it is read in its own place alone, and only with its own key."""

from uuid import UUID

import pytest
from sqlalchemy import select

from kaya.db import db, transaction, uuid7
from kaya.sealing import Unsealable, conversation, person, seal, unseal
from kaya.sealing.models import DataKey

HERE = ("letters", "body", "1")


def kept(owner, text="I slept badly.", bound_to=HERE) -> bytes:
    with transaction():
        return seal(owner, text, bound_to)


def test_what_is_sealed_is_read_again_and_is_not_to_be_seen(app):
    owner = person(uuid7())
    sealed = kept(owner, "I slept badly. 🌿 שלום")
    assert b"slept" not in sealed
    assert unseal(owner, sealed, HERE) == "I slept badly. 🌿 שלום"
    assert kept(owner) != kept(owner)


@pytest.mark.parametrize("elsewhere", [("letters", "body", "2"), ("letters", "title", "1"), ("letter", "sbody", "1")])
def test_it_opens_nowhere_else(app, elsewhere):
    owner = person(uuid7())
    with pytest.raises(Unsealable):
        unseal(owner, kept(owner), elsewhere)


def test_each_bit_counts(app):
    owner = person(uuid7())
    sealed = kept(owner)
    for place in range(len(sealed)):
        bent = bytearray(sealed)
        bent[place] ^= 1
        with pytest.raises(Unsealable):
            unseal(owner, bytes(bent), HERE)
    for cut in (sealed[:-1], sealed[:10], b""):
        with pytest.raises(Unsealable):
            unseal(owner, cut, HERE)


def test_nobody_elses_key_opens_it(app):
    mine, theirs = person(uuid7()), person(uuid7())
    sealed = kept(mine)
    kept(theirs)
    for other in (theirs, conversation(mine.id), person(UUID(int=0))):
        with pytest.raises(Unsealable):
            unseal(other, sealed, HERE)


def seal_and_fail(owner):
    with transaction():
        seal(owner, "undone", HERE)
        raise LookupError


def test_a_key_that_was_made_in_what_was_undone_seals_nothing_afterwards(app):
    owner = person(uuid7())
    with transaction() as session:
        with pytest.raises(LookupError):
            seal_and_fail(owner)
        sealed = seal(owner, "kept", HERE)
        assert len(session.scalars(select(DataKey)).all()) == 1
    assert unseal(owner, sealed, HERE) == "kept"


def test_sealing_belongs_into_a_transaction(app):
    with pytest.raises(RuntimeError, match="inside the verb"):
        seal(person(uuid7()), "x", HERE)
    assert db.session.scalars(select(DataKey)).all() == []
