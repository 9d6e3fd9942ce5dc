"""Appointments as a client: kept for the practice's records without a name; what was written goes."""

from typing import Any

from kaya.privacy.ledger import blanked, declare, deleted, owned, through
from kaya.words import say

APPOINTMENTS = say("Your appointments")
THEIRS = owned("client_id")


def with_whom(appointment: Any) -> dict[str, Any]:
    return {
        "practitioner": appointment.practitioner.display_name,
        "service": appointment.service.name,
        "location": appointment.location.name if appointment.location else "",
        "price": str(appointment.price),
    }


def who_wrote(note: Any) -> dict[str, Any]:
    return {"written_by": note.author.name}


declare(
    "appointment_notes",
    deleted(THEIRS),
    people=["client_id", "author_id", "appointment_id"],
    section=APPOINTMENTS,
    title=say("Notes on your appointments"),
    of=lambda table, person: (
        (table.c.client_id == person.id) & (table.c.is_private.is_(False) | (table.c.author_id == person.id))
    ),
    tells=who_wrote,
    newest_by="created_at",
)
declare(
    "appointment_moves",
    blanked(THEIRS, reason=None),
    people=["client_id", "by_id", "appointment_id"],
    section=APPOINTMENTS,
    title=say("How your appointments changed"),
    of=THEIRS,
    hides=("by_id",),
    newest_by="at",
)
declare(
    "appointments",
    blanked(THEIRS, note=None, phone="", client_timezone="UTC"),
    people=["client_id", "practitioner_id", "phone"],
    section=APPOINTMENTS,
    title=say("Your appointments"),
    of=THEIRS,
    hides=("version", "reservation_id", "offering_id", "price_amount", "price_currency"),
    tells=with_whom,
    newest_by="starts_at",
)
declare(
    "appointment_reminders",
    deleted(through("appointment_id", "appointments", THEIRS)),
    people=["appointment_id"],
    section=APPOINTMENTS,
    title=say("Reminders that were sent"),
    of=through("appointment_id", "appointments", THEIRS),
    newest_by="told_at",
)
declare(
    "holds",
    deleted(THEIRS),
    people=["client_id", "practitioner_id"],
    section=APPOINTMENTS,
    title=say("Times that are held for you"),
    of=THEIRS,
    newest_by="created_at",
)
declare(
    "calendar_feeds",
    deleted(owned("user_id")),
    people=["user_id"],
    section=APPOINTMENTS,
    title=say("Your calendar addresses"),
    of=owned("user_id"),
    hides=("token_hash",),
)
