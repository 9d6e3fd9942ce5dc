"""One act, as a row of the chain."""

from datetime import datetime
from typing import Self
from uuid import UUID

from sqlalchemy import BigInteger, Column, Index, LargeBinary, MetaData, Select, String, Table, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.audit.acts import Act, known
from kaya.db import Model


class AuditEntry(Model):
    """Ids, never values. `actor` and `subject` are pseudonyms; `address` is sealed under the key of one of them.

    Written once, through `audit_intake`; the database refuses to change it, or to delete it before it expired.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index("ix_audit_entries_actor_sequence", "actor", "sequence"),
        Index("ix_audit_entries_subject_sequence", "subject", "sequence"),
        Index("ix_audit_entries_act_sequence", "act", "sequence"),
        Index("ix_audit_entries_at", "at"),
    )

    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    id: Mapped[UUID]
    at: Mapped[datetime]
    act: Mapped[str] = mapped_column(String(60))
    actor: Mapped[UUID | None]
    subject: Mapped[UUID | None]
    row_kind: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(60))
    times: Mapped[int]
    medium: Mapped[str] = mapped_column(String(10))
    sign_in_id: Mapped[UUID | None]
    request_id: Mapped[str] = mapped_column(String(64))
    address: Mapped[bytes | None] = mapped_column(LargeBinary(80))
    previous_mac: Mapped[bytes] = mapped_column(LargeBinary(32))
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))

    @classmethod
    def all(cls) -> Select[Self]:
        return select(cls)

    @property
    def what(self) -> Act:
        return known(self.act)


CHAINED = tuple(column.name for column in AuditEntry.__table__.columns if column.name != "mac")

# The only way in: one statement that looks whether the row follows the head, keeps it, and moves the head.
intake = Table(
    "audit_intake",
    MetaData(),
    *(Column(column.name, column.type) for column in AuditEntry.__table__.columns),
    Column("seal", LargeBinary(32)),
)
