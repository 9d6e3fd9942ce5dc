"""A page of the journal."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, Index, Select, String, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, defer, lazyload, mapped_column, relationship

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.journal.models.photo import EntryPhoto
from kaya.sealing import sealed_for


class Kind(StrEnum):
    OPEN = "open"
    SEALED = "sealed"


class Entry(Versioned, Model):
    """`day` is the writer's own day that it belongs to. `body` is Markdown; of a sealed page it is what the browser
    encrypted, as base64, and everything else about it is empty. `prompt`: the question it answers, as it was asked.

    `deleted_at`: let go, and to be taken back for a day, a sealed page for thirty; then its words go,
    and later the row.
    """

    __tablename__ = "journal_entries"
    __table_args__ = (
        CheckConstraint("kind IN ('open', 'sealed')", name="kind"),
        Index("ix_journal_entries_user_id_day", "user_id", "day", "id"),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    kind: Mapped[str] = mapped_column(String(12), default=Kind.OPEN)
    day: Mapped[date]
    title = sealed_for("user_id")
    body = sealed_for("user_id")
    tag_lines = sealed_for("user_id")
    prompt = sealed_for("user_id")
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now)
    deleted_at: Mapped[datetime | None]

    photos: Mapped[list[EntryPhoto]] = relationship(
        order_by=(EntryPhoto.position, EntryPhoto.id),
        lazy="selectin",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """Every page of theirs, sealed ones too, but for what they let go."""
        return select(cls).where(cls.user_id == user.id, cls.deleted_at.is_(None))

    @classmethod
    def open_of(cls, user: User) -> Select[Self]:
        return cls.of(user).where(cls.kind == Kind.OPEN)

    @classmethod
    def sealed_of(cls, user: User) -> Select[Self]:
        return cls.of(user).where(cls.kind == Kind.SEALED)

    @classmethod
    def any_of(cls, user: User) -> Select[Self]:
        """What they let go of, too."""
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def let_go_by(cls, user: User) -> Select[Self]:
        """What is still known of what they let go of."""
        return select(cls).where(cls.user_id == user.id, cls.deleted_at.is_not(None))

    @classmethod
    def to_take_back(cls, user: User, *, is_sealed: bool) -> Select[Self]:
        """What can still be taken back, of sealed pages or of open ones, the latest first."""
        kind = cls.kind == Kind.SEALED if is_sealed else cls.kind != Kind.SEALED
        mine = cls.let_go_by(user).where(kind, cls.has_words())
        return mine.order_by(cls.deleted_at.desc(), cls.id)

    @classmethod
    def has_tags(cls) -> ColumnElement[bool]:
        return column_of(cls, "sealed_tag_lines").is_not(None)

    @classmethod
    def tags_alone(cls) -> tuple[Any, ...]:
        """Options that leave the rest of each page where it is."""
        return *(defer(column_of(cls, name)) for name in ("sealed_title", "sealed_body", "sealed_prompt")), lazyload(
            cls.photos
        )

    @classmethod
    def has_words(cls) -> ColumnElement[bool]:
        return or_(column_of(cls, "sealed_body").is_not(None), column_of(cls, "sealed_title").is_not(None))

    @property
    def tags(self) -> list[str]:
        return self.tag_lines.split("\n") if self.tag_lines else []

    @property
    def is_sealed(self) -> bool:
        return self.kind == Kind.SEALED


def column_of(model: type[Entry], name: str) -> InstrumentedAttribute[Any]:
    """A column as it lies in the database, sealed."""
    found: InstrumentedAttribute[Any] = getattr(model, name)
    return found
