"""The journal by days and months: which days have something written, and what stands on them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select

from kaya.accounts.models import User
from kaya.db import db
from kaya.journal.models import Entry, Gratitude
from kaya.months import FIRST, LAST, Month


@dataclass(frozen=True)
class Day:
    """A day of a calendar, and how much stands on it."""

    date: date
    pages: int = 0
    sealed: int = 0
    thanks: int = 0


def days_in(member: User, month: Month) -> dict[date, Day]:
    """The days of the month on which anything stands. Three counts; nothing is opened."""
    pages = counted(Entry.open_of(member), Entry.day, month)
    sealed = counted(Entry.sealed_of(member), Entry.day, month)
    thanks = counted(Gratitude.of(member), Gratitude.day, month)
    return {day: Day(day, pages[day], sealed[day], thanks[day]) for day in {*pages, *sealed, *thanks}}


def counted(rows: Select[object], day: object, month: Month) -> Counter[date]:
    spoken = rows.where(day.between(month.first, month.last)).with_only_columns(day, func.count())  # type: ignore[attr-defined,call-overload]
    return Counter({row[0]: row[1] for row in db.session.execute(spoken.group_by(day))})


def newest_month(member: User) -> Month | None:
    """The month of their latest page; None while there is none."""
    latest = db.session.scalar(
        select(func.max(Entry.day)).where(Entry.user_id == member.id, Entry.deleted_at.is_(None))
    )
    return Month.of(latest) if latest else None


def neighbours(member: User, month: Month) -> tuple[Month | None, Month | None]:
    """The next older and the next newer month with pages in them."""
    mine = select(func.max(Entry.day)).where(Entry.user_id == member.id, Entry.deleted_at.is_(None))
    older = db.session.scalar(mine.where(Entry.day < month.first))
    newer = db.session.scalar(mine.with_only_columns(func.min(Entry.day)).where(Entry.day > month.last))
    return (Month.of(older) if older else None), (Month.of(newer) if newer else None)


def pages_in(member: User, month: Month) -> Select[Entry]:
    """Open and sealed ones, the newest day first."""
    rows = Entry.of(member).where(Entry.day.between(month.first, month.last))
    return rows.order_by(Entry.day.desc(), Entry.id.desc())


def day_named(words: str | None, otherwise: date | None) -> date | None:
    """A day as an address says it, 2026-11-26; `otherwise` for what is none, or lies beyond the calendar."""
    try:
        day = date.fromisoformat(words or "")
    except ValueError:
        return otherwise
    return day if FIRST <= day < LAST else otherwise
