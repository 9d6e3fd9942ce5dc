"""Where the chain ends."""

from sqlalchemy import BigInteger, CheckConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model


class Head(Model):
    """One row, whose lock orders all writers. `seal` is a MAC that no entry holds: it cannot be set back."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int] = mapped_column(BigInteger)
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
