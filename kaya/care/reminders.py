"""Reminders: a day and an hour before, to both, once each, and only if the appointment still stands as it stood."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from kaya import clock
from kaya.care import mails, notices
from kaya.care.models import Appointment, Reminder
from kaya.db import locked, transaction
from kaya.jobs import enqueue, job

LEADS = {"day": timedelta(days=1), "hour": timedelta(hours=1)}
LATE = timedelta(minutes=15)


def schedule(appointment: Appointment) -> None:
    """Write the jobs that will remind of it as it stands now; a moment that has gone by is left out."""
    for lead, span in LEADS.items():
        run_at = appointment.starts_at - span
        if run_at > clock.now():
            enqueue(
                "care.remind",
                key=f"reminder:{appointment.id}:{appointment.calendar_sequence}:{lead}",
                run_at=run_at,
                appointment_id=str(appointment.id),
                sequence=appointment.calendar_sequence,
                lead=lead,
            )


@job("care.remind")
def remind(appointment_id: str, sequence: int, lead: str) -> None:
    """Remind both, unless it was moved or cancelled since, has begun, or they were reminded already.

    A day's reminder that comes so late that the hour's is due is left to that one.
    """
    with transaction() as session:
        appointment = session.get(Appointment, UUID(appointment_id))
        if appointment is None:
            return
        locked(session, appointment)
        if not is_due(appointment, sequence, lead) or was_told(session, appointment, lead):
            return
        session.add(Reminder(appointment_id=appointment.id, sequence=sequence, lead=lead))
        mails.reminded(appointment, lead, is_late=clock.now() > appointment.starts_at - LEADS[lead] + LATE)
        notices.tell_one("appointment-reminder", appointment, appointment.client)


def is_due(appointment: Appointment, sequence: int, lead: str) -> bool:
    """Does it stand as it stood, and is it time for this reminder and not yet for the next?"""
    ahead = appointment.starts_at - clock.now()
    nearer = max((span for span in LEADS.values() if span < LEADS[lead]), default=timedelta())
    return appointment.is_live and appointment.calendar_sequence == sequence and nearer < ahead <= LEADS[lead]


def was_told(session: Session, appointment: Appointment, lead: str) -> bool:
    return session.get(Reminder, (appointment.id, appointment.calendar_sequence, lead)) is not None
