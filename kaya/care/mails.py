"""What is written to the two who meet: to each in their own language and zone, with an invitation for their calendar.

Neither subject nor words nor invitation say what the appointment is for: mail is read over shoulders. The page does.
"""

from collections.abc import Iterator
from typing import Any

from kaya.accounts.models import User
from kaya.care import calendar
from kaya.care.models import Appointment, Status
from kaya.mail import post
from kaya.notifications import wants_mail
from kaya.words import say

SUBJECTS = {
    "asked": say("Your appointment is asked for"),
    "asked-of-you": say("Someone asks for an appointment"),
    "booked": say("Your appointment is booked"),
    "booked-with-you": say("A new appointment"),
    "confirmed": say("Your appointment is confirmed"),
    "changed": say("Your appointment was moved"),
    "cancelled": say("Your appointment was cancelled"),
    "restored": say("Your appointment stands again"),
    "reminder-day": say("Your appointment is near"),
    "reminder-hour": say("Your appointment begins soon"),
}


def booked(appointment: Appointment, actor: User) -> None:
    is_asked = appointment.status == Status.PENDING
    for reader in readers(appointment):
        if appointment.is_taken_by(reader):
            subject = "asked" if is_asked else "booked"
        else:
            subject = "asked-of-you" if is_asked else "booked-with-you"
        write("booked", subject, appointment, reader, actor=actor)


def confirmed(appointment: Appointment, actor: User) -> None:
    write_both("confirmed", "confirmed", appointment, actor=actor)


def changed(appointment: Appointment, actor: User, **details: Any) -> None:
    """It was moved; `from_start` is when it was to be."""
    write_both("changed", "changed", appointment, actor=actor, **details)


def restored(appointment: Appointment, actor: User) -> None:
    write_both("restored", "restored", appointment, actor=actor)


def cancelled(appointment: Appointment, actor: User) -> None:
    write_both("cancelled", "cancelled", appointment, actor=actor)


def reminded(appointment: Appointment, lead: str, *, is_late: bool) -> None:
    """A day or an hour before (`lead`); `is_late`: and it should have come sooner."""
    write_both("reminder", f"reminder-{lead}", appointment, actor=None, lead=lead, is_late=is_late)


def write_both(template: str, subject: str, appointment: Appointment, **context: Any) -> None:
    for reader in readers(appointment):
        write(template, subject, appointment, reader, **context)


def write(
    template: str, subject: str, appointment: Appointment, reader: User, *, actor: User | None, **context: Any
) -> None:
    """One mail to one of the two, unless they do not want such mails."""
    kind = f"appointment-{template}"
    if not wants_mail(reader, "appointment-asked" if subject == "asked-of-you" else kind):
        return
    is_client = appointment.is_taken_by(reader)
    post(
        kind,
        reader.email,
        SUBJECTS[subject],
        f"mail/appointment_{template}",
        user=reader,
        zone=reader.timezone if is_client else appointment.practitioner.timezone,
        attachments=[attachment(appointment, reader)],
        appointment=appointment,
        heading=SUBJECTS[subject],
        is_client=is_client,
        by=doer(appointment, actor, reader),
        other=calendar.other_name(appointment, reader),
        where=Where(appointment, reader),
        address=calendar.page_of(appointment),
        **context,
    )


def readers(appointment: Appointment) -> Iterator[User]:
    """The two, without whoever was suspended."""
    return (user for user in (appointment.client, appointment.practitioner.user) if user.is_active)


def attachment(appointment: Appointment, reader: User) -> dict[str, str]:
    method = "CANCEL" if appointment.status == Status.CANCELLED else "REQUEST"
    kind = f"text/calendar; charset=utf-8; method={method}"
    return {"name": "appointment.ics", "type": kind, "text": calendar.invitation(appointment, reader)}


def doer(appointment: Appointment, actor: User | None, reader: User) -> str:
    """Who did it, for the reader: nobody's name when it was they themselves."""
    if actor is None or actor.id == reader.id:
        return ""
    if appointment.is_given_by(actor):
        return appointment.practitioner.display_name
    return appointment.client.name if appointment.is_taken_by(actor) else str(say("The practice"))


class Where:
    """Where one meets, said in the language of whoever reads it at that moment."""

    def __init__(self, appointment: Appointment, reader: User) -> None:
        self.appointment, self.reader = appointment, reader

    def __str__(self) -> str:
        return calendar.where(self.appointment, self.reader)
