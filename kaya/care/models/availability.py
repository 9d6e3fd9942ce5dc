"""When a practitioner can be booked: weekly hours and exceptions, as one document that is replaced as a whole."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, Versioned


class Availability(Versioned, Model):
    """Local times in the practitioner's zone.

    `weekly`: [{weekday, start, end}]; `exceptions`: [{date, closed} or {date, start, end}].
    """

    __tablename__ = "availabilities"

    practitioner_id: Mapped[UUID] = mapped_column(ForeignKey("practitioners.id", ondelete="CASCADE"), primary_key=True)
    weekly: Mapped[list[Any]] = mapped_column(default=list)
    exceptions: Mapped[list[Any]] = mapped_column(default=list)
    slot_step_minutes: Mapped[int] = mapped_column(default=30)
    buffer_before_minutes: Mapped[int] = mapped_column(default=0)
    buffer_after_minutes: Mapped[int] = mapped_column(default=0)
    minimum_notice_minutes: Mapped[int] = mapped_column(default=120)
    window_days: Mapped[int] = mapped_column(default=60)
    daily_limit: Mapped[int | None]
