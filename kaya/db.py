"""The database: one base class, one way to write to it."""

import os
import sqlite3
import time
import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import structlog
from flask import has_app_context
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Engine,
    ExceptionContext,
    ForeignKey,
    MetaData,
    TypeDecorator,
    Uuid,
    event,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DataError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, mapped_column, registry

from kaya import clock
from kaya.config import settings

Row = TypeVar("Row")
log = structlog.get_logger(__name__)


class UTCDateTime(TypeDecorator[datetime]):
    """An instant: aware going in, in UTC coming out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


document = JSON().with_variant(JSONB(), "postgresql")

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    registry = registry(
        type_annotation_map={datetime: UTCDateTime(), uuid.UUID: Uuid(), dict[str, Any]: document, list[Any]: document}
    )
    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def uuid7() -> uuid.UUID:
    """A new id, ordered by time and unguessable enough to be public, never a secret (RFC 9562, version 7).

    The machine's own clock is read on purpose: an id's order must not follow a clock that a test moved.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    return uuid.UUID(int=value & ~(0x3 << 62) | 2 << 62)


identity = Annotated[uuid.UUID, mapped_column(primary_key=True, default=uuid7)]
moment = Annotated[datetime, mapped_column(default=clock.now)]


def belongs_to(table: str, *, on_delete: str = "CASCADE", **options: Any) -> Any:
    """A foreign key to `table`'s id, with its index."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete=on_delete), index=not options.get("unique"), **options)


class Versioned:
    """A row with a state: a writer that did not see the latest version fails instead of undoing it."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


@contextmanager
def transaction() -> Iterator[Session]:
    """Write all of it or none of it. One inside another is a savepoint of it.

    The read that went before ends here, so what a verb decides on is read again; it locks it first (see `locked`).
    """
    session = db.session()
    work = session.info.get("work")
    if work is not None:
        told, mark = len(work.afterwards), dict(work.last)
        try:
            with session.begin_nested():
                yield session
        except BaseException:
            del work.afterwards[told:]
            work.last = mark
            raise
        return

    if session.new or session.dirty or session.deleted:
        raise RuntimeError("Changed outside a transaction: write inside the verb.")
    session.rollback()
    session.expire_all()
    work = session.info["work"] = Work()
    try:
        session.connection(execution_options={"sqlite_begin": "IMMEDIATE"})
        yield session
        for key in sorted(work.last):
            work.last[key](session)
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        del session.info["work"]
    for act in work.afterwards:
        try:
            act()
        except Exception:
            log.exception("Something after a commit failed; what was committed stays")


class Work:
    """What a transaction has still to do: at its very end (in order of keys, so locks never cross), and after it."""

    def __init__(self) -> None:
        self.last: dict[tuple[str, ...], Callable[[Session], None]] = {}
        self.afterwards: list[Callable[[], None]] = []


def in_transaction() -> bool:
    return "work" in db.session().info


def at_the_end(key: tuple[str, ...], act: Callable[[Session], None]) -> None:
    """Run `act(session)` once, just before this transaction commits; a second act under `key` replaces the first."""
    db.session().info["work"].last[key] = act


def pending(key: tuple[str, ...]) -> Callable[[Session], None] | None:
    """What this transaction has to do at its end under `key`, to be added to and not replaced."""
    work: Work = db.session().info["work"]
    return work.last.get(key)


def afterwards(act: Callable[[], None]) -> None:
    """Run `act` once the current transaction is safely on disk."""
    db.session().info["work"].afterwards.append(act)


def locked(session: Session, row: Row) -> Row:
    """`row` as it is now, and nobody else's to change until this transaction ends.

    What is joined to it is read, not locked; other rows may go on referring to it.
    """
    session.refresh(row, with_for_update={"of": type(row), "key_share": True})
    return row


def upsert(
    session: Session, model: Any, values: dict[str, Any], *, on: Collection[str], change: Collection[str]
) -> None:
    """Insert a row with `values`; where one has the same `on`, set its columns `change`; without any, leave it be."""
    session.execute(upserting(session, model, values, on=on, change=change))


def upserted(
    session: Session, model: type[Row], values: dict[str, Any], *, on: Collection[str], change: Collection[str]
) -> Row:
    """The same, and the row as it is then, which is nobody else's to change until the transaction ends.

    `change` names a column at least: what is changed is locked, and told; `on` itself changes nothing.
    """
    row = upserting(session, model, values, on=on, change=change).returning(model)
    found: Row = session.scalars(row, execution_options={"populate_existing": True}).one()
    return found


def upserting(
    session: Session, model: Any, values: dict[str, Any], *, on: Collection[str], change: Collection[str]
) -> Any:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    row = dialect.insert(model).values(**values)
    if change:
        return row.on_conflict_do_update(index_elements=list(on), set_={name: values[name] for name in change})
    return row.on_conflict_do_nothing(index_elements=list(on))


@event.listens_for(Engine, "connect")
def prepare_sqlite(connection: Any, record: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        synchronous = settings().sqlite_synchronous if has_app_context() else "NORMAL"
        for pragma in ("journal_mode=WAL", f"synchronous={synchronous}", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "handle_error")
def name_what_cannot_be_kept(context: ExceptionContext) -> None:
    """A driver stumbles over some values before the database sees them: they are the same mistake."""
    error = context.original_exception
    if isinstance(error, OverflowError | UnicodeEncodeError):
        raise DataError(context.statement, None, error, hide_parameters=True)


@event.listens_for(Engine, "begin")
def begin_sqlite(connection: Any) -> None:
    """A write takes its lock at once; found out later, it could only fail."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN " + connection.get_execution_options().get("sqlite_begin", "DEFERRED"))
