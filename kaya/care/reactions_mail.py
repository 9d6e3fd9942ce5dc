"""What the two are told by mail and by notification when something becomes of their appointment."""

from datetime import datetime
from typing import Any

from kaya.accounts.models import User
from kaya.care import mails, reminders
from kaya.care.models import Appointment
from kaya.care.signals import (
    appointment_booked,
    appointment_cancelled,
    appointment_confirmed,
    appointment_rescheduled,
    appointment_restored,
)
from kaya.db import db
from kaya.notifications.models import Notification
from kaya.signals import on


@on(appointment_booked)
def tell_of_booking(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.booked(appointment, actor)
    tell_others("appointment-booked", appointment, actor)


@on(appointment_confirmed)
def tell_of_confirmation(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.confirmed(appointment, actor)
    tell_others("appointment-confirmed", appointment, actor)


@on(appointment_rescheduled)
def tell_of_move(*, appointment: Appointment, actor: User, from_start: datetime, **_: Any) -> None:
    mails.changed(appointment, actor, from_start=from_start)
    tell_others("appointment-changed", appointment, actor)


@on(appointment_cancelled)
def tell_of_cancellation(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.cancelled(appointment, actor)
    tell_others("appointment-cancelled", appointment, actor)


@on(appointment_restored)
def tell_of_restoration(*, appointment: Appointment, actor: User, **_: Any) -> None:
    mails.restored(appointment, actor)
    tell_others("appointment-restored", appointment, actor)


@on(appointment_booked, appointment_confirmed, appointment_rescheduled, appointment_restored)
def remind_in_time(*, appointment: Appointment, **_: Any) -> None:
    reminders.schedule(appointment)


def tell_others(kind: str, appointment: Appointment, actor: User) -> None:
    """A notification to whichever of the two did not do it."""
    for reader in mails.readers(appointment):
        if reader.id != actor.id:
            name = appointment.practitioner.display_name if appointment.is_taken_by(reader) else appointment.client.name
            words = {"name": name, "starts_at": appointment.starts_at.isoformat()}
            path = f"/appointments/{appointment.id}"
            db.session.add(Notification(user_id=reader.id, kind=kind, path=path, words=words))
