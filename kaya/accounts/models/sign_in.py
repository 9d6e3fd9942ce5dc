"""A place where someone is signed in: a browser or a device, ended here and not by its cookie."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment


class SignIn(Model):
    """One signed-in browser (known by its cookie) or API client (known by its refresh token)."""

    __tablename__ = "sign_ins"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    medium: Mapped[str] = mapped_column(String(10), default="browser")
    secret_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    device: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[moment]
    fresh_at: Mapped[moment]
    last_seen_at: Mapped[moment]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def live(cls) -> Select["SignIn"]:
        """Those that still count: not ended, not expired, of someone who is not suspended."""
        return (
            select(cls)
            .join(cls.user)
            .options(joinedload(cls.user))
            .where(cls.ended_at.is_(None), cls.expires_at > clock.now(), User.suspended_at.is_(None))
        )

    @classmethod
    def of(cls, user: User) -> Select["SignIn"]:
        return cls.live().where(cls.user_id == user.id)
