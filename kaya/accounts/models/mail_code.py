"""A code to sign in with, sent by mail."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import LargeBinary, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kaya import clock
from kaya.accounts.models.user import normal_email
from kaya.accounts.proofs import hashed, hashed_code, is_code
from kaya.db import Model, moment, upsert

LASTS = timedelta(minutes=10)
TRIES = 5


class MailCode(Model):
    """Asked for by whoever typed an address, which is kept as a hash. One to an address: the newest.

    An address without an account has a row too, and no code fits it: both behave the same.
    """

    __tablename__ = "mail_codes"

    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    asked_id: Mapped[UUID]
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    wrong: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[moment]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    @classmethod
    def put(cls, session: Session, email: str, asked_id: UUID) -> None:
        """In place of the one before, which is worth nothing from now on."""
        now = clock.now()
        anew = {"asked_id": asked_id, "code_hash": None, "wrong": 0, "created_at": now, "expires_at": now + LASTS}
        row = {"address_hash": hashed(normal_email(email)), **anew, "ended_at": None}
        upsert(session, cls, row, on=["address_hash"], change=[*anew, "ended_at"])

    @classmethod
    def to(cls, email: str) -> Select[Self]:
        return select(cls).where(cls.address_hash == hashed(normal_email(email)))

    @property
    def is_over(self) -> bool:
        """Has it been used, ended or outlived?"""
        return self.ended_at is not None or self.expires_at <= clock.now()

    def keep(self, code: str) -> None:
        self.code_hash = hashed_code(code, self.address_hash)

    def is_right(self, code: str) -> bool:
        return is_code(code, self.code_hash or b"", self.address_hash)

    def end(self) -> None:
        self.ended_at = clock.now()

    def count_wrong(self) -> None:
        """The fifth wrong code ends it."""
        self.wrong += 1
        if self.wrong >= TRIES:
            self.end()
