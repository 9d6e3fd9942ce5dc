"""Time that is taken: a resource, the spans claimed of it, and the reservation that owns them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.db import Model, belongs_to, identity, moment


class Resource(Model):
    """A person, a room or a device: one thing at a time can be asked of it. The database's guard knows its number."""

    __tablename__ = "resources"
    __table_args__ = {"sqlite_autoincrement": True}

    no: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(20), default="person")
    room_id: Mapped[UUID | None] = belongs_to("rooms", nullable=True, unique=True)


class Reservation(Model):
    """Owns claims. With `expires_at` it is a hold, and may be swept away; without, it stays until given back."""

    __tablename__ = "reservations"

    id: Mapped[identity]
    expires_at: Mapped[datetime | None] = mapped_column(index=True)
    created_at: Mapped[moment]

    claims: Mapped[list["Claim"]] = relationship(
        back_populates="reservation", passive_deletes=True, cascade="all, delete-orphan"
    )


class Claim(Model):
    """A half-open span of a resource, buffers included, in whole minutes since 1970 in UTC, at most 24 hours.

    The database refuses two that overlap (an exclusion constraint on PostgreSQL, triggers on SQLite).
    """

    __tablename__ = "claims"
    __table_args__ = (
        CheckConstraint("end_minute > start_minute AND end_minute - start_minute <= 1440", name="span"),
        Index("ix_claims_resource_no_start_minute", "resource_no", "start_minute"),
        Index("ix_claims_end_minute", "end_minute"),
    )

    id: Mapped[identity]
    reservation_id: Mapped[UUID] = belongs_to("reservations")
    resource_no: Mapped[int] = mapped_column(ForeignKey("resources.no", ondelete="CASCADE"))
    start_minute: Mapped[int] = mapped_column(BigInteger)
    end_minute: Mapped[int] = mapped_column(BigInteger)

    reservation: Mapped[Reservation] = relationship(back_populates="claims")
