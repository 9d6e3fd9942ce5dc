"""A mail that was written."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Index, Select, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, belongs_to, identity, moment


class Mail(Model):
    """Posted in the verb's transaction; a job finds its words and carries it. `attachments`: [{name, type, text}].

    A secret one (a link that signs someone in, a reason for one person alone) loses its words once it was sent.
    `about_id`: somebody else whom it names, so that it can lose their name with their account.
    """

    __tablename__ = "mails"
    __table_args__ = (Index("ix_mails_recipient_created_at", "recipient", "created_at"),)

    id: Mapped[identity]
    user_id: Mapped[UUID | None] = belongs_to("users", nullable=True)
    about_id: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(60))
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    attachments: Mapped[list[Any]] = mapped_column(default=list)
    is_secret: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[moment] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]
    refused_because: Mapped[str] = mapped_column(String(500), default="")
    provider_id: Mapped[str] = mapped_column(String(200), default="")

    @classmethod
    def newest(cls, to: str = "") -> Select[Self]:
        """The newest first; only those to one address when it is given."""
        rows = select(cls).order_by(cls.created_at.desc(), cls.id.desc())
        return rows.where(cls.recipient == to) if to else rows

    @classmethod
    def legible(cls, to: str = "") -> Select[Self]:
        """The newest of those that have their words: not what was posted a moment ago, nor what lost them."""
        return cls.newest(to).where(cls.text != "")

    @property
    def is_written(self) -> bool:
        return bool(self.text)

    @property
    def is_done(self) -> bool:
        return self.sent_at is not None or bool(self.refused_because)
