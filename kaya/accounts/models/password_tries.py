"""How often a wrong password was given for an address, known or not, and a wrong code after someone's first proof."""

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, Session, mapped_column

from kaya import clock
from kaya.db import Model, upserted

ALLOWED = 5
REST = timedelta(minutes=15)


class PasswordTries(Model):
    """Counts in a row; the fifth wrong one lets them rest. Whose they are is kept only as a hash.

    An address that has no account has a row too: so both look the same. Codes of a second proof are counted apart, by
    person: only whoever passed the first can use them up, and no stranger keeps their owner out.
    """

    __tablename__ = "password_tries"

    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    wrong: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    last_at: Mapped[datetime] = mapped_column(default=clock.now)

    @classmethod
    def locked_for(cls, session: Session, address: str) -> Self:
        """The row of `address`, made when it is missing; nobody else's to change until the transaction ends."""
        return cls.kept_under(session, hashlib.sha256(address.encode()).digest())

    @classmethod
    def of_codes(cls, session: Session, user_id: UUID) -> Self:
        """The same for the codes of a second proof. No address that is typed has this key."""
        return cls.kept_under(session, hmac.digest(user_id.bytes, b"second proof", "sha256"))

    @classmethod
    def kept_under(cls, session: Session, key: bytes) -> Self:
        row = {"address_hash": key, "wrong": 0, "last_at": clock.now()}
        return upserted(session, cls, row, on=["address_hash"], change=["address_hash"])

    @property
    def is_locked(self) -> bool:
        return self.locked_until is not None and self.locked_until > clock.now()

    @property
    def rests_for(self) -> int:
        """Whole seconds, at least one."""
        left = (self.locked_until - clock.now()).total_seconds() if self.locked_until else 0
        return max(1, min(round(left), int(REST.total_seconds())))

    def count_wrong(self) -> bool:
        """Count one more. True when it is the one that locks."""
        self.wrong, self.last_at = self.wrong + 1, clock.now()
        if self.wrong < ALLOWED:
            return False
        self.wrong, self.locked_until = 0, clock.now() + REST
        return True

    def forget(self) -> None:
        self.wrong, self.locked_until = 0, None
