"""People by their pseudonyms, client addresses under their own keys; forgetting someone destroys theirs."""

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Select, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, joinedload

from kaya.accounts.models import User
from kaya.audit.keys import keys
from kaya.audit.models import AuditEntry, AuditPerson
from kaya.db import db, transaction

NONCE = 12
SHORTEST_NAME = 2


@dataclass(frozen=True)
class Known:
    """A pseudonym and the wrapped key that goes with it."""

    pseudonym: UUID
    wrapped_key: bytes


def forget(user: User) -> None:
    """Erase whose pseudonym this is, and the key of their addresses. The chain stays whole; nobody can go back.

    Comes before the account's row is deleted, in the same transaction: the database refuses it the other way round.
    """
    with transaction() as session:
        person = session.scalar(select(AuditPerson).where(AuditPerson.user_id == user.id).with_for_update())
        if person is not None:
            person.user_id = person.wrapped_key = None


def met(session: Session, ids: Collection[UUID]) -> dict[UUID, Known]:
    """Give a pseudonym to each of these people who has none yet; what another just gave stands."""
    rows = [{"pseudonym": (name := uuid4()), "user_id": each, "wrapped_key": new_key(name)} for each in sorted(ids)]
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    given = dialect.insert(AuditPerson).values(rows)
    kept = given.on_conflict_do_update(index_elements=["user_id"], set_={"user_id": given.excluded.user_id})
    found = session.execute(kept.returning(AuditPerson.user_id, AuditPerson.pseudonym, AuditPerson.wrapped_key))
    return {user_id: Known(pseudonym, key) for user_id, pseudonym, key in found if user_id and key}


def new_key(pseudonym: UUID) -> bytes:
    return closed(keys().people, os.urandom(32), pseudonym)


def sealed_address(address: str, owner: Known | None, entry_id: UUID) -> bytes | None:
    """`address` under its owner's key, bound to its entry; under the house's own where it is nobody's."""
    if not address:
        return None
    return closed(key_of(owner.pseudonym, owner.wrapped_key) if owner else keys().strangers, address.encode(), entry_id)


def addresses(entries: Iterable[AuditEntry], people: dict[UUID, AuditPerson]) -> dict[int, str]:
    """The client addresses of entries that can still be read, by sequence."""
    found = {}
    for entry in entries:
        owner_id = entry.actor or entry.subject
        owner = people.get(owner_id) if owner_id else None
        if entry.address and (owner_id is None or (owner and owner.wrapped_key)):
            key = key_of(owner.pseudonym, owner.wrapped_key) if owner and owner.wrapped_key else keys().strangers
            found[entry.sequence] = opened(key, entry.address, entry.id).decode()
    return found


def behind(entries: Iterable[AuditEntry]) -> dict[UUID, AuditPerson]:
    """Who is behind the pseudonyms of these entries, with their account unless they were forgotten."""
    names = {name for entry in entries for name in (entry.actor, entry.subject) if name}
    rows = select(AuditPerson).where(AuditPerson.pseudonym.in_(names)).options(joinedload(AuditPerson.user))
    return {person.pseudonym: person for person in db.session.scalars(rows)} if names else {}


def named(words: str) -> Select[Any]:
    """The pseudonyms of those meant: by pseudonym, id, mail address, or a part of the name."""
    meant = [User.email == words.lower()]
    try:
        meant += [AuditPerson.pseudonym == UUID(words), AuditPerson.user_id == UUID(words)]
    except ValueError:
        if len(words) >= SHORTEST_NAME:
            meant.append(User.name.icontains(words, autoescape=True))
    return select(AuditPerson.pseudonym).outerjoin(User, User.id == AuditPerson.user_id).where(or_(*meant))


def key_of(pseudonym: UUID, wrapped_key: bytes) -> bytes:
    return opened(keys().people, wrapped_key, pseudonym)


def closed(key: bytes, words: bytes, bound_to: UUID) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, words, bound_to.bytes)


def opened(key: bytes, sealed: bytes, bound_to: UUID) -> bytes:
    """What was sealed; "?" where someone changed it."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to.bytes)
    except (InvalidTag, ValueError):
        return b"?"
