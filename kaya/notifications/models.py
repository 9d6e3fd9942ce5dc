"""A word to one person, which words they want, and when they want to be reminded."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Select, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, db, identity, moment
from kaya.notifications.kinds import known


class Notification(Model):
    """Written in the transaction of what it tells. `path` is where to look; `words` fill its kind's sentence."""

    __tablename__ = "notifications"
    __table_args__ = (Index("ix_notifications_user_id_created_at", "user_id", "created_at"),)

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    kind: Mapped[str] = mapped_column(String(60))
    words: Mapped[dict[str, Any]] = mapped_column(default=dict)
    path: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[moment]
    read_at: Mapped[datetime | None]

    @property
    def icon(self) -> str:
        return known(self.kind).icon

    @classmethod
    def of(cls, user: User) -> Select["Notification"]:
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def unread_of(cls, user: User) -> Select["Notification"]:
        return cls.of(user).where(cls.read_at.is_(None))

    @classmethod
    def unread_count(cls, user: User) -> int:
        return db.session.scalar(cls.count_of_unread(user)) or 0

    @classmethod
    def count_of_unread(cls, user: User) -> Select[int]:
        return select(func.count()).select_from(cls.unread_of(user).subquery())


class NotificationPreference(Model):
    """Someone's choice about one kind of notification, where it differs from the usual."""

    __tablename__ = "notification_preferences"

    user_id: Mapped[UUID] = belongs_to("users", primary_key=True)
    kind: Mapped[str] = mapped_column(String(60), primary_key=True)
    in_app: Mapped[bool] = mapped_column(default=True)
    by_mail: Mapped[bool] = mapped_column(default=True)


class DailyReminder(Model):
    """At `time` ("20:30") by its owner's clock, on `weekdays` (0 is Monday), told as a notification of `kind`.

    `next_at` is when it is due next, `told_on` the last day of theirs on which it was.
    """

    __tablename__ = "daily_reminders"
    __table_args__ = (
        UniqueConstraint("user_id", "kind", "time"),
        Index("ix_daily_reminders_next_at", "next_at"),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    kind: Mapped[str] = mapped_column(String(60))
    time: Mapped[str] = mapped_column(String(5))
    weekdays: Mapped[list[Any]]
    next_at: Mapped[datetime]
    told_on: Mapped[date | None]
    created_at: Mapped[moment]

    @classmethod
    def of(cls, user: User, kind: str = "") -> Select["DailyReminder"]:
        """In the order of the clock."""
        rows = select(cls).where(cls.user_id == user.id).order_by(cls.time)
        return rows.where(cls.kind == kind) if kind else rows
