"""An appointment, a hold on its way to becoming one, what happened to it, and what was noted."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Select, String, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models.practitioner import Practitioner
from kaya.care.models.service import Offering, Service
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.money import Money
from kaya.organisation.models import Location


class Status(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


LIVE = (Status.PENDING, Status.CONFIRMED)


class Hold(Model):
    """A time kept for someone for five minutes while they decide. It shares its reservation's id."""

    __tablename__ = "holds"
    __table_args__ = (UniqueConstraint("client_id", "practitioner_id"),)

    id: Mapped[UUID] = mapped_column(ForeignKey("reservations.id", ondelete="CASCADE"), primary_key=True)
    client_id: Mapped[UUID] = belongs_to("users")
    practitioner_id: Mapped[UUID] = belongs_to("practitioners")
    offering_id: Mapped[UUID] = belongs_to("offerings")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    created_at: Mapped[moment]

    practitioner: Mapped[Practitioner] = relationship(lazy="joined", innerjoin=True)
    offering: Mapped[Offering] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def of(cls, client: User) -> Select["Hold"]:
        """Their holds that have not run out."""
        return select(cls).where(cls.client_id == client.id, cls.expires_at > clock.now())

    @property
    def seconds_left(self) -> int:
        return max(0, int((self.expires_at - clock.now()).total_seconds()))


class Appointment(Versioned, Model):
    """A promise that two people will meet. Length, price, buffers and notice stay as they were when it was booked."""

    __tablename__ = "appointments"
    __table_args__ = (
        CheckConstraint("status IN ('pending', 'confirmed', 'completed', 'no_show', 'cancelled')", name="status"),
        Index("ix_appointments_client_id_starts_at", "client_id", "starts_at"),
        Index("ix_appointments_practitioner_id_starts_at", "practitioner_id", "starts_at"),
    )

    id: Mapped[identity]
    client_id: Mapped[UUID] = belongs_to("users", on_delete="RESTRICT")
    practitioner_id: Mapped[UUID] = belongs_to("practitioners", on_delete="RESTRICT")
    offering_id: Mapped[UUID | None] = belongs_to("offerings", on_delete="SET NULL", nullable=True)
    service_id: Mapped[UUID] = belongs_to("services", on_delete="RESTRICT")
    location_id: Mapped[UUID | None] = belongs_to("locations", on_delete="SET NULL", nullable=True)
    reservation_id: Mapped[UUID | None] = mapped_column(ForeignKey("reservations.id", ondelete="SET NULL"), unique=True)
    mode: Mapped[str] = mapped_column(String(20))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(20), default=Status.PENDING)
    price_amount: Mapped[int] = mapped_column(BigInteger)
    price_currency: Mapped[str] = mapped_column(String(3))
    buffer_before_minutes: Mapped[int] = mapped_column(default=0)
    buffer_after_minutes: Mapped[int] = mapped_column(default=0)
    cancellation_notice_hours: Mapped[int] = mapped_column(default=24)
    client_timezone: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(String(2000), default="")
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    client: Mapped[User] = relationship(lazy="joined", innerjoin=True, foreign_keys=client_id)
    practitioner: Mapped[Practitioner] = relationship(lazy="joined", innerjoin=True)
    service: Mapped[Service] = relationship(lazy="joined", innerjoin=True)
    location: Mapped[Location | None] = relationship(lazy="joined")
    moves: Mapped[list["AppointmentMove"]] = relationship(
        order_by="AppointmentMove.at, AppointmentMove.id", passive_deletes=True
    )

    @classmethod
    def of(cls, user: User) -> Select["Appointment"]:
        """Theirs, as client or as practitioner; staff see all."""
        if user.is_staff:
            return select(cls)
        return select(cls).where(
            or_(
                cls.client_id == user.id,
                cls.practitioner_id.in_(select(Practitioner.id).where(Practitioner.user_id == user.id)),
            )
        )

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    @property
    def price(self) -> Money:
        return Money(self.price_amount, self.price_currency)

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def free_until(self) -> datetime:
        """Until when the client may still move or cancel it."""
        return self.starts_at - timedelta(hours=self.cancellation_notice_hours)

    def is_given_by(self, user: User) -> bool:
        return self.practitioner.user_id == user.id

    def is_taken_by(self, user: User) -> bool:
        return self.client_id == user.id


class AppointmentMove(Model):
    """One line of an appointment's history: who did what, when, and why. Never changed."""

    __tablename__ = "appointment_moves"

    id: Mapped[identity]
    appointment_id: Mapped[UUID] = belongs_to("appointments")
    act: Mapped[str] = mapped_column(String(20))
    by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL", nullable=True)
    at: Mapped[moment]
    reason: Mapped[str] = mapped_column(String(500), default="")
    from_start: Mapped[datetime | None]
    to_start: Mapped[datetime | None]

    by: Mapped[User | None] = relationship(lazy="joined")


class AppointmentNote(Model):
    """Something noted on an appointment: shared between the two, or the author's own."""

    __tablename__ = "appointment_notes"

    id: Mapped[identity]
    appointment_id: Mapped[UUID] = belongs_to("appointments")
    author_id: Mapped[UUID] = belongs_to("users")
    is_private: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str] = mapped_column(String(4000))
    created_at: Mapped[moment]

    author: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def on(cls, appointment: Appointment, viewer: User) -> Select["AppointmentNote"]:
        """What `viewer` may read there: what is shared, and their own."""
        return (
            select(cls)
            .where(cls.appointment_id == appointment.id, or_(cls.is_private.is_(False), cls.author_id == viewer.id))
            .order_by(cls.created_at, cls.id)
        )


class CalendarFeed(Model):
    """A private address of someone's appointments for their own calendar; known only by its hash, revocable."""

    __tablename__ = "calendar_feeds"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    is_busy_only: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[moment]
    revoked_at: Mapped[datetime | None]
