"""Notes on an appointment: between the two, or for oneself."""

from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.care.history import refuse_long
from kaya.care.models import Appointment, AppointmentNote
from kaya.care.signals import appointment_noted
from kaya.db import transaction, uuid7
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST = 4000


def readable(viewer: User, appointment: Appointment) -> Select[AppointmentNote]:
    """What `viewer` may read there, the first first. Refuses ("not-allowed") anyone but the two, staff too."""
    refuse_others(viewer, appointment)
    return AppointmentNote.on(appointment, viewer)


def note(
    actor: User, appointment: Appointment, body: str, is_private: bool = False, *, id: UUID | None = None
) -> AppointmentNote:
    """Note something: for both to read, or in private for the author alone (staff do not read it either).

    Who asks again with the same `id` gets the same note. Refuses ("not-allowed") anyone but the two, "blank" and
    "too-long" words; "id-taken" another's id.
    """
    body = refuse_long(body, LONGEST, "body")
    if not body:
        raise Refusal("blank", say("Please write something first."), field="body")
    with transaction() as session:
        refuse_others(actor, appointment)
        if made := made_before(session, actor, appointment, id):
            return made
        about = {"appointment_id": appointment.id, "client_id": appointment.client_id}
        noted = AppointmentNote(id=id or uuid7(), **about, author=actor, body=body, is_private=is_private)
        session.add(noted)
        session.flush()
        announce(appointment_noted, appointment=appointment, note=noted, actor=actor)
        return noted


def made_before(session: Session, actor: User, appointment: Appointment, id: UUID | None) -> AppointmentNote | None:
    """The note that `actor` has written here with this id already."""
    noted = session.get(AppointmentNote, id) if id else None
    if noted and (noted.author_id, noted.appointment_id) != (actor.id, appointment.id):
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return noted


def refuse_others(actor: User, appointment: Appointment) -> None:
    if not appointment.can_be_noted_by(actor):
        words = say("Only the two who meet read and write what is noted here.")
        raise Refusal("not-allowed", words, status=403)
