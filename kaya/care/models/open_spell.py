"""When a practitioner has open times, as spells, so that one question finds all who are open on a day of any zone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, exists
from sqlalchemy.orm import Mapped, mapped_column

from kaya.care.models.practitioner import Practitioner
from kaya.db import Model


class OpenSpell(Model):
    """Open starts in a row, the first and the last; from one to the next it is never as long as a day.

    The shortest calendar day has 23 hours, so a day that reaches into a spell always holds one of its starts.
    """

    __tablename__ = "open_spells"
    __table_args__ = (Index("ix_open_spells_last_start_first_start", "last_start", "first_start"),)

    practitioner_id: Mapped[UUID] = mapped_column(ForeignKey("practitioners.id", ondelete="CASCADE"), primary_key=True)
    first_start: Mapped[datetime] = mapped_column(primary_key=True)
    last_start: Mapped[datetime]

    @classmethod
    def covers(cls, since: datetime, until: datetime) -> ColumnElement[bool]:
        """On practitioners: they have an open start from `since` up to `until`, a calendar day of any zone."""
        reaches = (cls.practitioner_id == Practitioner.id, cls.first_start < until, cls.last_start >= since)
        return exists().where(*reaches)
