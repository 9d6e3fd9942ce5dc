"""The private address of someone's appointments for their own calendar."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, belongs_to, identity, moment


class CalendarFeed(Model):
    """A private address of someone's appointments for their own calendar; known only by its hash, revocable."""

    __tablename__ = "calendar_feeds"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    is_busy_only: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[moment]
    revoked_at: Mapped[datetime | None]
