"""A column whose text is sealed: `body = sealed_for("client_id")`."""

from typing import Any, Self, overload

import structlog
from sqlalchemy import Connection, Dialect, LargeBinary, TypeDecorator, event, inspect
from sqlalchemy.orm import Mapper, Session, mapped_column, object_session

from kaya.db import db, uuid7
from kaya.sealing.envelope import Unsealable
from kaya.sealing.keyring import keyring_of
from kaya.sealing.owner import Owner
from kaya.sealing.signals import seal_broken
from kaya.signals import tell

log = structlog.get_logger(__name__)


def sealed_for(owner_id: str, *, kind: str = "person") -> "SealedText":
    """Text that is sealed under the key of the person (or `kind="conversation"`) whose id the column `owner_id` holds.

    On a row it is a `str`: opened when it is read, sealed when it is written; "" is kept as nothing at all. One
    question to the database opens all the rows at hand. It is bound to its table, column and row, and cannot be
    searched or sorted by. An `Erased` once its owner's key is destroyed; Unsealable when it was changed or moved.
    """
    return SealedText(owner_id, kind)


class Sealed:
    """A text and its sealed form; one of them may be still to come."""

    def __init__(self, text: str | None = None, envelope: bytes | None = None) -> None:
        self.text, self.envelope = text, envelope

    def __repr__(self) -> str:
        return "<Sealed>"


class Envelope(TypeDecorator[Sealed]):
    """Bytes in the database. What is not sealed yet does not get there, whichever way was taken."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, Sealed) or value.envelope is None:
            raise TypeError("Sealed text is written through its model, and cannot be searched.")
        return value.envelope

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Sealed | None:
        return None if value is None else Sealed(envelope=bytes(value))

    def compare_values(self, x: Any, y: Any) -> bool:
        return x is y


class SealedText:
    """Stands on the model under the text's own name; the column beside it is mapped as `sealed_<name>`."""

    def __init__(self, owner_id: str, kind: str) -> None:
        self.owner_id, self.kind = owner_id, kind

    def __set_name__(self, model: type, name: str) -> None:
        self.name, self.mapped = name, f"sealed_{name}"
        setattr(model, self.mapped, mapped_column(name, Envelope(), nullable=True))
        event.listen(model, "before_insert", self.seal_new, propagate=True)
        event.listen(model, "before_update", self.seal_changed, propagate=True)

    @overload
    def __get__(self, row: None, model: type) -> Self: ...
    @overload
    def __get__(self, row: object, model: type) -> str: ...
    def __get__(self, row: Any, model: type) -> Self | str:
        if row is None:
            return self
        sealed: Sealed | None = getattr(row, self.mapped)
        if sealed is None:
            return ""
        return self.opened(row, sealed) if sealed.text is None else sealed.text

    def __set__(self, row: Any, text: str) -> None:
        setattr(row, self.mapped, Sealed(text) if text else None)

    def __eq__(self, other: object) -> bool:
        raise TypeError(f"{self.name} is sealed: it cannot be searched.")

    __hash__ = object.__hash__

    def opened(self, row: Any, sealed: Sealed) -> str:
        session = object_session(row) or db.session()
        connection, keyring, owner = session.connection(), keyring_of(session), self.owner_of(row)
        if owner not in keyring.held:
            keyring.fetch(connection, {owner} | self.owners_at_hand(session, type(row)))
        assert sealed.envelope is not None
        try:
            text = keyring.unseal(connection, owner, sealed.envelope, self.place_of(row))
        except Unsealable:
            self.cry_out(row, owner)
            raise
        if type(text) is str:
            sealed.text = text
        return text

    def owners_at_hand(self, session: Session, model: type) -> set[Owner]:
        """Whoever else's rows of this kind are here: a page that shows one of them shows the others."""
        rows = [vars(each) for each in session.identity_map.values() if type(each) is model]
        ids = {row[self.owner_id] for row in rows if row.get(self.mapped) is not None and self.owner_id in row}
        return {Owner(self.kind, id) for id in ids}

    def seal_new(self, mapper: Mapper[Any], connection: Connection, row: Any) -> None:
        """Sealed anew where a rollback put a row back among the new ones: its key may have gone with it."""
        sealed = getattr(row, self.mapped)
        if sealed is not None and sealed.text is not None:
            if getattr(row, "id", "") is None:
                row.id = uuid7()
            self.seal(connection, row, sealed)

    def seal_changed(self, mapper: Mapper[Any], connection: Connection, row: Any) -> None:
        sealed = vars(row).get(self.mapped)
        if sealed is not None and sealed.envelope is None:
            self.seal(connection, row, sealed)

    def seal(self, connection: Connection, row: Any, sealed: Sealed) -> None:
        keyring = keyring_of(object_session(row) or db.session())
        sealed.envelope = keyring.seal(connection, self.owner_of(row), sealed.text or "", self.place_of(row))

    def owner_of(self, row: Any) -> Owner:
        return Owner(self.kind, getattr(row, self.owner_id))

    def place_of(self, row: Any) -> tuple[str, ...]:
        mapper = inspect(type(row))
        return mapper.local_table.name, self.name, *map(str, mapper.primary_key_from_instance(row))

    def cry_out(self, row: Any, owner: Owner) -> None:
        table, column, *key = self.place_of(row)
        fact = {"table": table, "column": column, "row": " ".join(key), "owner": owner}
        log.error("A seal is broken: changed or moved", **fact | {"owner": f"{owner.kind} {owner.id}"})
        tell(seal_broken, fact)
