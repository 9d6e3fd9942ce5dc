"""Putting seeds into the ground: what is there already is left as it is."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import Authenticator, Role, User
from kaya.care import catalogue
from kaya.care.models import Service as ServiceRow
from kaya.care.models import ServiceCategory, Specialty
from kaya.organisation.models import Location, Organisation, Room
from kaya.seeds import places
from kaya.seeds.catalogue import CATEGORIES
from kaya.seeds.language import CENTS, CURRENCY, Category, Person, Place, Service
from kaya.seeds.practitioners import SPECIALTIES

Key = TypeVar("Key")


def already(session: Session, column: Any, keys: Iterable[Key]) -> set[Key]:
    """Which of `keys` some row has in `column`."""
    return set(session.scalars(select(column).where(column.in_(list(keys)))))


def plant_house(session: Session) -> None:
    """The organisation, its locations and their rooms, and what it does for people."""
    if session.get(Organisation, 1) is None:
        session.add(organisation())
    there = already(session, Location.name, [place.name for place in places.PLACES])
    session.add_all(location(place) for place in places.PLACES if place.name not in there)
    plant_words(session)
    plant_catalogue(session)


def organisation() -> Organisation:
    return Organisation(
        id=1,
        name=places.NAME,
        about=places.ABOUT,
        timezone=places.ZONE,
        currency=CURRENCY,
        contact_email=places.CONTACT,
        phone=places.PHONE,
        booking_policy=places.BOOKING_POLICY,
        privacy_policy=places.PRIVACY_POLICY,
    )


def location(place: Place) -> Location:
    return Location(
        name=place.name,
        street=place.street,
        city=place.city,
        postcode=place.postcode,
        country=place.country,
        directions=place.directions,
        timezone=place.zone,
        rooms=[Room(name=name) for name in place.rooms],
    )


def plant_words(session: Session) -> None:
    """The vocabulary by which people look for help."""
    there = already(session, Specialty.slug, SPECIALTIES)
    session.add_all(Specialty(slug=slug, name=name) for slug, name in SPECIALTIES.items() if slug not in there)


def plant_catalogue(session: Session) -> None:
    rows = session.scalars(select(ServiceCategory)).all()
    there = {row.slug: row for row in rows}
    named = {row.name.casefold(): row for row in rows}
    for position, category in enumerate(CATEGORIES):
        row = there.get(category.slug) or named.get(category.name.casefold())
        row = row or ServiceCategory(slug=category.slug, name=category.name, about=category.about, position=position)
        session.add(row)
        plant_services(session, category, row)


def plant_services(session: Session, category: Category, row: ServiceCategory) -> None:
    there = already(session, ServiceRow.slug, [service.slug for service in category.services])
    new = [described(service, row) for service in category.services if service.slug not in there]
    session.add_all(new)
    session.flush()
    for service in new:
        catalogue.make_findable(session, service)


def described(service: Service, category: ServiceCategory) -> ServiceRow:
    return ServiceRow(
        slug=service.slug,
        category=category,
        name=service.name,
        summary=service.summary,
        about=service.about,
        minutes=service.minutes,
        price_amount=service.price * CENTS,
        price_currency=CURRENCY,
        cancellation_notice_hours=service.notice,
    )


def plant_people(
    session: Session, people: Iterable[Person], password_hash: str, role: Role = Role.MEMBER
) -> list[User]:
    """Accounts for `people`, in their order; those who have one keep it, as it is."""
    people = list(people)
    there = {
        user.email: user for user in session.scalars(select(User).where(User.email.in_([p.address for p in people])))
    }
    users = [there.get(person.address) or account(person, password_hash, role) for person in people]
    session.add_all(users)
    return users


def plant_code_app(session: Session, user: User, secret: str) -> None:
    """Two-factor sign-in with a secret that everybody may know."""
    if user.has_second_factor:
        return
    session.flush()
    user.second_factor_at = clock.now()
    session.add(Authenticator(user_id=user.id, secret=secret, enabled_at=clock.now()))


def account(person: Person, password_hash: str, role: Role) -> User:
    return User(
        email=person.address,
        name=person.name,
        password_hash=password_hash,
        role=role,
        pronouns=person.pronouns,
        bio=person.bio,
        timezone=person.zone,
        created_at=days_ago(240),
    )


def days_ago(days: float) -> datetime:
    return clock.now() - timedelta(days=days)
