"""What changes a member's day, so that their open pages fetch it again."""

from typing import Any

from kaya.accounts.models import User
from kaya.accounts.signals import profile_changed, rest_begun, rest_ended
from kaya.care.models import Appointment
from kaya.care.signals import (
    appointment_booked,
    appointment_cancelled,
    appointment_changed,
    appointment_completed,
    appointment_confirmed,
    appointment_missed,
    appointment_rescheduled,
    appointment_restored,
)
from kaya.help.signals import safety_plan_written
from kaya.journal.signals import entry_written
from kaya.mood.signals import mood_let_go, mood_mended, mood_said, mood_taken_back
from kaya.practice.signals import (
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

OF_APPOINTMENTS = (
    appointment_booked,
    appointment_cancelled,
    appointment_changed,
    appointment_completed,
    appointment_confirmed,
    appointment_missed,
    appointment_rescheduled,
    appointment_restored,
)
OF_ONES_OWN = (
    entry_written,
    mood_let_go,
    mood_mended,
    mood_said,
    mood_taken_back,
    program_day_done,
    program_day_undone,
    program_finished,
    program_joined,
    program_left,
    program_paused,
    program_resumed,
    rest_begun,
    rest_ended,
    safety_plan_written,
    session_abandoned,
    session_begun,
    session_completed,
)


@on(*OF_APPOINTMENTS)
def the_clients_day_changes(*, appointment: Appointment, **_: Any) -> None:
    touch("today", appointment.client_id, event="today:changed")


@on(*OF_ONES_OWN)
def ones_own_day_changes(*, actor: User, **_: Any) -> None:
    touch("today", actor.id, event="today:changed")


@on(session_progressed)
def a_session_plays(*, actor: User, is_start: bool, **_: Any) -> None:
    """When it starts or goes on; not at each second."""
    if is_start:
        ones_own_day_changes(actor=actor)


@on(mood_let_go, mood_mended, mood_said, mood_taken_back)
def other_sessions_fit(*, actor: User, **_: Any) -> None:
    """What the library suggests looks at how one is."""
    touch("practice", actor.id, event="practice:changed")


@on(profile_changed)
def it_is_told_otherwise(*, user: User, **_: Any) -> None:
    """By another clock, from another hour on, or without figures."""
    touch("today", user.id, event="today:changed")
