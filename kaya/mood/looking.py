"""What was said: on a day, in a month, lately, and all of it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import db
from kaya.mood.models import MoodDay, MoodEntry


def said_on(member: User, day: date | None = None) -> Sequence[MoodEntry]:
    """On a day of theirs, today if not said, the first first."""
    mine = MoodEntry.of(member).where(MoodEntry.day == (day or day_of(member)))
    return db.session.scalars(mine.order_by(MoodEntry.at, MoodEntry.id)).all()


def said_between(member: User, first: date, last: date) -> Sequence[MoodEntry]:
    """On days of theirs, both included, the first first."""
    return db.session.scalars(between(member, first, last).order_by(MoodEntry.at, MoodEntry.id)).all()


def between(member: User, since: date | None, until: date | None) -> Select[MoodEntry]:
    """On days of theirs, both included; without one, to that end of time."""
    rows = MoodEntry.of(member)
    if since:
        rows = rows.where(MoodEntry.day >= since)
    return rows.where(MoodEntry.day <= until) if until else rows


def days_in(member: User, first: date, last: date) -> dict[date, MoodDay]:
    mine = MoodDay.of(member).where(MoodDay.day.between(first, last))
    return {row.day: row for row in db.session.scalars(mine)}


def own_activities(member: User) -> list[str]:
    """What they named lately, beside what is offered, so that it can be touched again."""
    days = db.session.scalars(MoodDay.of(member).order_by(MoodDay.day.desc()).limit(60))
    return list(dict.fromkeys(name for day in days for name in day.activities))


def newest(member: User) -> MoodEntry | None:
    return db.session.scalar(MoodEntry.newest_of(member).limit(1))
