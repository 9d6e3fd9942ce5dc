"""The catalogue: categories, services, and the offering of a service by a practitioner."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Select, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models.claim import Resource
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.money import Money
from kaya.organisation.models import Location


class Mode(StrEnum):
    VIDEO = "video"
    IN_PERSON = "in_person"
    PHONE = "phone"


class ServiceCategory(Model):
    __tablename__ = "service_categories"

    id: Mapped[identity]
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    about: Mapped[str] = mapped_column(String(500), default="")
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index("uq_service_categories_lower_name", func.lower(name), unique=True),)


class Service(Versioned, Model):
    """Something that is done for people, as the catalogue tells it; who does it, for how much, are its offerings."""

    __tablename__ = "services"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 5 AND 720", name="minutes"),
        CheckConstraint("price_amount >= 0", name="price"),
        CheckConstraint("cancellation_notice_hours BETWEEN 0 AND 720", name="notice"),
        Index("ix_services_name_id", "name", "id"),
    )

    id: Mapped[identity]
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    category_id: Mapped[UUID] = belongs_to("service_categories", on_delete="RESTRICT")
    name: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(String(300), default="")
    about: Mapped[str] = mapped_column(String(4000), default="")
    minutes: Mapped[int]
    price_amount: Mapped[int] = mapped_column(BigInteger)
    price_currency: Mapped[str] = mapped_column(String(3))
    cancellation_notice_hours: Mapped[int] = mapped_column(default=24)
    is_archived: Mapped[bool] = mapped_column(default=False)
    created_by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL", nullable=True)
    created_at: Mapped[moment]

    category: Mapped[ServiceCategory] = relationship(lazy="joined", innerjoin=True)
    offerings: Mapped[list["Offering"]] = relationship(back_populates="service")

    @classmethod
    def listed(cls) -> Select["Service"]:
        return select(cls).where(cls.is_archived.is_(False))

    @property
    def price(self) -> Money:
        return Money(self.price_amount, self.price_currency)

    def can_be_changed_by(self, user: User) -> bool:
        """Whoever made it, while they practise, and staff."""
        return user.may(Permission.CONTENT) or (user.is_practitioner and user.id == self.created_by_id)


class Offering(Versioned, Model):
    """A service by one practitioner, at a place or by video or phone, with its own price and length."""

    __tablename__ = "offerings"
    __table_args__ = (
        UniqueConstraint("practitioner_id", "service_id", "mode"),
        CheckConstraint("minutes BETWEEN 5 AND 720", name="minutes"),
        CheckConstraint("price_amount >= 0", name="price"),
        CheckConstraint("mode IN ('video', 'in_person', 'phone')", name="mode"),
    )

    id: Mapped[identity]
    practitioner_id: Mapped[UUID] = belongs_to("practitioners")
    service_id: Mapped[UUID] = belongs_to("services")
    location_id: Mapped[UUID | None] = belongs_to("locations", on_delete="SET NULL", nullable=True)
    room_id: Mapped[UUID | None] = belongs_to("rooms", on_delete="SET NULL", nullable=True)
    mode: Mapped[str] = mapped_column(String(20))
    minutes: Mapped[int]
    price_amount: Mapped[int] = mapped_column(BigInteger)
    price_currency: Mapped[str] = mapped_column(String(3))
    is_archived: Mapped[bool] = mapped_column(default=False)

    service: Mapped[Service] = relationship(back_populates="offerings", lazy="joined", innerjoin=True)
    location: Mapped[Location | None] = relationship(lazy="joined")
    room_as_resource: Mapped[Resource | None] = relationship(
        primaryjoin=lambda: foreign(Offering.room_id) == Resource.room_id, viewonly=True, lazy="joined"
    )

    @classmethod
    def listed(cls) -> Select["Offering"]:
        """Those one can book: neither they nor their service were archived."""
        return select(cls).join(cls.service).where(cls.is_archived.is_(False), Service.is_archived.is_(False))

    @property
    def price(self) -> Money:
        return Money(self.price_amount, self.price_currency)
