"""The rows that sealing owns."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, moment


class DataKey(Model):
    """A key of one owner, wrapped by an installation key. Destroyed, its row stays to say so, without the key."""

    __tablename__ = "data_keys"

    owner_kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    wrapped: Mapped[bytes | None] = mapped_column(LargeBinary(128))
    installation_key: Mapped[str] = mapped_column(String(32), index=True)
    created_at: Mapped[moment]
    destroyed_at: Mapped[datetime | None]
