"""Being reminded to practise, and of the day of a program that waits, at times that one chose (kaya.notifications)."""

from datetime import date

from kaya.accounts.models import User
from kaya.db import db
from kaya.notifications import kind
from kaya.notifications.reminders import remindable
from kaya.practice.models import Enrollment, PracticeSession, SessionState
from kaya.practice.pace import is_open
from kaya.words import say

PRACTICE, PROGRAM = "practice-reminder", "program-reminder"

kind(
    PRACTICE,
    label=say("A time for practice, which you chose"),
    sentence=say("You wanted a few minutes for yourself about now."),
    icon="wind",
    mail=True,
)
kind(
    PROGRAM,
    label=say("A day of your program waits"),
    sentence=say("The next day of your program is there, whenever you like."),
    icon="sprout",
    mail=True,
)


def has_practised(member: User, day: date) -> bool:
    """Whoever has completed a session on that day of theirs needs no word about it."""
    rows = PracticeSession.of(member).where(PracticeSession.day == day, PracticeSession.state == SessionState.COMPLETED)
    return db.session.scalar(rows.limit(1)) is not None


def has_no_day_waiting(member: User, day: date) -> bool:
    """Nothing under way that goes on today: paused ones keep silent, and one that was done today is enough."""
    under_way = db.session.scalars(Enrollment.under_way(member)).unique()
    return not any(each.is_active and waits_on(member, each, day) for each in under_way)


def waits_on(member: User, enrollment: Enrollment, day: date) -> bool:
    return not enrollment.was_done_on(day) and is_open(member, enrollment, enrollment.next_number or 1, day)


remindable(PRACTICE, "/practice", unless=has_practised)
remindable(PROGRAM, "/programs", unless=has_no_day_waiting)
