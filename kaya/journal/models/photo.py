"""A photo on a page of the journal."""

from typing import Self
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity
from kaya.media.models import Image
from kaya.sealing import sealed_for


class EntryPhoto(Model):
    """`caption` is what it shows, in the writer's words."""

    __tablename__ = "journal_photos"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    entry_id: Mapped[UUID] = belongs_to("journal_entries")
    image_id: Mapped[UUID] = belongs_to("images")
    caption = sealed_for("user_id")
    position: Mapped[int] = mapped_column(default=0)

    image: Mapped[Image] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)
