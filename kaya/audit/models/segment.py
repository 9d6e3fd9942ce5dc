"""A month of the chain, sealed: what allows its rows to expire while the rest can still be checked."""

from datetime import datetime
from typing import Self
from uuid import UUID

from sqlalchemy import BigInteger, LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, identity

SEALED = ("id", "month", "first_sequence", "last_sequence", "count", "before_mac", "last_mac", "ended_at", "sealed_at")


class Segment(Model):
    """`before_mac` is that of the row before its first; `expiry_mac` proves that it was we who let its rows go."""

    __tablename__ = "audit_segments"

    id: Mapped[identity]
    month: Mapped[str] = mapped_column(String(7))
    first_sequence: Mapped[int] = mapped_column(BigInteger, unique=True)
    last_sequence: Mapped[int] = mapped_column(BigInteger, unique=True)
    count: Mapped[int] = mapped_column(BigInteger)
    before_mac: Mapped[bytes] = mapped_column(LargeBinary(32))
    last_mac: Mapped[bytes] = mapped_column(LargeBinary(32))
    ended_at: Mapped[datetime]
    sealed_at: Mapped[datetime]
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))
    expired_at: Mapped[datetime | None]
    expiry_mac: Mapped[bytes | None] = mapped_column(LargeBinary(32))

    @classmethod
    def in_order(cls) -> Select[Self]:
        return select(cls).order_by(cls.first_sequence)

    @property
    def sealed_fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in SEALED)

    @property
    def expiry_fields(self) -> tuple[UUID, bytes, datetime | None]:
        return self.id, self.mac, self.expired_at
