"""When the chain was looked at, and what was found."""

from datetime import datetime
from typing import Self
from uuid import UUID

from sqlalchemy import BigInteger, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, belongs_to, db, identity, moment


class Inspection(Model):
    """Asked for, then done: the chain is whole up to `upto`, or `flaw` says what is wrong at `flaw_at`."""

    __tablename__ = "audit_inspections"

    id: Mapped[identity]
    asked_by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL")
    asked_at: Mapped[moment]
    finished_at: Mapped[datetime | None] = mapped_column(index=True)
    upto: Mapped[int] = mapped_column(BigInteger, default=0)
    rows: Mapped[int] = mapped_column(BigInteger, default=0)
    milliseconds: Mapped[int] = mapped_column(default=0)
    flaw: Mapped[str] = mapped_column(String(20), default="")
    flaw_at: Mapped[int | None] = mapped_column(BigInteger)

    @classmethod
    def finished(cls) -> Select[Self]:
        return select(cls).where(cls.finished_at.is_not(None)).order_by(cls.finished_at.desc(), cls.id.desc()).limit(1)

    @classmethod
    def waiting(cls) -> Select[Self]:
        return select(cls).where(cls.finished_at.is_(None)).order_by(cls.id.desc()).limit(1)

    @classmethod
    def latest(cls) -> Self | None:
        return db.session.scalar(cls.finished())

    @property
    def is_whole(self) -> bool:
        return self.finished_at is not None and not self.flaw
