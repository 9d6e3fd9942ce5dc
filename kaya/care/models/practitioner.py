"""Someone who gives care, what they are good at, and that staff have seen their papers."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models.service import Offering
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.money import Money


class Kind(StrEnum):
    """What a practitioner is; the API's /therapists, /doctors and /dentists each show one kind."""

    THERAPIST = "therapist"
    DOCTOR = "doctor"
    DENTIST = "dentist"
    COACH = "coach"
    YOGA = "yoga"
    MASSAGE = "massage"
    NUTRITION = "nutrition"
    PHYSIOTHERAPIST = "physiotherapist"
    MIDWIFE = "midwife"
    ACUPUNCTURE = "acupuncture"
    OTHER = "other"


class Specialty(Model):
    """A word of the vocabulary by which people look for help."""

    __tablename__ = "specialties"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))


class PractitionerSpecialty(Model):
    __tablename__ = "practitioner_specialties"

    practitioner_id: Mapped[UUID] = mapped_column(ForeignKey("practitioners.id", ondelete="CASCADE"), primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("specialties.slug", ondelete="CASCADE"), primary_key=True, index=True)

    specialty: Mapped[Specialty] = relationship(lazy="joined", innerjoin=True)


class PractitionerLanguage(Model):
    """A language someone works in, by its ISO 639 code."""

    __tablename__ = "practitioner_languages"

    practitioner_id: Mapped[UUID] = mapped_column(ForeignKey("practitioners.id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(String(8), primary_key=True, index=True)


class Practitioner(Versioned, Model):
    """Applied when the row is there; in the directory once verified.

    `price_from_*` and `next_open_at` are kept beside what they are counted from, so that the directory sorts by them
    at any size: the price by `kaya.care.offering`, the time by `kaya.care.next_opening`, which looks again at
    `recount_at`. `applied_at` is there while staff have not answered. `first_*` tell of a first visit.
    """

    __tablename__ = "practitioners"
    __table_args__ = (
        Index("ix_practitioners_next_open_at_id", "next_open_at", "id"),
        Index("ix_practitioners_kind_next_open_at_id", "kind", "next_open_at", "id"),
        Index("ix_practitioners_price_from_amount_id", "price_from_amount", "id"),
        Index("ix_practitioners_display_name_id", "display_name", "id"),
        Index("ix_practitioners_applied_at_id", "applied_at", "id"),
    )

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users", unique=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    display_name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(30))
    title: Mapped[str] = mapped_column(String(120), default="")
    headline: Mapped[str] = mapped_column(String(200), default="")
    bio: Mapped[str] = mapped_column(String(4000), default="")
    credentials: Mapped[str] = mapped_column(String(1000), default="")
    licence: Mapped[str] = mapped_column(String(80), default="")
    first_before: Mapped[str] = mapped_column(String(500), default="")
    first_during: Mapped[str] = mapped_column(String(500), default="")
    first_after: Mapped[str] = mapped_column(String(500), default="")
    timezone: Mapped[str] = mapped_column(String(64))
    city: Mapped[str] = mapped_column(String(120), default="")
    auto_confirms: Mapped[bool] = mapped_column(default=False)
    is_accepting: Mapped[bool] = mapped_column(default=True)
    resource_no: Mapped[int] = mapped_column(ForeignKey("resources.no", ondelete="RESTRICT"), unique=True)
    price_from_amount: Mapped[int | None] = mapped_column(BigInteger)
    price_from_currency: Mapped[str | None] = mapped_column(String(3))
    next_open_at: Mapped[datetime | None]
    recount_at: Mapped[datetime | None] = mapped_column(default=clock.now, index=True)
    applied_at: Mapped[datetime | None] = mapped_column(default=clock.now)
    created_at: Mapped[moment]

    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)
    verification: Mapped["Verification | None"] = relationship(back_populates="practitioner", passive_deletes=True)
    offerings: Mapped[list[Offering]] = relationship(passive_deletes=True)
    specialties: Mapped[list[PractitionerSpecialty]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    languages: Mapped[list[PractitionerLanguage]] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    @classmethod
    def listed(cls) -> Select["Practitioner"]:
        """Those the directory shows: verified, and not suspended."""
        found = select(cls).join(cls.verification).join(cls.user).where(User.suspended_at.is_(None))
        return found.options(contains_eager(cls.verification), contains_eager(cls.user))

    @classmethod
    def waiting(cls) -> Select["Practitioner"]:
        """Those who applied and have no answer yet, whoever waited longest first."""
        return select(cls).where(cls.applied_at.is_not(None), ~cls.verification.has()).order_by(cls.applied_at, cls.id)

    @classmethod
    def of(cls, user: User) -> Select["Practitioner"]:
        return select(cls).where(cls.user_id == user.id)

    @property
    def is_verified(self) -> bool:
        return self.verification is not None

    @property
    def is_listed(self) -> bool:
        return self.is_verified and self.user.suspended_at is None

    @property
    def is_waiting(self) -> bool:
        return self.applied_at is not None and not self.is_verified

    @property
    def price_from(self) -> Money | None:
        """What the least dear of their offerings costs."""
        if self.price_from_amount is None or self.price_from_currency is None:
            return None
        return Money(self.price_from_amount, self.price_from_currency)

    def is_kept_by(self, viewer: User) -> bool:
        """May `viewer` see it before it is verified, and change it?"""
        return viewer.may(Permission.VERIFICATION, Permission.SUPPORT) or viewer.id == self.user_id


class Verification(Model):
    """Staff have seen a practitioner's papers: who, when. Without it there is only an application."""

    __tablename__ = "verifications"

    practitioner_id: Mapped[UUID] = mapped_column(ForeignKey("practitioners.id", ondelete="CASCADE"), primary_key=True)
    verified_by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL", nullable=True)
    verified_at: Mapped[moment]

    practitioner: Mapped[Practitioner] = relationship(back_populates="verification")


class Verdict(StrEnum):
    VERIFIED = "verified"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Ruling(Model):
    """What staff decided about someone's papers: never changed, never deleted while the practitioner is there."""

    __tablename__ = "rulings"

    id: Mapped[identity]
    practitioner_id: Mapped[UUID] = belongs_to("practitioners")
    verdict: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(1000), default="")
    by_id: Mapped[UUID | None] = belongs_to("users", on_delete="SET NULL", nullable=True)
    at: Mapped[moment]

    by: Mapped[User | None] = relationship(lazy="joined")

    @classmethod
    def on(cls, practitioner: Practitioner) -> Select["Ruling"]:
        """The latest first."""
        return select(cls).where(cls.practitioner_id == practitioner.id).order_by(cls.at.desc(), cls.id.desc())
