"""A chance to set a new password, sent by mail, good once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.models.user import User
from kaya.db import Model, belongs_to, identity, moment


class PasswordReset(Model):
    """Its token is kept only as a hash."""

    __tablename__ = "password_resets"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    created_at: Mapped[moment]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)
