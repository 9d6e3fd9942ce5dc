"""A session that can be practised: the library's, or one that a member made of steps."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, cast, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment


class Practice(Versioned, Model):
    """The library's have a slug, and their words in kaya/practice/library; a member's have an author, and `steps`.

    `minutes` is the usual length; any whole minute from `shortest` to `longest` can be filled. `language` is what the
    words are written in. `retired_at`: no longer offered, kept for the sessions that were held; a member's own is kept
    for a day, in case they want it back.
    """

    __tablename__ = "practices"

    id: Mapped[identity]
    slug: Mapped[str | None] = mapped_column(String(80), unique=True)
    author_id: Mapped[UUID | None] = belongs_to("users", nullable=True)
    title: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(String(400), default="")
    kind: Mapped[str] = mapped_column(String(20))
    needs: Mapped[list[Any]] = mapped_column(default=list)
    times: Mapped[list[Any]] = mapped_column(default=list)
    minutes: Mapped[int]
    shortest: Mapped[int]
    longest: Mapped[int]
    language: Mapped[str] = mapped_column(String(16), default="en")
    position: Mapped[int] = mapped_column(default=0)
    steps: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)
    retired_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user: User) -> Select["Practice"]:
        """What they may practise: the library, and their own."""
        return select(cls).where(or_(cls.author_id.is_(None), cls.author_id == user.id), cls.retired_at.is_(None))

    @classmethod
    def by(cls, author: User) -> Select["Practice"]:
        return select(cls).where(cls.author_id == author.id, cls.retired_at.is_(None))

    @classmethod
    def removed_by(cls, author: User) -> Select["Practice"]:
        """What they took from their shelf a moment ago, and can have again."""
        return select(cls).where(cls.author_id == author.id, cls.retired_at.is_not(None))

    @classmethod
    def serves(cls, column: Any, word: str) -> Any:
        """Does the list in `column` (`needs`, `times`) have this word?"""
        return cast(column, String).contains(f'"{word}"')

    @property
    def is_own(self) -> bool:
        return self.author_id is not None

    def can_be_changed_by(self, user: User) -> bool:
        return self.is_own and self.author_id == user.id

    def can_last(self, minutes: int) -> bool:
        return self.shortest <= minutes <= self.longest
