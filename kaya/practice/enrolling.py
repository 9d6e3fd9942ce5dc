"""Going through a program: enrolled, one day opening each day, paused, taken up again, left, finished."""

from datetime import date
from uuid import UUID

from blinker import NamedSignal
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db, locked, transaction, uuid7
from kaya.practice import practising
from kaya.practice.days import day_of
from kaya.practice.models import (
    DayDone,
    Enrollment,
    EnrollmentState,
    PracticeSession,
    Program,
    ProgramSession,
    is_enough,
)
from kaya.practice.pace import is_open, opens_at
from kaya.practice.practising import NOT_SAID, Mood
from kaya.practice.signals import (
    program_day_done,
    program_finished,
    program_joined,
    program_left,
    program_paused,
    program_resumed,
)
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def enrol(member: User, program: Program, *, id: UUID | None = None) -> Enrollment:
    """Begin `program`; whoever finished or left it may begin again. The same `id` is the same enrollment.

    Refuses "already-enrolled" where it is under way, "retired" programs, "id-taken".
    """
    with transaction() as session:
        locked(session, member)
        if begun := begun_before(session, member, id):
            return begun
        refuse_under_way(session, member, program)
        enrollment = Enrollment(id=id or uuid7(), user_id=member.id, program=session.get_one(Program, program.id))
        session.add(enrollment)
        session.flush()
        announce(program_joined, enrollment=enrollment, actor=member)
        return enrollment


def do_day(member: User, enrollment: Enrollment, number: int) -> Enrollment:
    """Day `number` is done today. Open days wait, in any order; done twice is done once.

    Doing a day of a paused program takes it up again; the last one finishes it. Refuses "not-allowed", "no-such-day",
    "ended", and with `opens_at` "not-open-yet".
    """
    with transaction() as session:
        locked(session, enrollment)
        refuse_others(member, enrollment)
        refuse_no_day(enrollment, number)
        if number in enrollment.numbers_done:
            return enrollment
        refuse_ended(enrollment)
        refuse_not_open(member, enrollment, number)
        return mark_done(session, member, enrollment, number, day_of(member))


def mark_done(session: Session, member: User, enrollment: Enrollment, number: int, day: date) -> Enrollment:
    enrollment.done.append(DayDone(number=number, day=day))
    change(enrollment, EnrollmentState.ACTIVE)
    session.flush()
    announce(program_day_done, enrollment=enrollment, number=number, actor=member)
    finish_if_done(member, enrollment)
    return enrollment


def begin_day(
    member: User, enrollment: Enrollment, number: int, minutes: int | None = None, *, before: Mood = NOT_SAID
) -> PracticeSession:
    """The session of day `number`, of its own length unless `minutes` says another; completed, it does the day.

    Refuses "not-allowed", "no-such-day", "ended", "not-open-yet", "no-session" where its practice is gone; and what
    practising.begin refuses.
    """
    with transaction() as session:
        locked(session, enrollment)
        refuse_others(member, enrollment)
        refuse_no_day(enrollment, number)
        refuse_ended(enrollment)
        refuse_not_open(member, enrollment, number)
        day = enrollment.program.day(number)
        if day.practice is None:
            raise Refusal("no-session", say("This day's session is no longer here. Choose any other."))
        held = practising.begin(member, day.practice, minutes or day.minutes, before=before)
        session.add(ProgramSession(session_id=held.id, enrollment_id=enrollment.id, number=number))
        return held


def begun_for(held: PracticeSession) -> ProgramSession | None:
    """The day of a program that a session was begun from."""
    return db.session.get(ProgramSession, held.id)


def note_practised(member: User, held: PracticeSession) -> Enrollment | None:
    """A session was completed: the day of a program that it was begun for is done, on the day of theirs when it began.

    One that was begun elsewhere and was practised, not skipped through, does the day that waits: if it is open, if this
    is its practice, and if none was done on that day of theirs.
    """
    with transaction() as session:
        begun = begun_for(held)
        if begun:
            enrollment = locked(session, session.get_one(Enrollment, begun.enrollment_id))
            is_new = enrollment.is_under_way and begun.number not in enrollment.numbers_done
            return mark_done(session, member, enrollment, begun.number, held.day) if is_new else None
        for enrollment in session.scalars(Enrollment.under_way(member)).unique():
            if is_done_by(member, locked(session, enrollment), held):
                return mark_done(session, member, enrollment, enrollment.next_number or 1, held.day)
        return None


