"""How often a wrong password was given for an address, whether or not it has an account: so both look the same."""

import hashlib
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, Session, mapped_column

from kaya import clock
from kaya.db import Model, upserted

ALLOWED = 5
REST = timedelta(minutes=15)


class PasswordTries(Model):
    """Counts in a row; the fifth wrong one lets password sign-in rest. The address is kept only as a hash."""

    __tablename__ = "password_tries"

    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    wrong: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    last_at: Mapped[datetime] = mapped_column(default=clock.now)

    @classmethod
    def locked_for(cls, session: Session, address: str) -> Self:
        """The row of `address`, made when it is missing; nobody else's to change until the transaction ends."""
        key = hashlib.sha256(address.encode()).digest()
        row = {"address_hash": key, "wrong": 0, "last_at": clock.now()}
        return upserted(session, cls, row, on=["address_hash"], change=["address_hash"])

    @property
    def is_locked(self) -> bool:
        return self.locked_until is not None and self.locked_until > clock.now()

    def count_wrong(self) -> bool:
        """Count one more. True when it is the one that locks."""
        self.wrong, self.last_at = self.wrong + 1, clock.now()
        if self.wrong < ALLOWED:
            return False
        self.wrong, self.locked_until = 0, clock.now() + REST
        return True

    def forget(self) -> None:
        self.wrong, self.locked_until = 0, None
