"""A promise that two people will meet: what was agreed, and who may still do what to it."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Select,
    String,
    column,
    exists,
    or_,
    select,
    table,
)
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models.move import Act, AppointmentMove
from kaya.care.models.practitioner import Practitioner
from kaya.care.models.service import Service
from kaya.db import Model, Versioned, belongs_to, moment, uuid7
from kaya.money import Money
from kaya.organisation.models import Location
from kaya.refusal import Refusal
from kaya.sealing import sealed_for
from kaya.words import say

UNDO_MINUTES = 10


class Status(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


LIVE = (Status.PENDING, Status.CONFIRMED)

POSSIBLE_FROM: dict[Act, tuple[Status, ...]] = {
    Act.CONFIRMED: (Status.PENDING,),
    Act.RESCHEDULED: LIVE,
    Act.CANCELLED: LIVE,
    Act.RESTORED: (Status.CANCELLED,),
    Act.COMPLETED: (Status.CONFIRMED,),
    Act.MISSED: (Status.CONFIRMED,),
    Act.CHANGED: LIVE,
}
OPEN_TO_CLIENTS = (Act.RESCHEDULED, Act.CANCELLED, Act.RESTORED, Act.CHANGED)
NEEDS_NOTICE = (Act.RESCHEDULED, Act.CANCELLED)
NEEDS_THE_START = (Act.COMPLETED, Act.MISSED)


# Named here by its columns: the notes' own model knows appointments.
NOTES = table("appointment_notes", column("appointment_id"), column("is_private"))


class Appointment(Versioned, Model):
    """A promise that two people will meet. Length, price, buffers and notice stay as they were when it was booked."""

    __tablename__ = "appointments"
    __table_args__ = (
        CheckConstraint("status IN ('pending', 'confirmed', 'completed', 'no_show', 'cancelled')", name="status"),
        Index("ix_appointments_client_id_starts_at", "client_id", "starts_at"),
        Index("ix_appointments_practitioner_id_starts_at", "practitioner_id", "starts_at"),
        Index("ix_appointments_starts_at_id", "starts_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
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
    note = sealed_for("client_id")
    phone: Mapped[str] = mapped_column(String(40), default="")
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    client: Mapped[User] = relationship(lazy="joined", innerjoin=True, foreign_keys=client_id)
    practitioner: Mapped[Practitioner] = relationship(lazy="joined", innerjoin=True)
    service: Mapped[Service] = relationship(lazy="joined", innerjoin=True)
    location: Mapped[Location | None] = relationship(lazy="joined")
    moves: Mapped[list[AppointmentMove]] = relationship(
        order_by="AppointmentMove.at, AppointmentMove.id", passive_deletes=True
    )
    has_notes: Mapped[bool] = column_property(
        exists().where(NOTES.c.appointment_id == id, NOTES.c.is_private.is_(False)), deferred=True
    )

    @classmethod
    def of(cls, user: User) -> Select["Appointment"]:
        """Theirs, as client or as practitioner; staff who support people see all."""
        if user.may(Permission.SUPPORT):
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
    def dialled(self) -> str:
        """The client's number as a phone dials it."""
        return "".join(each for each in self.phone if each.isdigit() or each == "+")

    @property
    def free_until(self) -> datetime:
        """Until when the client may still move or cancel it."""
        return self.starts_at - timedelta(hours=self.cancellation_notice_hours)

    @property
    def buffered_span(self) -> tuple[datetime, datetime]:
        """From when to when the practitioner is taken, buffers included."""
        before, after = timedelta(minutes=self.buffer_before_minutes), timedelta(minutes=self.buffer_after_minutes)
        return self.starts_at - before, self.ends_at + after

    @property
    def zone_of_the_place(self) -> str:
        """The zone where they meet; from afar, the practitioner's."""
        return self.location.timezone if self.location is not None else self.practitioner.timezone

    def zone_for(self, user: User) -> str:
        """Whose clock `user` reads it by: the place's where they meet, else their own side's. An IANA name."""
        if self.location is not None:
            return self.location.timezone
        return self.practitioner.timezone if self.is_given_by(user) else self.client_timezone

    def is_given_by(self, user: User) -> bool:
        return self.practitioner.user_id == user.id

    def is_taken_by(self, user: User) -> bool:
        return self.client_id == user.id

    def is_between(self, user: User) -> bool:
        """Is `user` one of the two who meet? What they write to each other is nobody else's, staff's neither."""
        return self.is_taken_by(user) or self.is_given_by(user)

    def objection(self, act: Act, user: User) -> Refusal | None:
        """Why `user` may not do this to it now, or None where they may."""
        for_the_practice = user.may(Permission.SUPPORT) or self.is_given_by(user)
        if not for_the_practice and not (self.is_taken_by(user) and act in OPEN_TO_CLIENTS):
            return Refusal("not-allowed", say("Only the practice can do that."), status=403)
        if self.status not in POSSIBLE_FROM[act]:
            return Refusal("invalid-transition", say("That is no longer possible with this appointment."), status=409)
        if act in NEEDS_NOTICE and not for_the_practice and clock.now() >= self.free_until:
            return Refusal(
                "too-late", say("It is too late to change this here. Please write a note on it."), status=409
            )
        if act in NEEDS_THE_START and clock.now() < self.starts_at:
            return Refusal("too-early", say("The appointment has not begun yet."), status=409)
        if act is Act.RESTORED and not self._was_cancelled_by(user):
            return Refusal("not-allowed", say("Only who cancelled it can take that back."), status=403)
        if act is Act.RESTORED and not self._was_just_cancelled():
            return Refusal("too-late", say("This cancellation can no longer be undone. Please book again."), status=409)
        return None

    def can_be_confirmed_by(self, user: User) -> bool:
        return self.objection(Act.CONFIRMED, user) is None

    def can_be_rescheduled_by(self, user: User) -> bool:
        return self.objection(Act.RESCHEDULED, user) is None

    def can_be_cancelled_by(self, user: User) -> bool:
        return self.objection(Act.CANCELLED, user) is None

    def can_be_restored_by(self, user: User) -> bool:
        return self.objection(Act.RESTORED, user) is None

    def can_be_completed_by(self, user: User) -> bool:
        return self.objection(Act.COMPLETED, user) is None

    def can_be_missed_by(self, user: User) -> bool:
        return self.objection(Act.MISSED, user) is None

    def can_be_changed_by(self, user: User) -> bool:
        """Its words: what the client wrote."""
        return self.objection(Act.CHANGED, user) is None

    def can_be_noted_by(self, user: User) -> bool:
        return self.is_between(user)

    @property
    def cancellation(self) -> AppointmentMove | None:
        """Who cancelled it, when and why, while it is cancelled."""
        cancelled = [move for move in self.moves if move.act == Act.CANCELLED]
        return cancelled[-1] if cancelled and self.status == Status.CANCELLED else None

    def _was_cancelled_by(self, user: User) -> bool:
        return self.cancellation is not None and self.cancellation.by_id == user.id

    def _was_just_cancelled(self) -> bool:
        since = clock.ago(minutes=UNDO_MINUTES)
        if self.updated_at < since or clock.now() >= self.starts_at:
            return False
        return self.cancellation is not None and self.cancellation.at >= since