def is_done_by(member: User, enrollment: Enrollment, held: PracticeSession) -> bool:
    """Does a session from the library do the day that waits?"""
    if not enrollment.waits_for(held.practice_id) or enrollment.was_done_on(held.day):
        return False
    practised_on = day_of(member, held.started_at)  # by the clock by which its days open, wherever that was
    return is_enough(held.played, held.minutes) and is_open(
        member, enrollment, enrollment.next_number or 1, practised_on
    )


def pause(member: User, enrollment: Enrollment) -> Enrollment:
    """Nothing of it is suggested until it is taken up again. Refuses "not-allowed", "ended"."""
    return moved(member, enrollment, EnrollmentState.PAUSED, program_paused)


def resume(member: User, enrollment: Enrollment) -> Enrollment:
    """It goes on with the first day that is not done. Refuses "not-allowed", "ended"."""
    return moved(member, enrollment, EnrollmentState.ACTIVE, program_resumed)


def leave(member: User, enrollment: Enrollment) -> Enrollment:
    """It ends without being finished; what was done stays. Refuses "not-allowed", "ended"."""
    return moved(member, enrollment, EnrollmentState.LEFT, program_left)


def moved(member: User, enrollment: Enrollment, state: EnrollmentState, fact: NamedSignal) -> Enrollment:
    with transaction() as session:
        locked(session, enrollment)
        refuse_others(member, enrollment)
        if enrollment.state == state:
            return enrollment
        refuse_ended(enrollment)
        change(enrollment, state)
        announce(fact, enrollment=enrollment, actor=member)
        return enrollment


def finish_if_done(member: User, enrollment: Enrollment) -> None:
    if enrollment.next_number is None:
        change(enrollment, EnrollmentState.FINISHED)
        enrollment.finished_at = clock.now()
        announce(program_finished, enrollment=enrollment, actor=member)


def change(enrollment: Enrollment, state: EnrollmentState) -> None:
    enrollment.state, enrollment.changed_at = state, clock.now()


def begun_before(session: Session, member: User, id: UUID | None) -> Enrollment | None:
    begun = session.get(Enrollment, id) if id else None
    if begun and begun.user_id != member.id:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return begun


def refuse_under_way(session: Session, member: User, program: Program) -> None:
    if program.retired_at:
        raise Refusal("retired", say("This program is no longer offered."))
    refuse_begun(session, member, program)


def refuse_begun(session: Session, member: User, program: Program) -> None:
    if session.scalar(Enrollment.under_way(member).where(Enrollment.program_id == program.id)):
        raise Refusal("already-enrolled", say("You are in this program already."))


def refuse_others(member: User, enrollment: Enrollment) -> None:
    if enrollment.user_id != member.id:
        raise Refusal("not-allowed", say("Only your own programs can be changed."), status=403)


def refuse_no_day(enrollment: Enrollment, number: int) -> None:
    if number not in range(1, enrollment.program.days + 1):
        words = say("This program has the days 1 to %(count)s.", count=enrollment.program.days)
        raise Refusal("no-such-day", words, field="day")


def refuse_not_open(member: User, enrollment: Enrollment, number: int) -> None:
    if not is_open(member, enrollment, number):
        words = say("Day %(number)s is not open yet: one day opens each day, and from then on it waits.", number=number)
        opens = opens_at(member, enrollment, number)
        raise Refusal("not-open-yet", words, opens_at=f"{opens:%Y-%m-%dT%H:%M:%SZ}")


def refuse_ended(enrollment: Enrollment) -> None:
    if not enrollment.is_under_way:
        raise Refusal("ended", say("This program has ended for you. You may begin it again."))
