"""What a member wrote down for a bad hour, and whom they would call; theirs alone, sealed at rest."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.accounts.models import User
from kaya.db import Model, Versioned, belongs_to, identity, moment
from kaya.sealing import sealed_for

# The steps of the Safety Planning Intervention, in the order in which they are gone through: Stanley and Brown 2012,
# doi 10.1016/j.cbpra.2011.01.001.
PARTS = ("warning_signs", "coping", "distractions", "people", "professionals", "safer")


class SafetyPlan(Versioned, Model):
    """One for each member. `on_device`: their app keeps it too, as it says by the API; each browser asks for itself."""

    __tablename__ = "safety_plans"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users", unique=True)
    warning_signs = sealed_for("user_id")
    coping = sealed_for("user_id")
    distractions = sealed_for("user_id")
    people = sealed_for("user_id")
    professionals = sealed_for("user_id")
    safer = sealed_for("user_id")
    on_device: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[moment]
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    @classmethod
    def of(cls, user: User) -> Select["SafetyPlan"]:
        return select(cls).where(cls.user_id == user.id)

    @property
    def is_written(self) -> bool:
        return any(getattr(self, part) for part in PARTS)


class TrustedContact(Versioned, Model):
    """Someone whom the member would call; Kaya never calls or writes to them."""

    __tablename__ = "trusted_contacts"

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users", unique=True)
    name = sealed_for("user_id")
    phone = sealed_for("user_id")
    created_at: Mapped[moment]

    @classmethod
    def of(cls, user: User) -> Select["TrustedContact"]:
        return select(cls).where(cls.user_id == user.id)
