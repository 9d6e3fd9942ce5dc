"""A part of staff's work that someone may do."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.permissions import Permission
from kaya.db import Model, belongs_to, identity, moment

if TYPE_CHECKING:
    from kaya.accounts.models.user import User

KNOWN = ", ".join(f"'{permission}'" for permission in Permission)


class Grant(Model):
    """`user` has this permission: who gave it, and when. It counts while they are staff."""

    __tablename__ = "staff_permissions"
    __table_args__ = (
        UniqueConstraint("user_id", "permission"),
        CheckConstraint(f"permission IN ({KNOWN})", name="permission"),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    permission: Mapped[str] = mapped_column(String(20))
    granted_by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL")
    granted_at: Mapped[moment]

    granted_by: Mapped["User | None"] = relationship(foreign_keys="Grant.granted_by_id")
