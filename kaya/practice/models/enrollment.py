"""A member's way through a program: days wait, and nothing is missed."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Select, String, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.schema import Index

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.practice.models.program import Program, ProgramDay

UNDER_WAY = text("state IN ('active', 'paused')")


class EnrollmentState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    FINISHED = "finished"
    LEFT = "left"


class DayDone(Model):
    """`day` is the member's own day on which they did it."""

    __tablename__ = "program_days_done"
    __table_args__ = (UniqueConstraint("enrollment_id", "number"),)

    id: Mapped[identity]
    enrollment_id: Mapped[UUID] = belongs_to("program_enrollments")
    number: Mapped[int]
    day: Mapped[date]
    done_at: Mapped[moment]


class Enrollment(Versioned, Model):
    """Of a program one is under way at a time; whoever finished or left may begin again."""

    __tablename__ = "program_enrollments"
    __table_args__ = (
        CheckConstraint("state IN ('active', 'paused', 'finished', 'left')", name="state"),
        Index(
            "uq_program_enrollments_under_way",
            "user_id",
            "program_id",
            unique=True,
            sqlite_where=UNDER_WAY,
            postgresql_where=UNDER_WAY,
        ),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    program_id: Mapped[UUID] = belongs_to("programs")
    state: Mapped[str] = mapped_column(String(12), default=EnrollmentState.ACTIVE)
    begun_at: Mapped[moment]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)
    finished_at: Mapped[datetime | None]

    program: Mapped[Program] = relationship(lazy="joined", innerjoin=True)
    done: Mapped[list[DayDone]] = relationship(
        order_by=DayDone.number, lazy="selectin", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def of(cls, user: User) -> Select["Enrollment"]:
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def under_way(cls, user: User) -> Select["Enrollment"]:
        """What they have begun and neither finished nor left."""
        return cls.of(user).where(cls.state.in_((EnrollmentState.ACTIVE, EnrollmentState.PAUSED)))

    @property
    def numbers_done(self) -> set[int]:
        return {each.number for each in self.done}

    @property
    def next_number(self) -> int | None:
        """The first day that is not done: it waits, however long ago the last one was."""
        return next((n for n in range(1, self.program.days + 1) if n not in self.numbers_done), None)

    @property
    def next_day(self) -> ProgramDay | None:
        return self.program.day(self.next_number) if self.next_number else None

    @property
    def is_finished(self) -> bool:
        return self.state == EnrollmentState.FINISHED

    @property
    def last_done(self) -> DayDone | None:
        """The day of it that was done last."""
        return max(self.done, key=lambda each: (each.done_at, each.number), default=None)

    def done_since(self, today: date, number: int) -> DayDone | None:
        """Day `number` if it was done today or, by the clock of where they were, later; else the last one that was."""
        lately = [each for each in self.done if each.day >= today and self.state != EnrollmentState.LEFT]
        return max(lately, key=lambda each: (each.number == number, each.done_at, each.number), default=None)

    def waits_for(self, practice_id: UUID | None) -> bool:
        """Is this the practice of the day that comes next?"""
        day = self.next_day if self.is_active else None
        return day is not None and practice_id is not None and day.practice_id == practice_id

    @property
    def is_under_way(self) -> bool:
        return self.state in (EnrollmentState.ACTIVE, EnrollmentState.PAUSED)

    @property
    def is_active(self) -> bool:
        return self.state == EnrollmentState.ACTIVE

    def was_done_on(self, day: date) -> bool:
        """Has a day of it been done on this day of theirs?"""
        return any(each.day == day for each in self.done)
