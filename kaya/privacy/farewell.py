"""The account's own row at the end: gone where nothing refers to it, else nobody's."""

from uuid import UUID, uuid4

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.orm import Session

from kaya import audit, clock
from kaya.accounts.models import Role, User
from kaya.care.models import Appointment, AppointmentMove, AppointmentNote, Practitioner
from kaya.db import transaction
from kaya.privacy.ledger import Person
from kaya.privacy.wiping import leave_no_trace

FORMER = "Former member"
NO_ADDRESS = "erased.invalid"


def become_nobody(person: Person) -> None:
    """Forget whose pseudonym the trail has, and delete the account; a nameless one stays where rows refer to it."""
    with transaction() as session:
        leave_no_trace(session)
        user = session.get(User, person.id, with_for_update=True, populate_existing=True)
        if user is None or user.erased_at is not None:
            return
        audit.forget(user)
        if is_referred_to(session, person.id):
            strip(user)
        else:
            session.flush()
            session.execute(delete(User).where(User.id == person.id))


def is_referred_to(session: Session, id: UUID) -> bool:
    kept = or_(
        exists().where(Appointment.client_id == id),
        exists().where(AppointmentMove.client_id == id),
        exists().where(AppointmentNote.author_id == id),
        exists().where(Practitioner.user_id == id),
    )
    return bool(session.scalar(select(kept)))


def strip(user: User) -> None:
    user.name, user.email = FORMER, f"{uuid4().hex}@{NO_ADDRESS}"
    user.password_hash = user.pronouns = user.bio = user.photo = ""
    user.timezone, user.language, user.role, user.preferences = "UTC", "en", Role.MEMBER, {}
    user.second_factor_at = user.leaves_at = None
    user.erased_at = clock.now()
    user.suspended_at = user.suspended_at or user.erased_at
    user.created_at = user.erased_at
