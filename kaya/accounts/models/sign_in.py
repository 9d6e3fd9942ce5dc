"""A place where someone is signed in: a browser or a device, ended here and not by its cookie."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kaya import clock
from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment

LASTS = timedelta(days=30)
NOTICED_EVERY = timedelta(minutes=5)
FRESH_FOR = timedelta(minutes=10)


class SignIn(Model):
    """One signed-in browser (known by its cookie) or API client (known by its refresh tokens).

    `device`: what it says it is. `address`: where it was last seen. `mark_hash`: of a cookie that stays when one signs
    out, so that a device is known again. `compared_at`: when it was looked up whether the device is new.
    `second_proof_at`: when it last saw a second proof (a code, a passkey), as `fresh_at` any.
    """

    __tablename__ = "sign_ins"
    __allow_unmapped__ = True  # the first refresh token is no column: only its hash is kept
    __table_args__ = (CheckConstraint("medium IN ('browser', 'api')", name="medium"),)

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    medium: Mapped[str] = mapped_column(String(10), default="browser")
    device: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(64), default="")
    mark_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    created_at: Mapped[moment]
    fresh_at: Mapped[moment]
    second_proof_at: Mapped[datetime | None]
    last_seen_at: Mapped[moment]
    expires_at: Mapped[datetime] = mapped_column(default=lambda: clock.now() + LASTS)
    ended_at: Mapped[datetime | None]
    compared_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)
    first_token: str = ""

    @classmethod
    def live(cls) -> Select[Self]:
        """Those that still count: not ended, not expired, of someone who is not suspended."""
        return (
            select(cls)
            .join(cls.user)
            .options(contains_eager(cls.user))
            .where(cls.ended_at.is_(None), cls.expires_at > clock.now(), User.suspended_at.is_(None))
        )

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return cls.live().where(cls.user_id == user.id)

    @property
    def viewer(self) -> User:
        """Its person, who knows by which sign-in they came."""
        self.user.sign_in, self.user.sign_in_id = self, self.id
        return self.user

    @property
    def is_fresh(self) -> bool:
        """Has its person proved, in the last ten minutes, that it is still them?"""
        return self.fresh_at > clock.now() - FRESH_FOR

    @property
    def has_proved_twice(self) -> bool:
        """Was that by a second proof, in the last ten minutes?"""
        return self.second_proof_at is not None and self.second_proof_at > clock.now() - FRESH_FOR

    def prove_twice(self) -> None:
        """A second proof was given: it is fresh, and fresh enough for what changes second proofs."""
        self.fresh_at = self.second_proof_at = clock.now()

    @property
    def is_unnoticed(self) -> bool:
        """Is it time to write down again that it was seen?"""
        return self.last_seen_at < clock.now() - NOTICED_EVERY
