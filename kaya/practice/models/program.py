"""A program: days with a session, a reading and a prompt each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya import clock
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.practice.models.practice import Practice


class Program(Versioned, Model):
    """`days` is how many it has, numbered from 1. `sources`: what its claims rest on."""

    __tablename__ = "programs"

    id: Mapped[identity]
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(String(400))
    about: Mapped[str] = mapped_column(String(4000))
    needs: Mapped[list[Any]] = mapped_column(default=list)
    sources: Mapped[list[Any]] = mapped_column(default=list)
    days: Mapped[int]
    language: Mapped[str] = mapped_column(String(16), default="en")
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)
    retired_at: Mapped[datetime | None]

    plan: Mapped[list["ProgramDay"]] = relationship(
        order_by="ProgramDay.number", back_populates="program", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def offered(cls) -> Select["Program"]:
        return select(cls).where(cls.retired_at.is_(None))

    def day(self, number: int) -> "ProgramDay":
        return next(day for day in self.plan if day.number == number)


class ProgramDay(Model):
    """`reading` is paragraphs with empty lines between them; `minutes` how long the day's session is."""

    __tablename__ = "program_days"
    __table_args__ = (UniqueConstraint("program_id", "number"),)

    id: Mapped[identity]
    program_id: Mapped[UUID] = belongs_to("programs")
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(8000))
    prompt: Mapped[str] = mapped_column(String(500))
    practice_id: Mapped[UUID | None] = belongs_to("practices", on_delete="SET NULL", nullable=True)
    minutes: Mapped[int]

    program: Mapped[Program] = relationship(back_populates="plan")
    practice: Mapped[Practice | None] = relationship(lazy="joined")
