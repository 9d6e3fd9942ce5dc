"""A practice whose practitioner leaves: off the directory at once; at the end nameless, for their clients' records."""

from uuid import uuid4

from sqlalchemy import delete, exists, select, text
from sqlalchemy.orm import Session

from kaya import fulltext
from kaya.accounts.models import User
from kaya.care.models import Appointment, Practitioner, Resource
from kaya.care.signals import practitioner_changed
from kaya.db import locked, transaction
from kaya.privacy.ledger import Person
from kaya.privacy.wiping import leave_no_trace
from kaya.signals import announce

FORMER = "Former practitioner"
WORDS = ("title", "headline", "bio", "credentials", "licence", "first_before", "first_during", "first_after", "city")


def stop_accepting(session: Session, user: User) -> None:
    """From the day they ask to leave nobody books with them; they may open their diary again when they stay."""
    practitioner = session.scalar(select(Practitioner).where(Practitioner.user_id == user.id))
    if practitioner is not None and locked(session, practitioner).is_accepting:
        practitioner.is_accepting = False
        session.flush()
        announce(practitioner_changed, practitioner=practitioner)


def close_practice(person: Person) -> None:
    with transaction() as session:
        leave_no_trace(session)
        practitioner = session.scalar(select(Practitioner).where(Practitioner.user_id == person.id).with_for_update())
        if practitioner is None:
            return
        fulltext.remove(session, "practitioner", practitioner.id)
        overwrite_index(session)
        if session.scalar(select(exists().where(Appointment.practitioner_id == practitioner.id))):
            strip(practitioner)
        else:
            session.execute(delete(Practitioner).where(Practitioner.id == practitioner.id))
            session.execute(delete(Resource).where(Resource.no == practitioner.resource_no))


def strip(practitioner: Practitioner) -> None:
    if practitioner.display_name != FORMER:
        practitioner.display_name, practitioner.slug = FORMER, f"former-{uuid4().hex}"
    for name in WORDS:
        setattr(practitioner, name, "")
    practitioner.is_accepting = practitioner.auto_confirms = False
    practitioner.price_from_amount = practitioner.price_from_currency = None
    practitioner.timezone, practitioner.next_open_at, practitioner.applied_at = "UTC", None, None


def overwrite_index(session: Session) -> None:
    """SQLite's index keeps words it forgot until it is put in order."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search_index (search_index) VALUES ('optimize')"))
