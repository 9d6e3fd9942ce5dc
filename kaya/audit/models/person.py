"""Which pseudonym is whose."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.models import User
from kaya.db import Model


class AuditPerson(Model):
    """A person and their own key (wrapped), until they are erased: then the row says no more whose it was.

    Both go together: deleting an account that was not forgotten here is refused by the database.
    """

    __tablename__ = "audit_people"
    __table_args__ = (CheckConstraint("(user_id IS NULL) = (wrapped_key IS NULL)", name="forgotten_whole"),)

    pseudonym: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), unique=True)
    wrapped_key: Mapped[bytes | None] = mapped_column(LargeBinary(60))

    user: Mapped[User | None] = relationship()
