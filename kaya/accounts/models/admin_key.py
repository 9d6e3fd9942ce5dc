"""A key by which a machine does a part of staff's work."""

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import Role, User
from kaya.accounts.permissions import Permission
from kaya.db import Model, belongs_to, identity, moment

NOTICED_EVERY = timedelta(minutes=5)
READ, WRITE = "read", "write"
SCOPES = tuple(f"{permission}:{may}" for permission in Permission for may in (READ, WRITE))


class ApiKey(Model):
    """Kept as a hash; `prefix` is its beginning, so that people know which is which.

    A scope is a permission with read or write ("support:read"); write includes read. A key does no more than the
    person who made it may do now, and ends when they are no longer staff.
    """

    __tablename__ = "api_keys"
    __allow_unmapped__ = True  # what it is used for at the moment is no column

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    name: Mapped[str] = mapped_column(String(80))
    prefix: Mapped[str] = mapped_column(String(16))
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    scopes: Mapped[list[Any]]
    created_at: Mapped[moment]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)
    writes: bool = True

    @classmethod
    def newest(cls) -> Select[Self]:
        """All that were ever made and are not yet forgotten, for staff who look after them."""
        return select(cls).order_by(cls.created_at.desc(), cls.id.desc())

    @classmethod
    def live(cls) -> Select[Self]:
        """Those that count: not revoked, not over, of someone who is staff and not suspended."""
        return (
            select(cls)
            .join(cls.user)
            .options(contains_eager(cls.user))
            .where(cls.revoked_at.is_(None), cls.expires_at > clock.now())
            .where(User.suspended_at.is_(None), User.role == Role.STAFF)
        )

    def viewer(self, *, writes: bool) -> User:
        """The person who made it, who knows by which key they came, and whether it is used to change something."""
        self.user.key, self.user.key_id, self.writes = self, self.id, writes
        return self.user

    @property
    def permissions(self) -> frozenset[str]:
        """What it may do in what it is used for: with read alone, nothing that changes anything."""
        ways = (WRITE,) if self.writes else (READ, WRITE)
        parts = [scope.partition(":") for scope in self.scopes]
        return frozenset(permission for permission, _, way in parts if way in ways)

    def opens(self, permissions: tuple[str, ...]) -> bool:
        """Is a door of one of these permissions open to it?"""
        return not self.permissions.isdisjoint(permissions)

    @property
    def is_over(self) -> bool:
        return self.revoked_at is not None or self.expires_at <= clock.now()

    @property
    def is_unnoticed(self) -> bool:
        """Is it time to write down again that it was used?"""
        return self.last_used_at is None or self.last_used_at < clock.now() - NOTICED_EVERY
