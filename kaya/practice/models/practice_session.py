"""One time that a member practised."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, Index, Select, SmallInteger, String, and_, or_, select
from sqlalchemy.orm import Mapped, defer, lazyload, mapped_column, relationship

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity
from kaya.practice.models.practice import Practice
from kaya.sealing import sealed_for

ENOUGH = 60  # seconds; of a session that is shorter than two minutes, half of it


class SessionState(StrEnum):
    STARTED = "started"
    COMPLETED = "completed"
    ABANDONED = "abandoned"


class PracticeSession(Versioned, Model):
    """`steps` are as they were composed then. Moods and rating go from 1 to 5.

    `seconds` is how far it has come, `played` how many of them were practised, and not skipped: figures sum these.

    `mood_*` is from heavy to bright, `arousal_*` from drowsy to wide awake, `feeling_*` a word for it. `day` is the
    member's own day when it began, `hour` the hour that their clock showed.
    """

    __tablename__ = "practice_sessions"
    __table_args__ = (
        CheckConstraint("state IN ('started', 'completed', 'abandoned')", name="state"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        Index("ix_practice_sessions_user_id_day", "user_id", "day"),
        Index("ix_practice_sessions_user_id_started_at", "user_id", "started_at", "id"),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    practice_id: Mapped[UUID | None] = belongs_to("practices", on_delete="SET NULL", nullable=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(120))
    minutes: Mapped[int]
    steps: Mapped[list[Any]]
    seconds: Mapped[int] = mapped_column(default=0)
    played: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(12), default=SessionState.STARTED)
    mood_before: Mapped[int | None] = mapped_column(SmallInteger)
    arousal_before: Mapped[int | None] = mapped_column(SmallInteger)
    feeling_before = sealed_for("user_id")
    mood_after: Mapped[int | None] = mapped_column(SmallInteger)
    arousal_after: Mapped[int | None] = mapped_column(SmallInteger)
    feeling_after = sealed_for("user_id")
    rating: Mapped[int | None] = mapped_column(SmallInteger)
    notes = sealed_for("user_id")
    day: Mapped[date]
    hour: Mapped[int] = mapped_column(SmallInteger)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    practice: Mapped[Practice | None] = relationship(lazy="joined")

    @classmethod
    def of(cls, user: User) -> Select["PracticeSession"]:
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def told_of(cls, user: User) -> Select["PracticeSession"]:
        """What is over and was practised, the newest first; without the steps, which lists do not show."""
        told = cls.of(user).where(cls.state != SessionState.STARTED, cls.seconds > 0)
        return told.order_by(cls.started_at.desc(), cls.id.desc()).options(defer(cls.steps), lazyload(cls.practice))

    @classmethod
    def practised(cls) -> ColumnElement[bool]:
        """Over, and enough of it was played to make its day one of practice."""
        enough = or_(cls.played >= ENOUGH, cls.played * 2 >= cls.minutes * 60)
        return and_(cls.state != SessionState.STARTED, enough)

    @property
    def length(self) -> int:
        """Seconds, from start to end."""
        return self.minutes * 60

    @property
    def is_open(self) -> bool:
        return self.state == SessionState.STARTED

    @property
    def completed_at(self) -> datetime | None:
        return self.ended_at if self.state == SessionState.COMPLETED else None


def is_enough(played: int, minutes: int) -> bool:
    """Do so many seconds of a session of `minutes` make its day one of practice? As `practised` asks of rows."""
    return played >= min(ENOUGH, minutes * 30)
