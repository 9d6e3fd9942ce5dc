"""Somebody gives up their account: asked for, and in fourteen days carried out, unless they stay."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import Index, Select, select, text
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment

TIME_TO_THINK = timedelta(days=14)
OPEN = text("withdrawn_at IS NULL")


class Deletion(Model):
    """`begun_at`: from here there is no way back. `erased_at`: everything is done. `closed_at`: the last letter is
    gone too, and with it the address; `letter_id` names it until then."""

    __tablename__ = "account_deletions"
    __table_args__ = (
        Index("uq_account_deletions_open", "user_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL", nullable=True)
    asked_at: Mapped[moment]
    due_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + TIME_TO_THINK, index=True)
    warned_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    letter_id: Mapped[UUID | None]

    @classmethod
    def open_of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id, cls.withdrawn_at.is_(None))

    @classmethod
    def unfinished(cls) -> Select[Self]:
        return select(cls).where(cls.withdrawn_at.is_(None), cls.closed_at.is_(None)).order_by(cls.due_at, cls.id)

    @property
    def can_be_withdrawn(self) -> bool:
        return self.withdrawn_at is None and self.begun_at is None
