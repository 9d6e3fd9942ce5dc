"""Words that are not a page yet."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from sqlalchemy import CheckConstraint, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.journal.models.entry import Kind
from kaya.sealing import sealed_for


class Draft(Versioned, Model):
    """What someone is typing, kept every few seconds. `page_id`: the page it is, or will be. `based_on`: the version
    of that page which was changed; 0 for a new one. `revision` counts what was kept: whoever did not see the latest
    begins a draft beside it, unless it was the same `hand`, whose page was left before it heard.

    Of a sealed page `body` is what the browser encrypted, and the rest is empty.
    """

    __tablename__ = "journal_drafts"
    __table_args__ = (CheckConstraint("kind IN ('open', 'sealed')", name="kind"),)

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    page_id: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(12), default=Kind.OPEN)
    based_on: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=1)
    hand: Mapped[UUID | None]
    day: Mapped[date | None]
    title = sealed_for("user_id")
    body = sealed_for("user_id")
    tag_lines = sealed_for("user_id")
    prompt = sealed_for("user_id")
    created_at: Mapped[moment]
    updated_at: Mapped[datetime]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def open_of(cls, user: User) -> Select[Self]:
        """The newest first."""
        return cls.of(user).where(cls.kind == Kind.OPEN).order_by(cls.updated_at.desc(), cls.id.desc())

    @property
    def tags(self) -> list[str]:
        return self.tag_lines.split("\n") if self.tag_lines else []
