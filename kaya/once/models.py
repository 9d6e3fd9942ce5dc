"""A key that a client made, and what came of it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, String, and_
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.db import Model

LASTS = timedelta(hours=24)


class KeptKey(Model):
    """`key` and `body` are SHA-256 of what was sent; `thing_id` is None only until its own transaction ends."""

    __tablename__ = "idempotency_keys"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    endpoint: Mapped[str] = mapped_column(String(120), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[str] = mapped_column(String(64))
    thing_id: Mapped[UUID | None]
    status: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)

    @classmethod
    def is_over(cls) -> ColumnElement[bool]:
        return cls.made_at <= clock.now() - LASTS

    @classmethod
    def named(cls, **name: Any) -> ColumnElement[bool]:
        return and_(*(getattr(cls, column) == value for column, value in name.items()))
