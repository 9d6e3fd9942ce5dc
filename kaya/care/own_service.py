"""A practitioner's own service: into the catalogue, and offered by them in the same breath."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from kaya.accounts.models import User
from kaya.care import catalogue, offering
from kaya.care.catalogue import Description
from kaya.care.models import Mode, Offering, Practitioner, Service
from kaya.care.offering import Terms
from kaya.db import transaction
from kaya.refusal import Refusal
from kaya.words import say


def create(
    actor: User, description: Description, modes: Collection[Mode] = (), *, service_id: UUID | None = None
) -> Service:
    """Put a service into the catalogue; a practitioner offers it from then on in each of `modes`, as it is described.

    The same `service_id` again is the same service. Raises Refusal("id-taken") where somebody else's has it.
    """
    with transaction() as session:
        there = session.get(Service, service_id) if service_id else None
        if there is not None and there.created_by_id != actor.id:
            raise Refusal("id-taken", say("Something else has this id."), field="id", status=409)
        if there is not None:
            return there
        service = catalogue.create_service(actor, description, service_id=service_id)
        practitioner = session.scalar(Practitioner.of(actor))
        if practitioner is not None:
            for mode in dict.fromkeys(modes):
                offering.offer(actor, practitioner, service, Terms(mode, description.minutes, description.price))
        return service


def change(actor: User, service: Service, description: Description) -> Service:
    """Tell it differently; the maker's own offerings that kept to its length and price keep to the new ones."""
    with transaction() as session:
        before = catalogue.description_of(service)
        practitioner = session.scalar(Practitioner.of(actor))
        catalogue.change_service(actor, service, description)
        if practitioner is not None:
            mine = Offering.listed().where(
                Offering.practitioner_id == practitioner.id, Offering.service_id == service.id
            )
            for each in session.scalars(mine).all():
                keep_to(actor, practitioner, each, before, description)
        return service


def keep_to(actor: User, practitioner: Practitioner, one: Offering, was: Description, now: Description) -> None:
    terms = Terms(one.mode, one.minutes, one.price, one.location_id, one.room_id)
    minutes = now.minutes if one.minutes == was.minutes else one.minutes
    price = now.price if one.price == was.price else one.price
    if (minutes, price) != (one.minutes, one.price):
        offering.change_offering(actor, practitioner, one, replace(terms, minutes=minutes, price=price))
