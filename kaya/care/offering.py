"""What a practitioner offers: a service, how it takes place, how long, for how much."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.care.models import Mode, Offering, Practitioner, Resource, Service
from kaya.care.signals import offering_changed
from kaya.db import locked, transaction, uuid7
from kaya.money import Money
from kaya.organisation.models import Location, Room
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

MINUTES = range(5, 721)
MOST_PRICE = 10**10


@dataclass(frozen=True)
class Terms:
    """How a service is offered: `mode`, `minutes` of length, `price`, and the place where people come."""

    mode: str
    minutes: int
    price: Money
    location_id: UUID | None = None
    room_id: UUID | None = None


def offer(actor: User, practitioner: Practitioner, service: Service, terms: Terms) -> Offering:
    """Offer `service` on these terms; one that was archived comes back with the new terms.

    Raises Refusal("already-offered") when it is offered in that mode, and for terms that make no sense, by field.
    """
    with transaction() as session:
        locked(session, practitioner)
        check_keeper(actor, practitioner)
        check(session, terms)
        check_service(service)
        same = (Offering.practitioner_id == practitioner.id, Offering.service_id == service.id)
        offering = session.scalar(select(Offering).where(*same, Offering.mode == terms.mode))
        if offering is not None and not offering.is_archived:
            raise Refusal("already-offered", say("You offer this in that way already."), field="mode")
        if offering is None:
            offering = Offering(id=uuid7(), practitioner_id=practitioner.id, service=service, mode=terms.mode)
            session.add(offering)
        return settle(session, practitioner, offering, terms)


def change_offering(actor: User, practitioner: Practitioner, offering: Offering, terms: Terms) -> Offering:
    """Set other terms; appointments that were made keep theirs. The mode stays: another mode is another offering."""
    with transaction() as session:
        locked(session, practitioner)
        locked(session, offering)
        check_keeper(actor, practitioner)
        check(session, terms)
        if terms.mode != offering.mode:
            raise Refusal("mode-stays", say("Offer it anew to change how it takes place."), field="mode")
        return settle(session, practitioner, offering, terms)


def archive_offering(actor: User, practitioner: Practitioner, offering: Offering) -> Offering:
    """Offer it no longer; what was booked stays booked."""
    with transaction() as session:
        locked(session, practitioner)
        locked(session, offering)
        check_keeper(actor, practitioner)
        offering.is_archived = True
        return announced(session, practitioner, offering)


def settle(session: Session, practitioner: Practitioner, offering: Offering, terms: Terms) -> Offering:
    offering.minutes, offering.is_archived = terms.minutes, False
    offering.price_amount, offering.price_currency = terms.price.amount, terms.price.currency
    here = terms.mode == Mode.IN_PERSON
    offering.location_id, offering.room_id = (terms.location_id, terms.room_id) if here else (None, None)
    return announced(session, practitioner, offering)


def announced(session: Session, practitioner: Practitioner, offering: Offering) -> Offering:
    session.flush()
    count_price_from(session, practitioner.id)
    announce(offering_changed, practitioner=practitioner, offering=offering)
    return offering


def count_price_from(session: Session, *practitioner_ids: UUID) -> None:
    """Keep beside these practitioners what the least dear of their listed offerings costs."""
    for practitioner_id in practitioner_ids:
        prices = Offering.listed().where(Offering.practitioner_id == practitioner_id)
        least = session.scalar(prices.order_by(Offering.price_amount, Offering.id).limit(1))
        price = (least.price_amount, least.price_currency) if least else (None, None)
        # Past the version: a price kept beside is not a change of the profile.
        row = update(Practitioner.__table__).where(Practitioner.id == practitioner_id)  # type: ignore[arg-type]
        session.execute(row.values(price_from_amount=price[0], price_from_currency=price[1]))


def check_keeper(actor: User, practitioner: Practitioner) -> None:
    if not practitioner.is_kept_by(actor):
        raise Refusal("not-yours", say("Only they themselves and staff can change this."), status=403)


def check_service(service: Service) -> None:
    if service.is_archived:
        raise Refusal("archived", say("This service is no longer in the catalogue."), field="service")


def check(session: Session, terms: Terms) -> None:
    if terms.mode not in set(Mode):
        raise Refusal("unknown-mode", say("Choose how it takes place."), field="mode")
    if terms.minutes not in MINUTES:
        raise Refusal("bad-length", say("Between 5 minutes and 12 hours, please."), field="minutes")
    if not 0 <= terms.price.amount <= MOST_PRICE:
        raise Refusal("bad-price", say("That is not a price one can ask."), field="price")
    if terms.location_id and session.get(Location, terms.location_id) is None:
        raise Refusal("unknown-location", say("There is no such place."), field="location_id")
    if terms.room_id:
        check_room(session, terms)


def check_room(session: Session, terms: Terms) -> None:
    room = session.get(Room, terms.room_id)
    if room is None or room.location_id != terms.location_id:
        raise Refusal("unknown-room", say("This room is not at that place."), field="room_id")
    if session.scalar(select(Resource.no).where(Resource.room_id == room.id)) is None:
        session.add(Resource(kind="room", room_id=room.id))
