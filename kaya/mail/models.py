"""A mail that was written."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, belongs_to, identity, moment


class Mail(Model):
    """Written in the verb's transaction; a job carries it. `attachments`: [{name, type, text}]."""

    __tablename__ = "mails"
    __table_args__ = (Index("ix_mails_recipient_created_at", "recipient", "created_at"),)

    id: Mapped[identity]
    user_id: Mapped[UUID | None] = belongs_to("users", nullable=True)
    kind: Mapped[str] = mapped_column(String(60))
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    attachments: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[moment]
    sent_at: Mapped[datetime | None]
    provider_id: Mapped[str] = mapped_column(String(200), default="")
