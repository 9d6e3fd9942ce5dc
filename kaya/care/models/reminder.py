"""That someone was reminded."""

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, moment


class Reminder(Model):
    """Both were reminded of an appointment as it stood at `sequence`: a `day` or an `hour` before it."""

    __tablename__ = "appointment_reminders"

    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lead: Mapped[str] = mapped_column(String(4), primary_key=True)
    told_at: Mapped[moment]
