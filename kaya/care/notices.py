"""Which notifications an appointment brings, and whom they tell. No sentence says what the appointment is for."""

from kaya.accounts.models import User
from kaya.care.models import Appointment
from kaya.care.standing import other_name
from kaya.notifications import Mailed, kind, tell
from kaya.notifications.kinds import everybody
from kaya.words import say

# What happened, its picture, how it is named among the preferences, and what the one who is told reads.
KINDS = (
    ("booked", "calendar-plus", say("An appointment was booked"), say("{name} booked {starts_at}.")),
    ("asked", "calendar-plus", say("An appointment was asked for"), say("{name} asks for {starts_at}.")),
    ("confirmed", "calendar-check", say("An appointment was confirmed"), say("{name} confirmed {starts_at}.")),
    (
        "changed",
        "calendar-clock",
        say("An appointment was moved"),
        say("Your appointment with {name} is now {starts_at}."),
    ),
    (
        "cancelled",
        "calendar-x",
        say("An appointment was cancelled"),
        say("Your appointment with {name}, {starts_at}, was cancelled."),
    ),
    (
        "restored",
        "calendar-check",
        say("A cancellation was undone"),
        say("Your appointment with {name}, {starts_at}, stands again."),
    ),
    (
        "reminder",
        "alarm-clock",
        say("An appointment is near"),
        say("Your appointment with {name} is near: {starts_at}."),
    ),
)


def is_asked(user: User) -> bool:
    return user.is_practitioner


for name, icon, label, sentence in KINDS:
    told = everybody if name != "asked" else is_asked
    kind(f"appointment-{name}", label=label, sentence=sentence, icon=icon, mail=Mailed.BY_THE_FEATURE, is_for=told)


def tell_the_other(name: str, appointment: Appointment, actor: User) -> None:
    """Tell whichever of the two did not do it; both, when it was the practice."""
    for reader in appointment.client, appointment.practitioner.user:
        if reader.id != actor.id and reader.is_active:
            tell_one(name, appointment, reader)


def tell_one(name: str, appointment: Appointment, reader: User) -> None:
    words = {"name": other_name(appointment, reader), "starts_at": appointment.starts_at}
    tell(reader, name, f"/appointments/{appointment.id}", **words)
