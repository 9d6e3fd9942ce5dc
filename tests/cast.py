"""The people of the tests: Amara and Ben are members, Dr Okafor gives care, Sofia runs the house, with a code app.

Whoever takes one of them finds the row already there; `visit(amara)` is her browser, `call(amara)` her API client.
"""

from collections.abc import Iterable
from functools import cache

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import one_time, passwords
from kaya.accounts.models import Authenticator, Grant, Role, User
from kaya.accounts.permissions import Permission
from kaya.db import transaction, uuid7

PASSWORD = "calm-otter-lantern-42"
TOTP_SECRET = "JBSWY3DPEHPK3PXP"


def person(
    name: str,
    *,
    role: str = Role.MEMBER,
    timezone: str = "UTC",
    email: str = "",
    may: Iterable[Permission] = tuple(Permission),
) -> User:
    """Someone with an account here, whose password is PASSWORD; staff may do everything, unless it is said what."""
    with transaction() as session:
        user = User(
            id=uuid7(),
            email=email or f"{name.split()[-1].lower()}@example.org",
            name=name,
            password_hash=password_hash(),
            role=role,
            timezone=timezone,
            language="en",
            preferences={},
        )
        session.add(user)
        if role == Role.STAFF:
            user.grants = [Grant(permission=permission) for permission in may]
            session.flush()
            with_code_app(session, user)
    return user


def with_code_app(session: Session, user: User) -> None:
    """Two-factor sign-in is on for them; `code()` is what the app shows."""
    user.second_factor_at = clock.now()
    session.add(Authenticator(user_id=user.id, secret=TOTP_SECRET, enabled_at=clock.now()))


def code() -> str:
    """What everybody's app shows now; each is good once, and none that is older."""
    return one_time.code_at(TOTP_SECRET, one_time.step_now())


@cache
def password_hash() -> str:
    return passwords.hashed(PASSWORD)


@pytest.fixture
def amara(app: Flask) -> User:
    return person("Amara Obi", email="amara@example.org", timezone="Europe/Lisbon")


@pytest.fixture
def ben(app: Flask) -> User:
    return person("Ben Castellanos", email="ben@example.org", timezone="America/New_York")


@pytest.fixture
def okafor(app: Flask) -> User:
    """A practitioner's account; what she offers is care's to say."""
    return person("Ngozi Okafor", role=Role.PRACTITIONER, timezone="Africa/Lagos")


@pytest.fixture
def admin(app: Flask) -> User:
    return person("Sofia Marques", email="admin@example.org", role=Role.STAFF, timezone="Europe/Lisbon")
