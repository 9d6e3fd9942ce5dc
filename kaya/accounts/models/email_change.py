"""A new mail address, which its link proves."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import User
from kaya.accounts.proofs import hashed
from kaya.db import Model, belongs_to, identity, moment

LASTS = timedelta(hours=1)


class EmailChange(Model):
    """Someone wants their mail at `email`; the token that was sent there is kept only as a hash."""

    __tablename__ = "email_changes"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    email: Mapped[str] = mapped_column(String(254))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    created_at: Mapped[moment]
    expires_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + LASTS)
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def live(cls, token: str) -> Select[Self]:
        """The one with this token, while it can still be used."""
        return (
            select(cls)
            .join(cls.user)
            .options(contains_eager(cls.user))
            .where(
                cls.token_hash == hashed(token),
                cls.used_at.is_(None),
                cls.expires_at > clock.now(),
                User.suspended_at.is_(None),
            )
        )
