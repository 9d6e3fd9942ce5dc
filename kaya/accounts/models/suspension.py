"""Why someone may not come in for now."""

from datetime import datetime
from typing import Self
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, relationship

from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class Suspension(Model):
    """Staff closed the house to `user`, with a reason that they were told; until it is lifted, if ever."""

    __tablename__ = "suspensions"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    reason = sealed_for("user_id")
    by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL")
    at: Mapped[moment]
    lifted_by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL")
    lifted_at: Mapped[datetime | None]

    by: Mapped[User | None] = relationship(foreign_keys=by_id, lazy="joined")
    lifted_by: Mapped[User | None] = relationship(foreign_keys=lifted_by_id, lazy="joined")

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """All of theirs, the newest first."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.at.desc(), cls.id.desc())

    @classmethod
    def standing(cls, user: User) -> Select[Self]:
        return cls.of(user).where(cls.lifted_at.is_(None))
