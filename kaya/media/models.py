"""A picture that someone gave."""

from uuid import UUID

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment
from kaya.media.purposes import private_purposes


class Image(Model):
    """Kept as WebP in three sizes under `name`, which says nothing of the original."""

    __tablename__ = "images"

    id: Mapped[identity]
    owner_id: Mapped[UUID | None] = belongs_to("users", nullable=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(40))
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    alt: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[moment]

    @classmethod
    def of(cls, user: User) -> Select["Image"]:
        return select(cls).where(cls.owner_id == user.id)

    @classmethod
    def sealed_ones(cls) -> Select["Image"]:
        """Those whose files are for their owner's eyes."""
        return select(cls).where(cls.purpose.in_(private_purposes))

    @classmethod
    def names_among(cls, names: list[str]) -> Select[str]:
        """Those of `names` that are pictures'."""
        return select(cls.name).where(cls.name.in_(names))
