"""A time kept for someone while they decide."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models.practitioner import Practitioner
from kaya.care.models.service import Offering
from kaya.db import Model, belongs_to, moment

LASTS = timedelta(minutes=5)


class Hold(Model):
    """A time kept for someone for five minutes while they decide. It shares its reservation's id."""

    __tablename__ = "holds"
    __table_args__ = (UniqueConstraint("client_id", "practitioner_id"),)

    id: Mapped[UUID] = mapped_column(ForeignKey("reservations.id", ondelete="CASCADE"), primary_key=True)
    client_id: Mapped[UUID] = belongs_to("users")
    practitioner_id: Mapped[UUID] = belongs_to("practitioners")
    offering_id: Mapped[UUID] = belongs_to("offerings")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    created_at: Mapped[moment]

    practitioner: Mapped[Practitioner] = relationship(lazy="joined", innerjoin=True)
    offering: Mapped[Offering] = relationship(lazy="joined", innerjoin=True)

    @classmethod
    def of(cls, client: User) -> Select["Hold"]:
        """Their holds that have not run out."""
        return select(cls).where(cls.client_id == client.id, cls.expires_at > clock.now())

    @property
    def until(self) -> datetime:
        """When it runs out, should its page stay open: one that was left runs out sooner, unless it is seen again."""
        return max(self.expires_at, self.created_at + LASTS)

    @property
    def seconds_left(self) -> int:
        return max(0, int((self.until - clock.now()).total_seconds()))
