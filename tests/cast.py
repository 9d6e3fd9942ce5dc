"""The people of the tests: Amara and Ben are members, Dr Okafor gives care, Sofia runs the house.

Whoever takes one of them finds the row already there; `visit(amara)` is her browser, `call(amara)` her API client.
"""

from functools import cache

import pytest
from flask import Flask

from kaya.accounts import passwords
from kaya.accounts.models import Role, User
from kaya.db import transaction

PASSWORD = "calm-otter-lantern-42"


def person(name: str, *, role: str = Role.MEMBER, timezone: str = "UTC", email: str = "") -> User:
    """Someone with an account here, whose password is PASSWORD."""
    with transaction() as session:
        user = User(
            email=email or f"{name.split()[-1].lower()}@example.org",
            name=name,
            password_hash=password_hash(),
            role=role,
            timezone=timezone,
            language="en",
            preferences={},
        )
        session.add(user)
    return user


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
