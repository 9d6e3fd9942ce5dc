"""An archive of somebody's data: asked for, in the making, ready for seven days, gone."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import BigInteger, Index, Select, String, select, text
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment

LASTS = timedelta(days=7)
IN_THE_MAKING = text("ready_at IS NULL AND failed_at IS NULL")


class Archive(Model):
    """A ZIP in instance/archives under `name`, which says nothing of whose it is; `done` of `of` sections are in it."""

    __tablename__ = "archives"
    __table_args__ = (
        Index(
            "uq_archives_in_the_making",
            "user_id",
            unique=True,
            sqlite_where=IN_THE_MAKING,
            postgresql_where=IN_THE_MAKING,
        ),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    name: Mapped[str] = mapped_column(String(64), unique=True)
    done: Mapped[int] = mapped_column(default=0)
    of: Mapped[int] = mapped_column(default=0)
    bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    asked_at: Mapped[moment]
    ready_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    fetched_at: Mapped[datetime | None]

    @classmethod
    def theirs(cls, user: User) -> Select[Self]:
        """The newest first."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.asked_at.desc(), cls.id.desc())

    @classmethod
    def there(cls, user: User) -> Select[Self]:
        """Those that can be downloaded."""
        return cls.theirs(user).where(cls.ready_at.is_not(None), cls.expires_at > clock.now())

    @property
    def is_ready(self) -> bool:
        return self.expires_at is not None and self.expires_at > clock.now()

    @property
    def is_in_the_making(self) -> bool:
        return self.ready_at is None and self.failed_at is None

    @property
    def percent(self) -> int:
        """How much of it is there, 0 to 100; by whole sections."""
        if self.ready_at is not None:
            return 100
        return 100 * self.done // self.of if self.of else 0

    @property
    def status(self) -> str:
        if self.failed_at is not None:
            return "failed"
        if self.is_in_the_making:
            return "preparing"
        return "ready" if self.is_ready else "expired"
