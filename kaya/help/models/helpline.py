"""Where someone answers: a number, for a country, with the day on which the operator looked that it is right."""

from datetime import date, timedelta

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.db import Model, Versioned, identity, moment

LASTS = timedelta(days=180)


class Helpline(Versioned, Model):
    """`country` has two letters, "" stands for everywhere. `text_to`: a number for text messages; `hours` in words.

    `is_example`: it came with Kaya, and the house has yet to check or replace it. `checked_on`: when somebody of the
    house last called or read `source`, None for never.
    """

    __tablename__ = "helplines"

    id: Mapped[identity]
    country: Mapped[str] = mapped_column(String(2), default="", index=True)
    name: Mapped[str] = mapped_column(String(120))
    says: Mapped[str] = mapped_column(String(300), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    text_to: Mapped[str] = mapped_column(String(40), default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    hours: Mapped[str] = mapped_column(String(120), default="")
    source: Mapped[str] = mapped_column(String(300), default="")
    is_emergency: Mapped[bool] = mapped_column(default=False)
    is_example: Mapped[bool] = mapped_column(default=False)
    checked_on: Mapped[date | None]
    created_at: Mapped[moment]

    @classmethod
    def all(cls) -> Select["Helpline"]:
        """By country, emergency numbers first."""
        return select(cls).order_by(cls.country, cls.is_emergency.desc(), cls.created_at, cls.id)

    @property
    def wants_checking(self) -> bool:
        """Is it an example still, or has nobody looked for half a year?"""
        return self.is_example or self.checked_on is None or self.checked_on < clock.now().date() - LASTS
