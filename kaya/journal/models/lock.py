"""What opens sealed pages, once their passphrase is known."""

from datetime import datetime
from typing import Self
from uuid import UUID

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.sealing import sealed_for


class JournalLock(Versioned, Model):
    """One for each member who seals pages. The key of the pages is wrapped under one that PBKDF2-SHA-256 makes of the
    passphrase with this salt, in so many rounds: all of it in the browser. Nothing here tells the passphrase.

    `wrapped` is nonce and wrapped key as base64, sealed once more under the member's own key, so that erasing them
    destroys it.
    """

    __tablename__ = "journal_locks"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users", unique=True)
    salt: Mapped[str] = mapped_column(String(64))
    rounds: Mapped[int]
    wrapped = sealed_for("user_id")
    created_at: Mapped[moment]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)
