"""Someone's app that makes one-time codes, and the codes on paper for when the app is gone."""

from datetime import datetime
from typing import Self
from uuid import UUID

from sqlalchemy import BigInteger, LargeBinary, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts import one_time
from kaya.accounts.proofs import hashed
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class Authenticator(Model):
    """A secret that an app shares with Kaya (TOTP, RFC 6238: six digits, 30 seconds); it counts once it is enabled."""

    __tablename__ = "authenticators"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users", unique=True)
    secret = sealed_for("user_id")
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)
    created_at: Mapped[moment]
    enabled_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user_id: UUID) -> Select[Self]:
        return select(cls).where(cls.user_id == user_id)

    def accepts(self, code: str) -> bool:
        """Is `code` that of now, of the step before or the one after? Each step once, and none before it."""
        step = one_time.step_of(str(self.secret), code)
        if step is None or step <= self.last_step:
            return False
        self.last_step = step
        return True


class RecoveryCode(Model):
    """One of ten that let their owner in without the app, each once; kept as hashes of 80 random bits."""

    __tablename__ = "recovery_codes"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    created_at: Mapped[moment]
    used_at: Mapped[datetime | None]

    @classmethod
    def unused(cls, user_id: UUID) -> Select[Self]:
        return select(cls).where(cls.user_id == user_id, cls.used_at.is_(None))

    @classmethod
    def with_code(cls, user_id: UUID, code: str) -> Select[Self]:
        return cls.unused(user_id).where(cls.code_hash == hashed(code))
