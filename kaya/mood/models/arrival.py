"""A file that someone brought from elsewhere, while they look at what it would add."""

from typing import Self
from uuid import UUID

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class Arrival(Model):
    """`lines` is the file as it came. It goes when it was taken in, or after a day."""

    __tablename__ = "mood_arrivals"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    name: Mapped[str] = mapped_column(String(120), default="")
    lines = sealed_for("user_id")
    created_at: Mapped[moment]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)
