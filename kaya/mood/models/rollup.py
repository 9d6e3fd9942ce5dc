"""What a day and a month come to: kept, so that ten years are looked at as quickly as one."""

from datetime import date
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Select, SmallInteger, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts.models import User
from kaya.db import Model, belongs_to


class MoodDay(Model):
    """Of a day's entries: how many, and their valence's median, lowest and highest; every activity that was named; the
    longest sleep and its quality. It is worked out anew whenever one of them changes."""

    __tablename__ = "mood_days"

    user_id: Mapped[UUID] = belongs_to("users", primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    entries: Mapped[int]
    median: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    activities: Mapped[list[Any]] = mapped_column(default=list)
    sleep_hours: Mapped[float | None]
    sleep_quality: Mapped[int | None] = mapped_column(SmallInteger)

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)


class MoodMonth(Model):
    """Of a month's days, by its first: how many days and entries, and the quartiles of the days' medians."""

    __tablename__ = "mood_months"

    user_id: Mapped[UUID] = belongs_to("users", primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[int]
    entries: Mapped[int]
    median: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)
