"""Days on which somebody rests."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from sqlalchemy import CheckConstraint, Select, select
from sqlalchemy.orm import Mapped

from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment


class Rest(Model):
    """From `first_day` to `last_day`, days of theirs, both included; without a last one until they are back.

    `ended_at`: when they said that they are; a rest whose last day has passed ends without a word.
    """

    __tablename__ = "rests"
    __table_args__ = (CheckConstraint("last_day IS NULL OR last_day >= first_day", name="order"),)

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    began_at: Mapped[moment]
    ended_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """All of theirs, the earliest first."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.first_day, cls.id)

    def holds(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def stands(self, day: date) -> bool:
        """Are they resting on `day`, today, and have not said that they are back?"""
        return self.ended_at is None and self.holds(day)
