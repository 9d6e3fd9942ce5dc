"""A refresh token, kept as a hash."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import LargeBinary, Select, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kaya import clock
from kaya.accounts.models.sign_in import SignIn
from kaya.accounts.proofs import hashed, new_token
from kaya.db import Model, belongs_to, moment

GRACE = timedelta(seconds=10)


class RefreshToken(Model):
    """Those of one sign-in are a family, each made for the one before. A used one that comes again tells of a thief."""

    __tablename__ = "refresh_tokens"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sign_in_id: Mapped[UUID] = belongs_to("sign_ins")
    created_at: Mapped[moment]
    used_at: Mapped[datetime | None]

    @classmethod
    def family_of(cls, token: str) -> Select[SignIn]:
        """The sign-in, still good, that `token` once belonged to."""
        whose = select(cls.sign_in_id).where(cls.token_hash == hashed(token)).scalar_subquery()
        return SignIn.live().where(SignIn.id == whose, SignIn.medium == "api")

    @classmethod
    def given(cls, session: Session, token: str) -> Self:
        return session.get_one(cls, hashed(token), populate_existing=True)

    @classmethod
    def next_for(cls, session: Session, sign_in: SignIn) -> str:
        """One more for this sign-in; the token itself, which is kept nowhere."""
        token = new_token()
        session.add(cls(token_hash=hashed(token), sign_in_id=sign_in.id))
        return token

    @classmethod
    def use_up(cls, session: Session, sign_in: SignIn) -> None:
        """Whatever is still good of the family is good no more: of two that a lost answer left, one stays unused."""
        rows = update(cls).where(cls.sign_in_id == sign_in.id, cls.used_at.is_(None))
        session.execute(rows.values(used_at=clock.now()).execution_options(synchronize_session=False))

    @property
    def was_just_used(self) -> bool:
        """By someone who asks again because the answer was lost."""
        return self.used_at is not None and self.used_at >= clock.now() - GRACE

    @property
    def is_used(self) -> bool:
        return self.used_at is not None
