"""Someone who wants an account; the mail's link or code makes it one."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, identity, moment


class Registration(Model):
    """Until its link or its six-digit code is used there is no account, only this."""

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
