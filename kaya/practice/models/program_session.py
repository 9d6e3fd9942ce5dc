"""A session that was begun from a day of a program: when it is done, so is the day."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, belongs_to


class ProgramSession(Model):
    """`number` is the day's."""

    __tablename__ = "program_sessions"

    session_id: Mapped[UUID] = belongs_to("practice_sessions", primary_key=True)
    enrollment_id: Mapped[UUID] = belongs_to("program_enrollments")
    number: Mapped[int] = mapped_column()
