"""The catalogue of services: what it holds, and how it is kept."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kaya import fulltext
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models import Offering, Practitioner, Service, ServiceCategory
from kaya.care.offering import MINUTES, MOST_PRICE, count_price_from
from kaya.care.signals import service_changed
from kaya.care.slugs import free_slug
from kaya.db import db, locked, transaction, uuid7
from kaya.money import Money
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

NOTICE_HOURS = range(721)


@dataclass(frozen=True)
class Description:
    """A service as the catalogue tells it. `minutes` and `price` are what is usual; each offering has its own."""

    category_id: UUID
    name: str
    minutes: int
    price: Money
    summary: str = ""
    about: str = ""
    cancellation_notice_hours: int = 24


@dataclass(frozen=True)
class Sought:
    """Which services someone looks for; prices in minor units, whatever the currency."""

    q: str = ""
    category: str = ""
    practitioner_id: UUID | None = None
    min_price: int | None = None
    max_price: int | None = None
    max_minutes: int | None = None


def matching(sought: Sought) -> Select[Service]:
    """The listed services that fit all of `sought`, in no order."""
    rows = Service.listed().join(Service.category)
    if sought.category:
        rows = rows.where(ServiceCategory.slug == sought.category)
    if sought.practitioner_id:
        offered = Offering.listed().where(Offering.practitioner_id == sought.practitioner_id)
        rows = rows.where(Service.id.in_(offered.with_only_columns(Offering.service_id)))
    if sought.min_price is not None:
        rows = rows.where(Service.price_amount >= sought.min_price)
    if sought.max_price is not None:
        rows = rows.where(Service.price_amount <= sought.max_price)
    if sought.max_minutes is not None:
        rows = rows.where(Service.minutes <= sought.max_minutes)
    words = fulltext.matching("service", sought.q)
    return rows if words is None else rows.join(words, words.c.row_id == Service.id)


def categories() -> Sequence[ServiceCategory]:
    return db.session.scalars(select(ServiceCategory).order_by(ServiceCategory.position, ServiceCategory.name)).all()


def shelves(sought: Sought, most: int = 200) -> dict[ServiceCategory, list[Service]]:
    """The catalogue's categories in their order with their services by name; empty ones are left out."""
    rows = matching(sought).order_by(ServiceCategory.position, ServiceCategory.name, Service.name, Service.id)
    found: dict[ServiceCategory, list[Service]] = {}
    for service in db.session.scalars(rows.limit(most)):
        found.setdefault(service.category, []).append(service)
    return found


def listed_service(id_or_slug: str) -> Service | None:
    """The service of the catalogue with this id or slug."""
    named = Service.id == UUID(id_or_slug) if is_id(id_or_slug) else Service.slug == plain(id_or_slug)
    return db.session.scalar(Service.listed().where(named)) if id_or_slug else None


def plain(words: str) -> str:
    """As a slug may be; PostgreSQL does not even read a text that holds the character 0."""
    return words.replace("\0", "")[:120]


def is_id(words: str) -> bool:
    try:
        return bool(UUID(words))
    except ValueError:
        return False


def create_service(actor: User, description: Description, *, service_id: UUID | None = None) -> Service:
    """Put a service into the catalogue: practitioners and staff may."""
    with transaction() as session:
        check_may_create(actor)
        check(session, description)
        slug = free_slug(session, Service.slug, description.name, "service")
        service = Service(id=service_id or uuid7(), slug=slug, created_by_id=actor.id)
        session.add(describe(service, description))
        return announced(session, service)


def change_service(actor: User, service: Service, description: Description) -> Service:
    """Tell it differently; offerings keep their own length and price."""
    with transaction() as session:
        locked(session, service)
        check_may_change(actor, service)
        check(session, description)
        return announced(session, describe(service, description))


def archive_service(actor: User, service: Service) -> Service:
    """Take it out of the catalogue, and every offering of it with it; what was booked stays booked."""
    with transaction() as session:
        locked(session, service)
        check_may_change(actor, service)
        return put(session, service, is_archived=True)


def return_service(actor: User, service: Service) -> Service:
    """Put what was taken out into the catalogue again, with those of its offerings that were not given up."""
    with transaction() as session:
        locked(session, service)
        check_may_change(actor, service)
        return put(session, service, is_archived=False)


def put(session: Session, service: Service, *, is_archived: bool) -> Service:
    service.is_archived = is_archived
    session.flush()
    offered = select(Offering.practitioner_id).where(Offering.service_id == service.id).distinct()
    count_price_from(session, *session.scalars(offered))
    return announced(session, service)


def make_findable(session: Session, service: Service) -> None:
    if service.is_archived:
        fulltext.remove(session, "service", service.id)
    else:
        body = f"{service.summary}\n{service.category.name}\n{service.about}"
        fulltext.index(session, "service", service.id, title=service.name, body=body)


def description_of(service: Service) -> Description:
    plain = ("category_id", "name", "minutes", "price", "summary", "about", "cancellation_notice_hours")
    return Description(**{name: getattr(service, name) for name in plain})


def describe(service: Service, description: Description) -> Service:
    for name, value in asdict(description).items():
        if name != "price":
            setattr(service, name, value)
    service.price_amount, service.price_currency = description.price.amount, description.price.currency
    return service


def announced(session: Session, service: Service) -> Service:
    session.flush()
    session.refresh(service)
    announce(service_changed, service=service)
    return service


def check_may_create(actor: User) -> None:
    if not (actor.may(Permission.CONTENT) or actor.is_practitioner):
        raise Refusal("not-yours", say("Only practitioners and staff keep the catalogue."), status=403)


def check_may_change(actor: User, service: Service) -> None:
    """Whoever made it, and staff."""
    if not service.can_be_changed_by(actor):
        raise Refusal("not-yours", say("Only who made it and staff can change this."), status=403)


def check(session: Session, description: Description) -> None:
    if session.get(ServiceCategory, description.category_id) is None:
        raise Refusal("unknown-category", say("There is no such category."), field="category_id")
    if description.minutes not in MINUTES:
        raise Refusal("bad-length", say("Between 5 minutes and 12 hours, please."), field="minutes")
    if not 0 <= description.price.amount <= MOST_PRICE:
        raise Refusal("bad-price", say("That is not a price one can ask."), field="price")
    if description.cancellation_notice_hours not in NOTICE_HOURS:
        raise Refusal("bad-notice", say("At most 30 days, please."), field="cancellation_notice_hours")


def practitioners_of(service: Service) -> Select[Practitioner]:
    """The listed practitioners who offer it."""
    offered = Offering.listed().where(Offering.service_id == service.id).with_only_columns(Offering.practitioner_id)
    return Practitioner.listed().where(Practitioner.id.in_(offered))
