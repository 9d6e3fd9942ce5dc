"""The data keys that a transaction has needed so far, and sealing under them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, event, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, SessionTransaction

from kaya import clock
from kaya.db import db, in_transaction
from kaya.sealing import wrapping
from kaya.sealing.envelope import Unsealable, closed, opened, version_of
from kaya.sealing.models import DataKey
from kaya.sealing.owner import Owner
from kaya.sealing.words import erased

Versions = dict[int, bytes | None]


def seal(owner: Owner, text: str, bound_to: tuple[str, ...]) -> bytes:
    """`text` under `owner`'s key, readable only with the same `bound_to`: table, column and row id.

    Inside a transaction, which the owner's first key becomes a part of. KeyDestroyed when the owner was erased.
    """
    session = db.session()
    if not in_transaction():
        raise RuntimeError("Sealed outside a transaction: seal inside the verb.")
    return keyring_of(session).seal(session.connection(), owner, text, bound_to)


def unseal(owner: Owner, sealed: bytes, bound_to: tuple[str, ...]) -> str:
    """What `seal` was given; an `Erased` when the owner's key is destroyed. Unsealable when changed or moved."""
    session = db.session()
    return keyring_of(session).unseal(session.connection(), owner, sealed, bound_to)


def seal_bytes(owner: Owner, content: bytes, bound_to: tuple[str, ...]) -> bytes:
    """As `seal`, for what is no text: a picture's file."""
    session = db.session()
    if not in_transaction():
        raise RuntimeError("Sealed outside a transaction: seal inside the verb.")
    return keyring_of(session).seal_bytes(session.connection(), owner, content, bound_to)


def unseal_bytes(owner: Owner, sealed: bytes, bound_to: tuple[str, ...]) -> bytes | None:
    """What `seal_bytes` was given; None when the owner's key is destroyed. Unsealable when changed or moved."""
    session = db.session()
    return keyring_of(session).unseal_bytes(session.connection(), owner, sealed, bound_to)


class KeyDestroyed(Exception):
    """Nothing more can be sealed for someone who was erased."""


class Keyring:
    """Keys by their owner: one question for each owner, or for many at once with `fetch`."""

    def __init__(self) -> None:
        self.held: dict[Owner, Versions] = {}

    def seal(self, connection: Connection, owner: Owner, text: str, bound_to: tuple[str, ...]) -> bytes:
        return self.seal_bytes(connection, owner, text.encode(), bound_to)

    def unseal(self, connection: Connection, owner: Owner, sealed: bytes, bound_to: tuple[str, ...]) -> str:
        content = self.unseal_bytes(connection, owner, sealed, bound_to)
        return erased() if content is None else content.decode()

    def seal_bytes(self, connection: Connection, owner: Owner, content: bytes, bound_to: tuple[str, ...]) -> bytes:
        versions = self.versions_of(connection, owner) or self.begin(connection, owner)
        newest = max(versions)
        key = versions[newest]
        if key is None:
            raise KeyDestroyed(f"The key of {owner.kind} {owner.id} is destroyed.")
        return closed(key, content, bound_to, version=newest)

    def unseal_bytes(
        self, connection: Connection, owner: Owner, sealed: bytes, bound_to: tuple[str, ...]
    ) -> bytes | None:
        version = version_of(sealed)
        versions = self.versions_of(connection, owner)
        if version not in versions:
            raise Unsealable("The key that it was sealed under is not its owner's.")
        key = versions[version]
        return None if key is None else opened(key, sealed, bound_to)

    def versions_of(self, connection: Connection, owner: Owner) -> Versions:
        if owner not in self.held:
            self.fetch(connection, [owner])
        return self.held[owner]

    def fetch(self, connection: Connection, owners: Iterable[Owner]) -> None:
        """Ask for the keys of all these owners, who are of one kind, at once."""
        wanted = {owner: Versions() for owner in owners if owner not in self.held}
        if not wanted:
            return
        ids, kind = [owner.id for owner in wanted], next(iter(wanted)).kind
        rows = select(DataKey.owner_id, DataKey.version, DataKey.wrapped, DataKey.installation_key)
        for id, version, wrapped, by in connection.execute(
            rows.where(DataKey.owner_kind == kind, DataKey.owner_id.in_(ids))
        ):
            owner = Owner(kind, id)
            wanted[owner][version] = wrapping.unwrapped(wrapped, by, owner, version) if wrapped else None
        self.held |= wanted

    def begin(self, connection: Connection, owner: Owner, version: int = 1) -> Versions:
        """Make the owner's key, unless somebody just did: then theirs is the one."""
        wrapped, by = wrapping.new_key(owner, version)
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        values: dict[str, Any] = {
            "owner_kind": owner.kind,
            "owner_id": owner.id,
            "version": version,
            "wrapped": wrapped,
            "installation_key": by,
            "created_at": clock.now(),
        }
        connection.execute(dialect.insert(DataKey).values(values).on_conflict_do_nothing())
        self.held.pop(owner, None)
        return self.versions_of(connection, owner)


def keyring_of(session: Session) -> Keyring:
    """The session's, until its transaction ends: a key is not believed in longer than the row that holds it."""
    held: Keyring = session.info.setdefault("keyring", Keyring())
    return held


@event.listens_for(Session, "after_soft_rollback")
def forget_what_was_undone(session: Session, undone: SessionTransaction) -> None:
    session.info.pop("keyring", None)


@event.listens_for(Session, "after_transaction_end")
def forget(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:
        session.info.pop("keyring", None)
