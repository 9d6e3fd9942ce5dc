"""What practice does at its own facts: a day of a program is done with its session, and open pages hear of it."""

from typing import Any

from kaya.accounts.models import User
from kaya.accounts.signals import profile_changed, rest_begun, rest_ended
from kaya.practice import enrolling
from kaya.practice.models import Enrollment, PracticeSession
from kaya.practice.signals import (
    practice_changed,
    practice_made,
    practice_removed,
    program_day_done,
    program_day_undone,
    program_finished,
    program_joined,
    program_left,
    program_paused,
    program_resumed,
    session_abandoned,
    session_begun,
    session_completed,
    session_progressed,
)
from kaya.realtime import touch
from kaya.signals import on


@on(session_completed)
def do_the_day(*, session: PracticeSession, actor: User, **_: Any) -> None:
    enrolling.note_practised(actor, session)


@on(session_begun, session_completed, session_abandoned, practice_made, practice_changed, practice_removed)
@on(rest_begun, rest_ended)
def tell_own_pages(*, actor: User, **_: Any) -> None:
    touch("practice", actor.id, event="practice:changed")


@on(session_progressed)
def tell_where_it_waits(*, actor: User, is_start: bool, **_: Any) -> None:
    """When it starts or goes on; not at each second."""
    if is_start:
        touch("practice", actor.id, event="practice:changed")


@on(profile_changed)
def tell_pages_that_are_seen_otherwise(*, user: User, **_: Any) -> None:
    touch("practice", user.id, event="practice:changed")


@on(program_joined, program_day_done, program_day_undone, program_finished)
@on(program_left, program_paused, program_resumed)
def tell_who_goes_through_it(*, enrollment: Enrollment, **_: Any) -> None:
    touch("programs", enrollment.user_id, event="programs:changed")
