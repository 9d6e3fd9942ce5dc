"""What happened to an appointment, line by line."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class Act(StrEnum):
    """What can be done to an appointment, in the past tense, as its history tells it."""

    BOOKED = "booked"
    CONFIRMED = "confirmed"
    RESCHEDULED = "rescheduled"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    COMPLETED = "completed"
    MISSED = "missed"
    CHANGED = "changed"


class AppointmentMove(Model):
    """One line of an appointment's history: who did what, when, and why. Never changed."""

    __tablename__ = "appointment_moves"

    id: Mapped[identity]
    appointment_id: Mapped[UUID] = belongs_to("appointments")
    client_id: Mapped[UUID] = belongs_to("users")
    act: Mapped[str] = mapped_column(String(20))
    by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL", nullable=True)
    at: Mapped[moment]
    reason = sealed_for("client_id")
    from_status: Mapped[str] = mapped_column(String(20), default="")
    from_start: Mapped[datetime | None]
    to_start: Mapped[datetime | None]

    by: Mapped[User | None] = relationship(lazy="joined", foreign_keys=by_id)
