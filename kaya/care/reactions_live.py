"""What open pages are told when times or appointments change."""

from typing import Any

from kaya.accounts.models import User
from kaya.care.models import Appointment, AppointmentNote, Hold, Practitioner
from kaya.care.signals import (
    appointment_booked,
    appointment_cancelled,
    appointment_changed,
    appointment_completed,
    appointment_confirmed,
    appointment_missed,
    appointment_noted,
    appointment_rescheduled,
    appointment_restored,
    availability_changed,
    category_changed,
    hold_placed,
    hold_released,
    service_changed,
    slots_changed,
)
from kaya.realtime import deliver, touch
from kaya.signals import announce, on

FACTS_OF_APPOINTMENTS = (
    appointment_booked,
    appointment_cancelled,
    appointment_changed,
    appointment_completed,
    appointment_confirmed,
    appointment_missed,
    appointment_rescheduled,
    appointment_restored,
)


@on(hold_placed, hold_released)
def slots_change_with_a_hold(*, hold: Hold, **_: Any) -> None:
    announce(slots_changed, practitioner_id=hold.practitioner_id)


@on(appointment_booked, appointment_cancelled, appointment_rescheduled, appointment_restored)
def slots_change_with_an_appointment(*, appointment: Appointment, **_: Any) -> None:
    announce(slots_changed, practitioner_id=appointment.practitioner_id)


@on(availability_changed)
def slots_change_with_the_hours(*, practitioner: Practitioner, **_: Any) -> None:
    announce(slots_changed, practitioner_id=practitioner.id)


@on(slots_changed)
def tell_who_looks_at_slots(*, practitioner_id: Any, **_: Any) -> None:
    touch("availability", practitioner_id, event="slots:changed")
    touch("availability", "", versioned=False, event="slots:changed")


@on(*FACTS_OF_APPOINTMENTS)
def tell_both(*, appointment: Appointment, **_: Any) -> None:
    touch("agenda", versioned=False, event="appointment:changed")
    for user_id in (appointment.client_id, appointment.practitioner.user_id):
        touch("appointments", user_id, event="appointment:changed")
        deliver(user_id, "appointment:changed", {"id": str(appointment.id), "status": appointment.status})


@on(appointment_noted)
def tell_who_may_read(*, appointment: Appointment, note: AppointmentNote, actor: User, **_: Any) -> None:
    both = {appointment.client_id, appointment.practitioner.user_id}
    for user_id in {actor.id} if note.is_private else both:
        touch("appointments", user_id, event="appointment:changed")


@on(service_changed, category_changed)
def tell_who_looks_at_the_catalogue(**_: Any) -> None:
    touch("catalogue", event="catalogue:changed")
