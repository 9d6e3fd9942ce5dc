"""What becomes of somebody's data keys: one is made anew, all are destroyed, all are wrapped anew."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Select, func, select, text, update
from sqlalchemy.orm import Session

from kaya import clock
from kaya.db import db, transaction, upsert
from kaya.sealing import installation, wrapping
from kaya.sealing.keyring import KeyDestroyed, keyring_of
from kaya.sealing.models import DataKey
from kaya.sealing.owner import Owner
from kaya.sealing.signals import keys_destroyed, keys_rewrapped
from kaya.signals import announce

AT_ONCE = 200


def erase(owner: Owner) -> None:
    """Destroy every key of `owner`: what was sealed for them can be read by nobody, here and in this row's future.

    Reading it gives an `Erased`; nothing more can be sealed for them. What a backup holds goes when the backup goes.
    """
    with transaction() as session:
        if session.get_bind().dialect.name == "sqlite":
            session.execute(text("PRAGMA secure_delete = ON"))
        bury(session, owner)
        session.scalars(keys_of(owner).with_for_update()).all()
        gone = {"wrapped": None, "installation_key": "", "destroyed_at": clock.now()}
        session.execute(update(DataKey).where(*is_of(owner), DataKey.destroyed_at.is_(None)).values(gone))
        keyring_of(session).held.pop(owner, None)
        announce(keys_destroyed, owner=owner)


def bury(session: Session, owner: Owner) -> None:
    """A row that says so, for someone who never had a key: none is to be made later."""
    stone = {"owner_kind": owner.kind, "owner_id": owner.id, "version": 1, "installation_key": ""}
    stone |= {"wrapped": None, "created_at": clock.now(), "destroyed_at": clock.now()}
    upsert(session, DataKey, stone, on=["owner_kind", "owner_id", "version"], change=())


def renew(owner: Owner) -> None:
    """From here on `owner` has another key; what was sealed under the older ones is read with them."""
    with transaction() as session:
        keys = session.scalars(keys_of(owner).with_for_update().execution_options(populate_existing=True)).all()
        if any(key.wrapped is None for key in keys):
            raise KeyDestroyed(f"The key of {owner.kind} {owner.id} is destroyed.")
        keyring_of(session).begin(session.connection(), owner, max((key.version for key in keys), default=0) + 1)


def rewrap(told: Callable[[int, int], None]) -> str:
    """Wrap every data key by the newest installation key, and say which that is; `told(done, of)` hears how far it is.

    Where nothing is left of an earlier time, a new installation key is made first (not where the settings hold them).
    It can be stopped and begun again, and Kaya may serve meanwhile.
    """
    ring = installation.first()
    if installation.can_be_added() and not waiting(ring.newest):
        ring = installation.add_next()
    done, count = 0, waiting(ring.newest)
    told(done, count)
    while some := rewrap_some(ring.newest):
        done += some
        told(done, max(done, count))
    with transaction():
        announce(keys_rewrapped, installation_key=ring.newest, count=done)
    return ring.newest


def waiting(newest: str) -> int:
    """How many keys are wrapped by an older installation key."""
    return db.session.scalar(select(func.count()).select_from(DataKey).where(*is_older(newest))) or 0


def rewrap_some(newest: str) -> int:
    """Some at a time, each as it is under its lock: nobody waits long, and what is done stays done."""
    with transaction() as session:
        rows = select(DataKey).where(*is_older(newest)).limit(AT_ONCE).with_for_update()
        keys = session.scalars(rows.order_by(DataKey.owner_kind, DataKey.owner_id, DataKey.version)).all()
        for key in keys:
            owner = Owner(key.owner_kind, key.owner_id)
            assert key.wrapped is not None
            plain = wrapping.unwrapped(key.wrapped, key.installation_key, owner, key.version)
            key.wrapped, key.installation_key = wrapping.wrapped(plain, owner, key.version)
        return len(keys)


def keys_of(owner: Owner) -> Select[DataKey]:
    return select(DataKey).where(*is_of(owner)).order_by(DataKey.version)


def is_of(owner: Owner) -> tuple[ColumnElement[bool], ...]:
    return DataKey.owner_kind == owner.kind, DataKey.owner_id == owner.id


def is_older(newest: str) -> tuple[ColumnElement[bool], ...]:
    return DataKey.wrapped.is_not(None), DataKey.installation_key != newest
