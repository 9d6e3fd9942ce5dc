"""Which notifications an appointment brings, and whom they tell. No sentence says what the appointment is for."""

from kaya.accounts.models import User
from kaya.care.models import Appointment
from kaya.notifications import Mailed, kind, tell
from kaya.words import say

kind(
    "appointment-booked",
    label=say("An appointment was booked"),
    sentence=say("{name} booked {starts_at}."),
    icon="calendar-plus",
    mail=Mailed.BY_THE_FEATURE,
)
kind(
    "appointment-asked",
    label=say("An appointment was asked for"),
    sentence=say("{name} asks for {starts_at}."),
    icon="calendar-plus",
    mail=Mailed.BY_THE_FEATURE,
)
kind(
    "appointment-confirmed",
    label=say("An appointment was confirmed"),
    sentence=say("{name} confirmed {starts_at}."),
    icon="calendar-check",
    mail=Mailed.BY_THE_FEATURE,
)
kind(
    "appointment-changed",
    label=say("An appointment was moved"),
    sentence=say("Your appointment with {name} is now {starts_at}."),
    icon="calendar-clock",
    mail=Mailed.BY_THE_FEATURE,
)
kind(
    "appointment-cancelled",
    label=say("An appointment was cancelled"),
    sentence=say("Your appointment with {name}, {starts_at}, was cancelled."),
    icon="calendar-x",
    mail=Mailed.BY_THE_FEATURE,
)
kind(
    "appointment-restored",
    label=say("A cancellation was undone"),
    sentence=say("Your appointment with {name}, {starts_at}, stands again."),
    icon="calendar-check",
    mail=Mailed.BY_THE_FEATURE,
)
kind(
    "appointment-reminder",
    label=say("An appointment is near"),
    sentence=say("Your appointment with {name} is near: {starts_at}."),
    icon="alarm-clock",
    mail=Mailed.BY_THE_FEATURE,
)


def tell_the_other(name: str, appointment: Appointment, actor: User) -> None:
    """Tell whichever of the two did not do it; both, when it was the practice."""
    for reader in appointment.client, appointment.practitioner.user:
        if reader.id != actor.id and reader.is_active:
            tell_one(name, appointment, reader)


def tell_one(name: str, appointment: Appointment, reader: User) -> None:
    other = appointment.practitioner.display_name if appointment.is_taken_by(reader) else appointment.client.name
    tell(reader, name, f"/appointments/{appointment.id}", name=other, starts_at=appointment.starts_at)
