"""Keeping the catalogue: what stands on which shelf, in which order, and what has left it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models import LIVE, Appointment, Offering, Practitioner, Service, ServiceCategory
from kaya.care.signals import category_changed
from kaya.care.slugs import free_slug
from kaya.db import db, locked, transaction, uuid7
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST_NAME, LONGEST_ABOUT = 120, 500
TRIES = 5


@dataclass(frozen=True)
class Stocked:
    """A service as who keeps the catalogue sees it: how many people offer it."""

    service: Service
    offered_by: int


def stock(q: str = "", shelf: str = "", *, is_archived: bool = False) -> dict[ServiceCategory, list[Stocked]]:
    """The services by shelf and name; `q` is a part of the name or of the sentence, `shelf` a category's slug.

    Shelves without any are there too where nothing in particular is looked for.
    """
    people = select(func.count(Offering.practitioner_id.distinct()))
    number = people.where(Offering.service_id == Service.id, Offering.is_archived.is_(False)).scalar_subquery()
    rows = select(Service, number).join(Service.category).where(Service.is_archived.is_(is_archived))
    if q:
        words = func.lower(Service.name + " " + Service.summary)
        rows = rows.where(words.contains(q.lower(), autoescape=True))
    if shelf:
        rows = rows.where(ServiceCategory.slug == shelf)
    found: dict[ServiceCategory, list[Stocked]] = {} if q or shelf or is_archived else {each: [] for each in shelves()}
    ordered = rows.order_by(ServiceCategory.position, ServiceCategory.name, Service.name, Service.id)
    for service, people in db.session.execute(ordered):
        found.setdefault(service.category, []).append(Stocked(service, people))
    return found


def shelves() -> Sequence[ServiceCategory]:
    return db.session.scalars(in_order()).all()


def numbers() -> dict[UUID, tuple[int, int]]:
    """How many services each shelf holds, and how many of them have been retired."""
    retired = func.count().filter(Service.is_archived)
    rows = select(Service.category_id, func.count(), retired).group_by(Service.category_id)
    return {shelf: (number, gone) for shelf, number, gone in db.session.execute(rows)}


def offerings_of(service: Service) -> Sequence[tuple[Offering, Practitioner]]:
    """Who offers it, and how, by name."""
    rows = (
        select(Offering, Practitioner)
        .join(Practitioner, Practitioner.id == Offering.practitioner_id)
        .where(Offering.service_id == service.id, Offering.is_archived.is_(False))
        .options(joinedload(Offering.location))
        .order_by(Practitioner.display_name, Offering.mode, Offering.id)
    )
    return [(offering, practitioner) for offering, practitioner in db.session.execute(rows)]


def coming(service: Service) -> int:
    """How many appointments for it are still to come."""
    rows = select(func.count()).where(
        Appointment.service_id == service.id, Appointment.status.in_(LIVE), Appointment.ends_at > clock.now()
    )
    return db.session.scalar(rows) or 0


def add_shelf(actor: User, name: str, about: str = "") -> ServiceCategory:
    """A new shelf, after the others. Refuses ("name-missing", "name-taken")."""
    with transaction() as session:
        for _ in range(TRIES):
            try:
                with session.begin_nested():
                    shelf = put_last(session, actor, name, about)
                return announced(session, shelf)
            except IntegrityError:  # another of this name or this address came in the same moment: now it is seen
                continue
        raise name_taken()


def change_shelf(actor: User, shelf: ServiceCategory, name: str, about: str = "") -> ServiceCategory:
    """Name it differently; its address stays."""
    with transaction() as session:
        locked(session, shelf)
        check(session, actor, name, but=shelf)
        try:
            with session.begin_nested():
                shelf.name, shelf.about = name, about
        except IntegrityError as error:
            raise name_taken() from error
        return announced(session, shelf)


def shift_shelf(actor: User, shelf: ServiceCategory, by: int) -> ServiceCategory:
    """Let it stand `by` places further (before, if negative); at the end it stays where it is."""
    with transaction() as session:
        check_keeper(actor)
        row = list(session.scalars(in_order().with_for_update()))
        if shelf not in row:
            return shelf
        place = min(max(row.index(shelf) + by, 0), len(row) - 1)
        row.remove(shelf)
        row.insert(place, shelf)
        for position, each in enumerate(row):
            each.position = position
        return announced(session, shelf)


def remove_shelf(actor: User, shelf: ServiceCategory) -> None:
    """Take an empty shelf away. Refuses ("shelf-in-use") one that holds services, retired ones too."""
    with transaction() as session:
        check_keeper(actor)
        locked(session, shelf)
        if session.scalar(select(Service.id).where(Service.category_id == shelf.id).limit(1)):
            raise in_use()
        announce(category_changed, category=shelf)
        session.delete(shelf)
        try:
            session.flush()
        except IntegrityError as error:
            raise in_use() from error


def put_last(session: Session, actor: User, name: str, about: str) -> ServiceCategory:
    check(session, actor, name)
    last = session.scalar(select(func.max(ServiceCategory.position)))
    slug = free_slug(session, ServiceCategory.slug, name[:60], "shelf")
    shelf = ServiceCategory(id=uuid7(), slug=slug, name=name, about=about, position=0 if last is None else last + 1)
    session.add(shelf)
    return shelf


def in_order() -> Select[ServiceCategory]:
    return select(ServiceCategory).order_by(ServiceCategory.position, ServiceCategory.name, ServiceCategory.id)


def announced(session: Session, shelf: ServiceCategory) -> ServiceCategory:
    session.flush()
    announce(category_changed, category=shelf)
    return shelf


def check(session: Session, actor: User, name: str, but: ServiceCategory | None = None) -> None:
    check_keeper(actor)
    if not name:
        raise Refusal("name-missing", say("A shelf needs a name."), field="name")
    # Compared here: SQLite knows no large letters beyond A to Z.
    names = session.execute(select(ServiceCategory.id, ServiceCategory.name))
    if any(each.casefold() == name.casefold() for shelf_id, each in names if but is None or shelf_id != but.id):
        raise name_taken()


def check_keeper(actor: User) -> None:
    if not actor.may(Permission.CONTENT):
        raise Refusal("not-yours", say("Only staff put the shelves in order."), status=403)


def name_taken() -> Refusal:
    return Refusal("name-taken", say("There is a shelf of that name already."), field="name")


def in_use() -> Refusal:
    words = say("Services stand on this shelf, or did before they were retired. Put them on another one first.")
    return Refusal("shelf-in-use", words, status=409)
