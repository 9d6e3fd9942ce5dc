"""A day of a program that was kept by mistake waits again, on the day on which it was kept."""

from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.db import locked, transaction
from kaya.practice.days import day_of
from kaya.practice.enrolling import change, refuse_begun, refuse_ended, refuse_no_day, refuse_others
from kaya.practice.models import DayDone, Enrollment, EnrollmentState
from kaya.practice.signals import program_day_undone
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def undo_day(member: User, enrollment: Enrollment, number: int) -> Enrollment:
    """Day `number` was not done after all: it waits again. What is not done stays so; what was practised, too.

    Until the day of theirs ends on which it was done. A program that it finished is under way again. Refuses
    "not-allowed", "no-such-day", "ended" where they left it, "too-late", and "already-enrolled" where they have
    begun it again.
    """
    with transaction() as session:
        locked(session, member)
        locked(session, enrollment)
        refuse_others(member, enrollment)
        refuse_no_day(enrollment, number)
        done = next((each for each in enrollment.done if each.number == number), None)
        if done is None:
            return enrollment
        refuse_too_late(member, enrollment, done)
        if enrollment.is_finished:
            take_up_again(session, member, enrollment)
        enrollment.done.remove(done)
        session.flush()
        announce(program_day_undone, enrollment=enrollment, number=number, actor=member)
        return enrollment


def take_up_again(session: Session, member: User, enrollment: Enrollment) -> None:
    refuse_begun(session, member, enrollment.program)
    change(enrollment, EnrollmentState.ACTIVE)
    enrollment.finished_at = None


def refuse_too_late(member: User, enrollment: Enrollment, done: DayDone) -> None:
    if enrollment.state == EnrollmentState.LEFT:
        refuse_ended(enrollment)
    if done.day < day_of(member):
        words = say("This day was done before today. It stays done, and you may read it again whenever you like.")
        raise Refusal("too-late", words)
