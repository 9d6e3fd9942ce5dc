"""Someone whose first proof was right, and whose second is still to come."""

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment

LASTS = timedelta(minutes=10)
TRIES = 5


class Halfway(Model):
    """On the threshold of a browser: good for ten minutes and five tries, and nothing else can be done with it."""

    __tablename__ = "halfway_sign_ins"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    device: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(64), default="")
    mark_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    wrong: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[moment]
    expires_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + LASTS)
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def live(cls, id: UUID) -> Select[Self]:
        """The one with this id, while it can still be used."""
        return (
            select(cls)
            .join(cls.user)
            .options(contains_eager(cls.user))
            .where(cls.id == id, cls.ended_at.is_(None), cls.expires_at > clock.now(), User.suspended_at.is_(None))
        )

    @property
    def whence(self) -> dict[str, Any]:
        """With what and from where they come, as a sign-in keeps it."""
        return {"device": self.device, "address": self.address, "mark_hash": self.mark_hash}

    def end(self) -> None:
        self.ended_at = clock.now()

    def count_wrong(self) -> None:
        """The fifth wrong try ends it."""
        self.wrong += 1
        if self.wrong >= TRIES:
            self.end()
