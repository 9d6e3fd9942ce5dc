"""Which anchor was the last, so that verify misses it where the file outside lost it."""

from sqlalchemy import BigInteger, CheckConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, transaction, upsert


class LastAnchor(Model):
    """One row, once there is an anchor."""

    __tablename__ = "audit_last_anchor"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int] = mapped_column(BigInteger)
    proof: Mapped[bytes] = mapped_column(LargeBinary(32))

    @classmethod
    def keep(cls, sequence: int, proof: bytes) -> None:
        with transaction() as session:
            upsert(
                session, cls, {"id": 1, "sequence": sequence, "proof": proof}, on=["id"], change=["sequence", "proof"]
            )
