"""One time that someone said how it is."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Select, SmallInteger, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.sealing import sealed_for


class Source(StrEnum):
    PAD = "pad"
    API = "api"
    DAYLIO = "daylio"


class MoodEntry(Versioned, Model):
    """`valence` goes from -1, unpleasant, to 1, pleasant; `arousal` from -1, still, to 1, stirred up; `intensity` from
    1 to 10. `at` is when it was so, `timezone` and `day` where and on which day of theirs that was. `sleep_hours` and
    `sleep_quality` (1 to 5) are about the night before. `origin`: which line of an import it is.

    `deleted_at`: let go, and to be taken back for a day; then it is emptied, and what is left tells phones so.
    """

    __tablename__ = "mood_entries"
    __table_args__ = (
        CheckConstraint("valence BETWEEN -1 AND 1", name="valence"),
        CheckConstraint("arousal BETWEEN -1 AND 1", name="arousal"),
        CheckConstraint("intensity BETWEEN 1 AND 10", name="intensity"),
        CheckConstraint("sleep_quality BETWEEN 1 AND 5", name="sleep_quality"),
        CheckConstraint("sleep_hours BETWEEN 0 AND 24", name="sleep_hours"),
        UniqueConstraint("user_id", "origin"),
        Index("ix_mood_entries_user_id_day", "user_id", "day"),
        Index("ix_mood_entries_user_id_at", "user_id", "at", "id"),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    word: Mapped[str] = mapped_column(String(40))
    valence: Mapped[float]
    arousal: Mapped[float]
    intensity: Mapped[int] = mapped_column(SmallInteger)
    tags: Mapped[list[Any]] = mapped_column(default=list)
    activities: Mapped[list[Any]] = mapped_column(default=list)
    sleep_hours: Mapped[float | None]
    sleep_quality: Mapped[int | None] = mapped_column(SmallInteger)
    note = sealed_for("user_id")
    at: Mapped[datetime]
    timezone: Mapped[str] = mapped_column(String(64))
    day: Mapped[date]
    source: Mapped[str] = mapped_column(String(12), default=Source.PAD)
    origin: Mapped[str | None] = mapped_column(String(80))
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)
    deleted_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """All of theirs but for what they let go."""
        return select(cls).where(cls.user_id == user.id, cls.deleted_at.is_(None))

    @classmethod
    def any_of(cls, user: User) -> Select[Self]:
        """What they let go of, too."""
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def newest_of(cls, user: User) -> Select[Self]:
        return cls.of(user).order_by(cls.at.desc(), cls.id.desc())

    @property
    def is_kept(self) -> bool:
        return self.deleted_at is None

    def can_be_changed_by(self, user: User) -> bool:
        return self.user_id == user.id
