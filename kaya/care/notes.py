"""Notes on an appointment: between the two, or for oneself."""

from kaya.accounts.models import User
from kaya.care.history import refuse_long
from kaya.care.models import Appointment, AppointmentNote
from kaya.care.signals import appointment_noted
from kaya.db import transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST = 4000


def note(actor: User, appointment: Appointment, body: str, is_private: bool = False) -> AppointmentNote:
    """Note something: for both to read, or in private for the author alone (staff do not read it either).

    Refuses ("not-allowed") anyone but the two, "blank" and "too-long" words.
    """
    body = refuse_long(body, LONGEST, "body")
    if not body:
        raise Refusal("blank", say("Please write something first."), field="body")
    with transaction() as session:
        if not appointment.can_be_noted_by(actor):
            raise Refusal("not-allowed", say("Only the two who meet can write notes."), status=403)
        noted = AppointmentNote(appointment_id=appointment.id, author=actor, body=body, is_private=is_private)
        session.add(noted)
        session.flush()
        announce(appointment_noted, appointment=appointment, note=noted, actor=actor)
        return noted
