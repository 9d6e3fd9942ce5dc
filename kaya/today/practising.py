"""What was practised: today on the arc, four weeks as pebbles; the program's day; one practice that fits the hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import lazyload

from kaya.accounts.profiles import Preferences
from kaya.db import db
from kaya.practice import pace
from kaya.practice import rhythm as rhythms
from kaya.practice.models import (
    DayDone,
    Enrollment,
    EnrollmentState,
    PracticeSession,
    ProgramDay,
    SessionState,
    is_enough,
)
from kaya.practice.pebbles import pebbles_until
from kaya.practice.practising import has_just_played
from kaya.practice.suggesting import Suggestion, suggestions
from kaya.today.day import Day
from kaya.today.marks import Mark
from kaya.today.needing import felt_on
from kaya.today.panels import Found, Panel


@dataclass(frozen=True)
class Waiting:
    """A session that was begun today, played a little, and waits where it was left.

    `plays`: or did so until a moment ago, on whichever of their devices.
    """

    id: UUID
    title: str
    plays: bool


@dataclass(frozen=True)
class Rhythm:
    """The last 28 days of theirs, the oldest first, each "done", "rest" or "not"; minutes in all. `own` is the score.

    `figures`: whether its owner wants to see any of it.
    """

    days: list[tuple[date, str]]
    minutes: int
    own: rhythms.Rhythm
    figures: bool
    waiting: Waiting | None = None

    @property
    def number(self) -> int:
        return sum(pebble == "done" for _, pebble in self.days)


@dataclass(frozen=True)
class Step:
    """The day of a program that waits; `is_done`: one was done today, so that this one may wait until tomorrow.

    `opens`: when it opens, where that is still to come.
    """

    enrollment: Enrollment
    day: ProgramDay
    is_done: bool
    opens: datetime | None


def rhythm(day: Day) -> Found | None:
    """In one question. Minutes are those that were practised; a day is one from a minute on, as in the statistics."""
    rows = held(day, day.date - rhythms.LOOKED_BACK)
    if not rows and not day.rest:
        return None
    over = [row for row in rows if row.state != SessionState.STARTED]
    practised = {row.day for row in over if is_enough(row.played, row.minutes)}
    days = pebbles_until(day.date, practised, day.rests)
    own = rhythms.rhythm_over(practised, day.rests, day.date, Preferences.of(day.member).days_a_week)
    minutes = sum(row.played for row in over if row.day >= days[0][0]) // 60
    todays = [row for row in rows if row.day == day.date]
    begun = [row for row in todays if row.state == SessionState.STARTED and row.seconds > 0]
    waiting = next((Waiting(row.id, row.title, has_just_played(row.updated_at)) for row in begun), None)
    marks = tuple(mark(row) for row in todays if row.state == SessionState.COMPLETED)
    return Found(
        Rhythm(days, minutes, own, day.member.shows_figures, waiting),
        marks,
        is_brief=waiting is not None and waiting.plays,
    )


def held(day: Day, since: date) -> Sequence[Any]:
    """The newest first."""
    row = PracticeSession
    names = ("id", "title", "state", "seconds", "played", "minutes", "day", "started_at", "updated_at")
    columns = select(*(getattr(row, name) for name in names))
    mine = columns.where(row.user_id == day.member.id, row.day >= since, row.day <= day.date)
    return db.session.execute(mine.order_by(row.started_at.desc(), row.id.desc())).all()


def mark(row: Any) -> Mark:
    """When it began, as in the statistics."""
    return Mark(row.started_at, row.title, f"/practice/sessions/{row.id}", "practice", is_done=True)


def program(day: Day) -> Found | None:
    """The first day that is not done, of the programs under way: of one whose day is open before one that waits for
    tomorrow, and then of that which was begun or taken up last.

    In one question.
    """
    mine = (Enrollment.user_id == day.member.id, Enrollment.state == EnrollmentState.ACTIVE)
    of_it = exists().where(DayDone.enrollment_id == Enrollment.id)
    rows = (
        select(Enrollment, ProgramDay, of_it.where(DayDone.day == day.date))
        .join(ProgramDay, ProgramDay.program_id == Enrollment.program_id)
        .where(*mine, ~of_it.where(DayDone.number == ProgramDay.number))
        .options(lazyload(Enrollment.done), lazyload(ProgramDay.practice))
        .order_by(Enrollment.changed_at.desc(), Enrollment.id, ProgramDay.number)
    )
    firsts: dict[UUID, Step] = {}
    for enrollment, step, is_done in db.session.execute(rows):
        if enrollment.id not in firsts:
            is_open = pace.opens_on(day.member, enrollment, step.number) <= day.date
            opens = None if is_open else pace.opens_at(day.member, enrollment, step.number)
            firsts[enrollment.id] = Step(enrollment, step, is_done, opens)
    if not firsts:
        return None
    next_one = min(firsts.values(), key=lambda step: step.opens is not None)
    waits_today = not next_one.is_done and not next_one.opens
    return Found(next_one, things=int(waits_today), leads=2 if waits_today else None)


def offer(day: Day) -> Found | None:
    """One practice for how they are and for this hour, with its reason."""
    found: list[Suggestion] = suggestions(day.member, 1, felt_on(day))
    return Found(found[0], is_first_step=True) if found else None


PROGRAM = Panel("program", "main", 20, "today/_program.html", program)
RHYTHM = Panel("rhythm", "main", 40, "today/_rhythm.html", rhythm)
OFFER = Panel("offer", "side", 50, "today/_offer.html", offer, at_first="main")
