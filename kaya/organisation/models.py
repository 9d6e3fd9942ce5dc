"""The one organisation, and its locations with their rooms."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kaya.db import Model, Versioned, belongs_to, db, identity


class Organisation(Versioned, Model):
    """One row: whose house this is."""

    __tablename__ = "organisation"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1, autoincrement=False)
    name: Mapped[str] = mapped_column(String(120), default="Kaya")
    about: Mapped[str] = mapped_column(String(2000), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="UTC")
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    accent: Mapped[str] = mapped_column(String(20), default="")
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    booking_policy: Mapped[str] = mapped_column(String(2000), default="")
    privacy_policy: Mapped[str] = mapped_column(String(20000), default="")

    @classmethod
    def here(cls) -> "Organisation":
        """The one there is; before it has been named, a nameless one that nobody kept."""
        return db.session.get(cls, 1) or cls.nameless()

    @classmethod
    def nameless(cls) -> "Organisation":
        plain = dict.fromkeys(("about", "accent", "contact_email", "phone", "booking_policy", "privacy_policy"), "")
        return cls(id=1, name="Kaya", timezone="UTC", currency="EUR", **plain)


class Location(Model):
    """A place where people meet, with its own zone."""

    __tablename__ = "locations"

    id: Mapped[identity]
    name: Mapped[str] = mapped_column(String(120))
    street: Mapped[str] = mapped_column(String(200), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    postcode: Mapped[str] = mapped_column(String(20), default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    directions: Mapped[str] = mapped_column(String(1000), default="")
    timezone: Mapped[str] = mapped_column(String(64))

    rooms: Mapped[list["Room"]] = relationship(
        back_populates="location", order_by="Room.name", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def all(cls) -> Select["Location"]:
        return select(cls).order_by(cls.name)

    @property
    def address(self) -> str:
        return ", ".join(part for part in (self.street, f"{self.postcode} {self.city}".strip()) if part)


class Room(Model):
    """A room of a location; care may claim it as a resource."""

    __tablename__ = "rooms"

    id: Mapped[identity]
    location_id: Mapped[UUID] = belongs_to("locations")
    name: Mapped[str] = mapped_column(String(120))

    location: Mapped[Location] = relationship(back_populates="rooms")

    @classmethod
    def all(cls) -> Select["Room"]:
        return select(cls)
