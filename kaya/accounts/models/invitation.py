"""Someone whom staff asked in."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import Role, User, normal_email
from kaya.accounts.permissions import Permission
from kaya.accounts.proofs import hashed
from kaya.db import Model, belongs_to, identity, moment

LASTS = timedelta(days=7)


class Invitation(Model):
    """Good for seven days from the last letter; used or withdrawn it is gone, and until it is used there is no account.

    The letter's token is kept only as a hash.
    """

    __tablename__ = "invitations"
    __table_args__ = (CheckConstraint("role IN ('member', 'practitioner', 'staff')", name="role"),)

    id: Mapped[identity]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(20), default=Role.MEMBER)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL")
    created_at: Mapped[moment]
    expires_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + LASTS)

    by: Mapped[User | None] = relationship(lazy="joined")

    @classmethod
    def by_token(cls, token: str) -> Select[Self]:
        """The one whose newest letter has this token, while it is good."""
        return select(cls).where(cls.token_hash == hashed(token), cls.expires_at > clock.now())

    @classmethod
    def by_email(cls, email: str) -> Select[Self]:
        return select(cls).where(cls.email == normal_email(email))

    @property
    def still_stands(self) -> bool:
        """A role is given by somebody who may give it now too: not by who was suspended or sent away meanwhile."""
        if self.role == Role.MEMBER:
            return True
        return self.by is not None and self.by.is_active and self.by.may(Permission.OPERATIONS)

    @property
    def is_over(self) -> bool:
        return self.expires_at <= clock.now()
