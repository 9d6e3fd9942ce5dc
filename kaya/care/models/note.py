"""What was noted on an appointment."""

from uuid import UUID

from sqlalchemy import Select, false, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.models import User
from kaya.care.models.appointment import Appointment
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class AppointmentNote(Model):
    """Something noted on an appointment: shared between the two, or the author's own.

    It is about the client, and sealed under their key: with them it goes.
    """

    __tablename__ = "appointment_notes"

    id: Mapped[identity]
    appointment_id: Mapped[UUID] = belongs_to("appointments")
    client_id: Mapped[UUID] = belongs_to("users")
    author_id: Mapped[UUID] = belongs_to("users")
    is_private: Mapped[bool] = mapped_column(default=False)
    body = sealed_for("client_id")
    created_at: Mapped[moment]

    author: Mapped[User] = relationship(lazy="joined", innerjoin=True, foreign_keys=author_id)

    @classmethod
    def by(cls, author: User) -> Select["AppointmentNote"]:
        return select(cls).where(cls.author_id == author.id)

    @classmethod
    def on(cls, appointment: Appointment, viewer: User) -> Select["AppointmentNote"]:
        """What `viewer`, one of the two, may read there: what is shared, and their own. Anybody else: nothing."""
        theirs = or_(cls.is_private.is_(False), cls.author_id == viewer.id)
        readable = theirs if appointment.is_between(viewer) else false()
        return select(cls).where(cls.appointment_id == appointment.id, readable).order_by(cls.created_at, cls.id)
