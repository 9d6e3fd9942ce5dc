"""Passkeys: keys that live in someone's phone, computer or security key, and what is asked of them."""

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from sqlalchemy import BigInteger, LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment

CHALLENGE_LASTS = timedelta(minutes=5)


class Passkey(Model):
    """Its public half. `sign_count`: how often it says it was used, where it counts at all; it never goes back.

    `is_backed_up`: its owner's other devices have it too.
    """

    __tablename__ = "passkeys"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1023), unique=True)
    public_key: Mapped[bytes]
    sign_count: Mapped[int] = mapped_column(BigInteger, default=0)
    transports: Mapped[list[Any]] = mapped_column(default=list)
    is_backed_up: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[moment]
    last_used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def listed(cls, user: User) -> Select[Self]:
        return cls.of(user).order_by(cls.created_at, cls.id)

    @classmethod
    def by_credential(cls, credential_id: bytes) -> Select[Self]:
        """The one with this id, of someone who is not suspended."""
        return (
            select(cls)
            .join(cls.user)
            .options(contains_eager(cls.user))
            .where(cls.credential_id == credential_id, User.suspended_at.is_(None))
        )

    def is_behind(self, sign_count: int) -> bool:
        """Does a use that says `sign_count` come from a copy? Those that do not count always say 0."""
        return max(sign_count, self.sign_count) > 0 and sign_count <= self.sign_count


class PasskeyChallenge(Model):
    """What a passkey is to sign, once and within five minutes; kept as a hash. Of nobody at sign-in."""

    __tablename__ = "passkey_challenges"

    challenge_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    act: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[UUID | None] = belongs_to("users")
    expires_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + CHALLENGE_LASTS)
