"""What applicants and staff are told about somebody's papers."""

from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models import Practitioner
from kaya.db import db
from kaya.notifications import kind, tell
from kaya.words import say


def sees_papers(user: User) -> bool:
    return user.may(Permission.VERIFICATION)


def has_papers(user: User) -> bool:
    return db.session.scalar(Practitioner.of(user).limit(1)) is not None


kind(
    "practitioner-applied",
    label=say("Someone asks to practise here"),
    sentence=say("{name} asks to practise here."),
    icon="id-card",
    mail=True,
    is_for=sees_papers,
)
kind(
    "practitioner-verified",
    label=say("Your papers were seen"),
    sentence=say(
        "Your papers were seen, {name}: you stand in the directory. Say when you have time, and what you offer."
    ),
    icon="badge-check",
    mail=True,
    is_for=has_papers,
)
kind(
    "practitioner-declined",
    label=say("Your papers need mending"),
    sentence=say("Someone looked at your papers, and could not say yes. What they wrote is on your application."),
    icon="id-card",
    mail=True,
    is_for=has_papers,
)


def tell_staff(practitioner: Practitioner) -> None:
    """All of them, but for who applied."""
    staff = User.who_may(Permission.VERIFICATION).where(User.id != practitioner.user_id)
    for each in db.session.scalars(staff.order_by(User.id)).all():
        path = f"/staff/practitioners/{practitioner.id}"
        tell(each, "practitioner-applied", path, name=practitioner.display_name)


def tell_verified(practitioner: Practitioner) -> None:
    path = f"/practitioners/{practitioner.slug}"
    tell(practitioner.user, "practitioner-verified", path, name=practitioner.display_name)


def tell_declined(practitioner: Practitioner) -> None:
    tell(practitioner.user, "practitioner-declined", "/practise")
