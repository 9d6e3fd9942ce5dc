"""The ground of the trail's tests: keys and anchors of their own, nothing counted yet, and hands that tamper."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import act
from kaya.audit.floods import floods
from kaya.db import db, transaction

seen = act("test-seen", label="Seen")
looked = act("test-looked", label="Looked at", kind=audit.Kind.RECORD)


@pytest.fixture(autouse=True)
def kept_apart(settings: Callable[..., None], tmp_path: Any) -> None:
    """Each test's database is empty: so are its anchors and its key."""
    settings(instance_path=tmp_path)
    floods.forget()


@pytest.fixture
def many(amara: User, ben: User) -> Callable[[int], None]:
    """`many(12)`: that many entries, by and about Amara and Ben."""

    def write(number: int) -> None:
        with transaction():
            for each in range(number):
                audit.record(seen, actor=amara if each % 2 else ben, subject=ben, row=("thing", each), reason="a-look")

    return write


@pytest.fixture
def tamper(app: Any) -> Callable[..., None]:
    """`tamper("UPDATE …")` as whoever has the database and not the key: the guards are taken off first."""

    def strike(*statements: str) -> None:
        with db.engine.begin() as connection:
            if db.engine.dialect.name == "sqlite":
                triggers = connection.scalars(
                    text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'")
                ).all()
                for name in triggers:
                    connection.execute(text(f"DROP TRIGGER {name}"))
            else:
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                connection.execute(text(statement))

    db.session.rollback()
    return strike
