"""Someone who wants an account; the mail's link or code makes it one."""

from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kaya import clock
from kaya.accounts.models.user import normal_email
from kaya.accounts.proofs import hashed
from kaya.db import Model, identity, moment, upsert

LASTS = timedelta(hours=24)
CODES_ALLOWED = 5


class Registration(Model):
    """Until its link or its six-digit code is used there is no account, only this.

    An address that has an account already gets a row too, whose secrets nobody is told: both behave the same.
    Asked for with different passwords it has none, for nobody knows whose letter is opened: `password_hash` is "".
    """

    __tablename__ = "registrations"

    id: Mapped[identity]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    language: Mapped[str] = mapped_column(String(16), default="en")
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    wrong_codes: Mapped[int] = mapped_column(default=0)
    next_path: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[moment]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    @classmethod
    def by_token(cls, token: str) -> Select[Self]:
        return select(cls).where(cls.token_hash == hashed(token))

    @classmethod
    def by_email(cls, email: str) -> Select[Self]:
        return select(cls).where(cls.email == normal_email(email))

    @classmethod
    def put(cls, session: Session, *, same_as: str | None, **values: Any) -> None:
        """Write it, in place of an earlier one of the same address.

        `same_as` is the earlier one's hash if this one's password fits it. If it does not, neither counts for a day.
        """
        values |= {"created_at": clock.now(), "expires_at": clock.now() + LASTS, "ended_at": None, "wrong_codes": 0}
        upsert(session, cls, values, on=["email"], change=())
        rows = cls.by_email(values["email"]).with_for_update().execution_options(populate_existing=True)
        row = session.scalars(rows).one()
        if row.token_hash == values["token_hash"]:
            return
        if row.expires_at > clock.now() and row.password_hash != same_as:
            values["password_hash"] = ""
        for name, value in values.items():
            setattr(row, name, value)

    @property
    def is_over(self) -> bool:
        """Has it been used, ended or outlived?"""
        return self.ended_at is not None or self.expires_at <= clock.now()

    def end(self) -> None:
        self.ended_at = clock.now()

    def count_wrong(self) -> None:
        """The fifth wrong code ends it."""
        self.wrong_codes += 1
        if self.wrong_codes >= CODES_ALLOWED:
            self.end()
