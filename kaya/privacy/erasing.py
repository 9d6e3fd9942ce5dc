"""Erasing someone whose fourteen days are over: in three steps, each of which can be stopped and begun again.

First the account closes and coming appointments are cancelled. An hour later, when the practice has been told, the
ledger is carried out table by table. At last a letter goes to the address, and then the address is forgotten too.
"""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import signing_in
from kaya.accounts.models import User
from kaya.care import booking
from kaya.db import db, locked, transaction
from kaya.jobs import renew
from kaya.jobs.models import Job
from kaya.mail import post
from kaya.mail.models import Mail
from kaya.privacy import tables
from kaya.privacy.farewell import become_nobody
from kaya.privacy.leaving import coming_as_client, coming_with_clients
from kaya.privacy.ledger import Person, entries
from kaya.privacy.models import Deletion
from kaya.privacy.signals import person_erased
from kaya.privacy.wiping import leave_no_trace, tidy_file, wipe
from kaya.sealing import person as key_of
from kaya.sealing.keeping import erase as destroy_keys
from kaya.signals import announce
from kaya.words import say

log = structlog.get_logger(__name__)

LAST_DAY = timedelta(days=1)
TIME_TO_TELL = timedelta(hours=1)
LETTER_WAITS = timedelta(days=3)
LEDGER = tables  # whoever erases has read it


def go_round() -> None:
    """Whatever is due, for everyone who leaves; one that fails is tried again at the next round."""
    for deletion in db.session.scalars(Deletion.unfinished()).all():
        try:
            take_next_step(deletion)
        except Exception:
            db.session.rollback()
            log.exception("Someone could not be erased yet", deletion_id=str(deletion.id))
        renew()


def take_next_step(deletion: Deletion) -> None:
    now = clock.now()
    if deletion.begun_at is None and deletion.due_at <= now:
        begin(deletion)
    elif deletion.begun_at is None and deletion.warned_at is None and deletion.due_at <= now + LAST_DAY:
        warn(deletion)
    elif deletion.begun_at is not None and deletion.erased_at is None and deletion.begun_at <= now - TIME_TO_TELL:
        erase(deletion)
    elif deletion.erased_at is not None:
        close(deletion)


def warn(deletion: Deletion) -> None:
    """The last day has begun."""
    with transaction() as session:
        user = leaver(session, deletion)
        if user is None or deletion.warned_at is not None:
            return
        deletion.warned_at = clock.now()
        subject = say("Tomorrow your account is erased")
        post("leaving-tomorrow", user.email, subject, user=user, due_at=deletion.due_at)


def begin(deletion: Deletion) -> None:
    """Close the account and give back booked times; or wait, while an appointment cannot be given back."""
    with transaction() as session:
        user = leaver(session, deletion)
        if user is None:
            return
        if until := held_up_until(user):
            deletion.due_at = user.leaves_at = until
            return
        deletion.begun_at = clock.now()
        signing_in.end_all(session, user)
        session.flush()
        user.suspended_at = user.suspended_at or clock.now()
        for appointment in coming_as_client(user):
            booking.cancel(user, appointment)


def leaver(session: Session, deletion: Deletion) -> User | None:
    """Whom to erase, locked; None where they stay, or it was begun already."""
    locked(session, deletion)
    if not deletion.can_be_withdrawn or deletion.user_id is None:
        return None
    return session.get(User, deletion.user_id, with_for_update=True, populate_existing=True)


def held_up_until(user: User) -> datetime | None:
    """When to look again: clients expect them (tomorrow), or they are expected and it is too late to cancel."""
    if coming_with_clients(user):
        return clock.now() + LAST_DAY
    too_late = [each.ends_at for each in coming_as_client(user) if each.free_until <= clock.now()]
    return max(too_late) + TIME_TO_TELL if too_late else None


def erase(deletion: Deletion) -> None:
    """Carry out the ledger; the account's own row comes last, when nothing else says whose it was."""
    user = db.session.get(User, deletion.user_id) if deletion.user_id else None
    if user is not None:
        whom = Person.behind(user)
        destroy_keys(key_of(whom.id))
        for entry in entries.values():
            if entry.table != "users" and entry.table in db.metadata.tables:
                wipe(entry, whom)
        note_erased(deletion, user)
    close(deletion)


def note_erased(deletion: Deletion, user: User) -> None:
    """Written down while the trail still knows their pseudonym."""
    with transaction() as session:
        if locked(session, deletion).erased_at is None:
            deletion.erased_at = clock.now()
            letter = post(
                "leaving-done", user.email, say("Your account is erased"), language=user.language, zone=user.timezone
            )
            deletion.letter_id = letter.id
            announce(person_erased, user=user, deletion=deletion)


def close(deletion: Deletion) -> None:
    """The account becomes nobody's; once the last letter is gone, so is the address that it went to."""
    if deletion.user_id is not None and (user := db.session.get(User, deletion.user_id)) is not None:
        become_nobody(Person.behind(user))
    with transaction() as session:
        leave_no_trace(session)
        letter = session.get(Mail, locked(session, deletion).letter_id) if deletion.letter_id else None
        if letter is not None and not letter.is_done and clock.now() < is_patient_until(deletion):
            return
        forget_letter(session, deletion.letter_id)
        deletion.closed_at, deletion.letter_id = clock.now(), None
    tidy_file()


def is_patient_until(deletion: Deletion) -> datetime:
    return (deletion.erased_at or clock.now()) + LETTER_WAITS


def forget_letter(session: Session, letter_id: UUID | None) -> None:
    if letter_id is not None:
        session.execute(delete(Mail).where(Mail.id == letter_id))
        session.execute(delete(Job).where(Job.key == f"mail:{letter_id}"))
        session.execute(delete(Job).where(Job.arguments["mail_id"].as_string() == str(letter_id)))
