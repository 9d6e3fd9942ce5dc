"""A person with an account."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from sqlalchemy import CheckConstraint, Select, String, exists, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.models.grant import Grant
from kaya.accounts.permissions import Permission
from kaya.config import settings
from kaya.db import Model, Versioned, identity, moment


class Role(StrEnum):
    MEMBER = "member"
    PRACTITIONER = "practitioner"
    STAFF = "staff"


class User(Versioned, Model):
    """A member; practitioners and staff are members who may do more. `photo`: their picture's name, or "".

    `leaves_at`: when the account they gave up is erased. `erased_at`: nobody any more, kept for what refers to them.
    """

    __tablename__ = "users"
    __allow_unmapped__ = True  # the sign-in by which they came is no column
    __table_args__ = (CheckConstraint("role IN ('member', 'practitioner', 'staff')", name="role"),)

    id: Mapped[identity]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20), default=Role.MEMBER)
    pronouns: Mapped[str] = mapped_column(String(40), default="")
    bio: Mapped[str] = mapped_column(String(2000), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    language: Mapped[str] = mapped_column(String(16), default="en")
    photo: Mapped[str] = mapped_column(String(64), default="")
    preferences: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[moment]
    suspended_at: Mapped[datetime | None]
    second_factor_at: Mapped[datetime | None]
    leaves_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    grants: Mapped[list[Grant]] = relationship(
        foreign_keys=Grant.user_id, order_by=Grant.granted_at, cascade="all, delete-orphan", passive_deletes=True
    )

    is_authenticated = True
    is_anonymous = False
    sign_in: Any = None
    sign_in_id: UUID | None = None
    key: Any = None
    key_id: UUID | None = None

    @classmethod
    def by_email(cls, email: str) -> Select[Self]:
        return select(cls).where(cls.email == normal_email(email))

    @classmethod
    def who_may(cls, permission: Permission) -> Select[Self]:
        """Staff at work who have this permission."""
        theirs = exists().where(Grant.user_id == cls.id, Grant.permission == permission)
        return select(cls).where(cls.role == Role.STAFF, cls.suspended_at.is_(None), theirs)

    def may(self, *permissions: Permission) -> bool:
        """Are they staff with any of these? Asks the database once in a transaction, and for staff alone."""
        if not self.is_staff:
            return False
        theirs = self.permissions if self.key is None else self.permissions & self.key.permissions
        return not theirs.isdisjoint(permissions)

    @property
    def permissions(self) -> frozenset[Permission]:
        """What was granted to them; it counts while they are staff."""
        return frozenset(Permission(grant.permission) for grant in self.grants)

    @property
    def is_staff(self) -> bool:
        """Staff who have what staff need; until then they may do what members may."""
        return self.role == Role.STAFF and not self.owes_second_factor

    @property
    def is_practitioner(self) -> bool:
        return self.role == Role.PRACTITIONER and not self.owes_second_factor

    @property
    def has_second_factor(self) -> bool:
        return self.second_factor_at is not None

    @property
    def needs_second_factor(self) -> bool:
        """Does the setting TWO_FACTOR_FOR name their role? TWO_FACTOR_LETS_OFF spares someone, in development alone."""
        return self.role in settings().two_factor_for and self.email not in settings().two_factor_lets_off

    @property
    def owes_second_factor(self) -> bool:
        """Their role is theirs once two-factor sign-in is on."""
        return self.second_factor_at is None and self.needs_second_factor

    @property
    def is_fresh(self) -> bool:
        """Did they prove within ten minutes, where they are signed in now, that it is them?"""
        return self.sign_in is not None and bool(self.sign_in.is_fresh)

    @property
    def has_proved_twice(self) -> bool:
        """Did they so by their second proof, if they have one? The password alone shall not take that away."""
        return self.is_fresh and (not self.has_second_factor or bool(self.sign_in.has_proved_twice))

    @property
    def is_active(self) -> bool:
        return self.suspended_at is None

    @property
    def has_password(self) -> bool:
        """Someone whose account was asked for with different passwords sets one by mail."""
        return bool(self.password_hash)

    @property
    def time_format(self) -> str:
        return str(self.preferences.get("time_format", ""))

    @property
    def shows_figures(self) -> bool:
        """Do they want to see how much and how often they did something?"""
        return bool(self.preferences.get("shows_figures", True))

    @property
    def shows_days_in_a_row(self) -> bool:
        return bool(self.preferences.get("shows_days_in_a_row", False))

    def get_id(self) -> str:
        """What the browser's cookie holds: the sign-in, not the person."""
        return str(self.sign_in_id)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    def __repr__(self) -> str:
        return f"<User {self.id}>"


def normal_email(email: str) -> str:
    """One way to write an address: without outer space, in lower case."""
    return email.strip().lower()
