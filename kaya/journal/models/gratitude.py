"""What someone was thankful for on a day."""

from datetime import date
from typing import Self
from uuid import UUID

from sqlalchemy import Index, Select, select
from sqlalchemy.orm import Mapped

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class Gratitude(Model):
    """A list of one to ten things. `day` is their own day."""

    __tablename__ = "gratitude_lists"
    __table_args__ = (Index("ix_gratitude_lists_user_id_day", "user_id", "day", "id"),)

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    day: Mapped[date]
    lines = sealed_for("user_id")
    created_at: Mapped[moment]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)

    @property
    def items(self) -> list[str]:
        return self.lines.split("\n")
