"""The order in which a house is furnished; each part adds what is missing and leaves the rest alone."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya.accounts import passwords
from kaya.accounts.models import Role, User
from kaya.accounts.permissions import Permission
from kaya.care import next_opening
from kaya.care.models import Practitioner
from kaya.db import transaction
from kaya.help.planting import plant_helplines, plant_plan
from kaya.mood.planting import plant_moods
from kaya.practice.planting import plant_library
from kaya.seeds import clients
from kaya.seeds.appointments import plant_appointments
from kaya.seeds.journal import plant_journal
from kaya.seeds.news import plant_news
from kaya.seeds.people import plant_last_visit, plant_permissions, plant_standing
from kaya.seeds.planting import plant_code_app, plant_house, plant_people
from kaya.seeds.practice import plant_practice
from kaya.seeds.practitioners import OKAFOR, PRACTITIONERS
from kaya.seeds.staffing import plant_practitioners
from kaya.seeds.trail import plant_trail


@dataclass
class Cast:
    """The people who show the house: two members, a therapist, one of the staff; `members` are all who come as "
    "clients."""

    amara: User
    ben: User
    okafor: User
    admin: User
    members: list[User]


Part = Callable[[Session, Cast], object]

PARTS: tuple[Part, ...] = (
    lambda session, cast: plant_appointments(session, cast.members),
    lambda session, cast: plant_news(session, [cast.amara, cast.ben, cast.okafor]),
    lambda session, cast: plant_moods(session, cast.amara, cast.ben),
    lambda session, cast: plant_plan(session, cast.amara),
    lambda session, cast: plant_journal(session, cast.amara),
    lambda session, cast: plant_practice(session, cast.amara, cast.ben),
    lambda session, cast: count_openings(),
    lambda session, cast: plant_standing(session, cast.admin),
)


def sow_house() -> None:
    """What every house needs, also one in production: the organisation, its places, its catalogue,
    sessions to practise. No people."""
    with transaction() as session:
        plant_house(session)
        plant_library(session)
        plant_helplines(session)


def sow_people() -> Cast:
    """The people who show it, and what they have been doing: never in production."""
    with transaction() as session:
        cast = plant_cast(session, passwords.hashed(clients.PASSWORD))
        for part in PARTS:
            part(session, cast)
    plant_trail()
    return cast


def plant_cast(session: Session, password_hash: str) -> Cast:
    members = plant_people(session, clients.MEMBERS, password_hash)
    [admin] = plant_people(session, [clients.ADMIN], password_hash, Role.STAFF)
    [support] = plant_people(session, [clients.SUPPORT], password_hash, Role.STAFF)
    for each, permissions in ((admin, tuple(Permission)), (support, (Permission.SUPPORT,))):
        plant_code_app(session, each, clients.TOTP_SECRET)
        plant_permissions(session, each, permissions, admin)
        plant_last_visit(session, each)
    for one in plant_practitioners(session, PRACTITIONERS, admin, password_hash):
        if one.slug != OKAFOR.slug:  # the settings let her off
            plant_code_app(session, one.user, clients.TOTP_SECRET)
    okafor = session.scalars(select(Practitioner).where(Practitioner.slug == OKAFOR.slug)).one()
    return Cast(members[0], members[1], okafor.user, admin, members)


def count_openings() -> None:
    """When each is open next, which the directory is sorted by; again where it is time to look again."""
    for practitioner_id in next_opening.passed():
        next_opening.count_next_open(practitioner_id)
