"""A questionnaire that someone chose to use, and one that they filled in."""

import json
from datetime import date
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Index, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya.accounts.models import User
from kaya.db import Model, belongs_to, identity, moment
from kaya.sealing import sealed_for


class QuestionnaireChoice(Model):
    """Nobody meets a questionnaire that they did not choose."""

    __tablename__ = "questionnaire_choices"

    user_id: Mapped[UUID] = belongs_to("users", primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    chosen_at: Mapped[moment]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        return select(cls).where(cls.user_id == user.id)


class Sheet(Model):
    """`answers` are sealed: a JSON list of points, with the last question's, which counts for no score, or null, behind
    them. `day` is a day of theirs, of when it was filled in: a device may have brought it (`created_at`) later."""

    __tablename__ = "questionnaire_sheets"
    __table_args__ = (Index("ix_questionnaire_sheets_user_id_kind_day", "user_id", "kind", "day"),)

    id: Mapped[identity]
    user_id: Mapped[UUID] = belongs_to("users")
    kind: Mapped[str] = mapped_column(String(20))
    answers = sealed_for("user_id")
    day: Mapped[date]
    created_at: Mapped[moment]

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """The first first: by the day that it is of, and what is of one day as it came."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.day, cls.created_at, cls.id)

    @property
    def points(self) -> list[int]:
        """One for each question that counts."""
        given: list[Any] = json.loads(self.answers)
        return [int(point) for point in given[:-1]]

    @property
    def difficulty(self) -> int | None:
        """How hard it made things, from 0, not at all, to 3; None where that was left out or is not asked."""
        answer: int | None = json.loads(self.answers)[-1]
        return answer

    @property
    def score(self) -> int:
        return sum(self.points)
