"""What is written to the two who meet: to each in their own language and zone, with an invitation for their calendar.

Neither subject nor words nor invitation say what the appointment is for: mail is read over shoulders. The page does.
"""

from collections.abc import Iterator
from typing import Any

from kaya.accounts.models import User
from kaya.care import calendar
from kaya.care.models import Appointment, Status
from kaya.care.standing import Standing
from kaya.letters import dated
from kaya.mail import Draft, encloses, post
from kaya.mail.models import Mail
from kaya.notifications import wants_mail
from kaya.words import say

# What each letter says first: in its subject, where the time is what one looks for, and at its head.
OPENINGS = {
    "asked": (say("Asked for: your appointment, %(when)s"), say("Your appointment is asked for")),
    "asked-of-you": (say("Asked of you: an appointment, %(when)s"), say("Someone asks for an appointment")),
    "booked": (say("Booked: your appointment, %(when)s"), say("Your appointment is booked")),
    "booked-with-you": (say("New: an appointment, %(when)s"), say("A new appointment")),
    "confirmed": (say("Confirmed: your appointment, %(when)s"), say("Your appointment is confirmed")),
    "changed": (say("Moved: your appointment, now %(when)s"), say("Your appointment was moved")),
    "cancelled": (say("Cancelled: your appointment, %(when)s"), say("Your appointment was cancelled")),
    "restored": (say("It stands again: your appointment, %(when)s"), say("Your appointment stands again")),
    "reminder-day": (say("Coming up: your appointment, %(when)s"), say("Your appointment is near")),
    "reminder-hour": (say("Soon: your appointment, %(when)s"), say("Your appointment begins soon")),
}


def booked(appointment: Appointment, actor: User) -> None:
    is_asked = appointment.status == Status.PENDING
    for reader in readers(appointment):
        if appointment.is_taken_by(reader):
            opening = "asked" if is_asked else "booked"
        else:
            opening = "asked-of-you" if is_asked else "booked-with-you"
        write("booked", opening, appointment, reader, actor=actor)


def confirmed(appointment: Appointment, actor: User) -> None:
    write_both("confirmed", "confirmed", appointment, actor=actor)


def changed(appointment: Appointment, actor: User, **details: Any) -> None:
    """It was moved; `was_at` is when it was to be."""
    write_both("changed", "changed", appointment, actor=actor, **details)


def restored(appointment: Appointment, actor: User) -> None:
    write_both("restored", "restored", appointment, actor=actor)


def cancelled(appointment: Appointment, actor: User) -> None:
    write_both("cancelled", "cancelled", appointment, actor=actor)


def reminded(appointment: Appointment, lead: str, *, is_late: bool) -> None:
    """A day or an hour before (`lead`); `is_late`: and it should have come sooner."""
    write_both("reminder", f"reminder-{lead}", appointment, actor=None, lead=lead, is_late=is_late)


def write_both(template: str, opening: str, appointment: Appointment, **facts: Any) -> None:
    for reader in readers(appointment):
        write(template, opening, appointment, reader, **facts)


def write(
    template: str, opening: str, appointment: Appointment, reader: User, *, actor: User | None, **facts: Any
) -> None:
    """One mail to one of the two, of how the appointment stands now, unless they do not want such mails."""
    kind = f"appointment-{template}"
    if not wants_mail(reader, "appointment-asked" if opening == "asked-of-you" else kind):
        return
    standing = Standing.of(appointment, reader)
    zone = reader.timezone if standing.is_client else appointment.practitioner.timezone
    subject, heading = OPENINGS[opening]
    post(
        kind,
        reader.email,
        dated(subject, standing.starts_at, language=reader.language, zone=zone),
        f"mail/appointment_{template}",
        user=reader,
        zone=zone,
        enclosing="care.invitation",
        heading=heading,
        by=doer(appointment, actor, reader),
        minutes=standing.minutes,
        **standing.facts,
        **facts,
    )


def readers(appointment: Appointment) -> Iterator[User]:
    """The two, without whoever was suspended."""
    return (user for user in (appointment.client, appointment.practitioner.user) if user.is_active)


@encloses("care.invitation")
def invitation(draft: Draft, mail: Mail) -> dict[str, str]:
    """The calendar's part of such a letter."""
    standing = Standing.among(draft.facts)
    name = draft.facts["user"]["name"]
    return {
        "name": "appointment.ics",
        "type": f"text/calendar; charset=utf-8; method={calendar.method_of(standing)}",
        "text": calendar.invitation(standing, name=name, email=mail.recipient, language=draft.language),
    }


def doer(appointment: Appointment, actor: User | None, reader: User) -> Any:
    """Who did it, for the reader: nobody's name when it was they themselves."""
    if actor is None or actor.id == reader.id:
        return ""
    if appointment.is_given_by(actor):
        return appointment.practitioner.display_name
    return appointment.client.name if appointment.is_taken_by(actor) else say("The practice")
