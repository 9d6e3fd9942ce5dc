"""What the two are told by mail and by notification when something becomes of their appointment."""

from datetime import datetime
from typing import Any

from kaya.accounts.models import User
from kaya.care import mails, notices, reminders
from kaya.care.models import Appointment, Status
from kaya.care.signals import (
    appointment_booked,
    appointment_cancelled,
    appointment_confirmed,
    appointment_rescheduled,
    appointment_restored,
)
from kaya.signals import on


@on(appointment_booked)
def tell_of_booking(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.booked(appointment, actor)
    is_asked = appointment.status == Status.PENDING
    notices.tell_the_other("appointment-asked" if is_asked else "appointment-booked", appointment, actor)


@on(appointment_confirmed)
def tell_of_confirmation(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.confirmed(appointment, actor)
    notices.tell_the_other("appointment-confirmed", appointment, actor)


@on(appointment_rescheduled)
def tell_of_move(*, appointment: Appointment, actor: User, from_start: datetime, **_: Any) -> None:
    mails.changed(appointment, actor, was_at=from_start)
    notices.tell_the_other("appointment-changed", appointment, actor)


@on(appointment_cancelled)
def tell_of_cancellation(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.cancelled(appointment, actor)
    notices.tell_the_other("appointment-cancelled", appointment, actor)


@on(appointment_restored)
def tell_of_restoration(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.restored(appointment, actor)
    notices.tell_the_other("appointment-restored", appointment, actor)


@on(appointment_booked, appointment_confirmed, appointment_rescheduled, appointment_restored)
def remind_in_time(*, appointment: Appointment, **_: Any) -> None:
    reminders.schedule(appointment)
