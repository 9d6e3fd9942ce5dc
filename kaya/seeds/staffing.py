"""Planting those who give care: their papers, their hours, and what they offer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import Role, User
from kaya.care import practising
from kaya.care.hours_json import from_json
from kaya.care.models import (
    Availability,
    Offering,
    PractitionerLanguage,
    PractitionerSpecialty,
    Resource,
    Ruling,
    Verdict,
    Verification,
)
from kaya.care.models import Practitioner as PractitionerRow
from kaya.care.models import Service as ServiceRow
from kaya.care.offering import count_price_from
from kaya.organisation.models import Location, Room
from kaya.seeds.first_visits import FIRST_VISITS
from kaya.seeds.language import CENTS, CURRENCY, Away, Offer, Practitioner, time_range, weekly
from kaya.seeds.planting import already, days_ago, plant_people


@dataclass
class Ground:
    """What offerings stand on: services by name, locations by name, rooms by location and name."""

    services: dict[str, ServiceRow]
    locations: dict[str, Location]
    rooms: dict[tuple[str, str], Room]

    @classmethod
    def read(cls, session: Session) -> "Ground":
        rooms = session.scalars(select(Room).join(Room.location)).all()
        return cls(
            {service.name: service for service in session.scalars(select(ServiceRow))},
            {location.name: location for location in session.scalars(Location.all())},
            {(room.location.name, room.name): room for room in rooms},
        )


def plant_practitioners(
    session: Session, told: Iterable[Practitioner], admin: User, password_hash: str
) -> list[PractitionerRow]:
    """Everyone who is not there yet; verified by `admin` when their papers have been seen."""
    told = list(told)
    there = already(session, PractitionerRow.slug, [each.slug for each in told])
    new = [each for each in told if each.slug not in there]
    users = plant_people(session, [each.person for each in new], password_hash, Role.PRACTITIONER)
    session.flush()
    plant_rooms_as_resources(session)
    ground = Ground.read(session)
    rows = [plant_practitioner(session, each, user, ground) for each, user in zip(new, users, strict=True)]
    for each, row in zip(new, rows, strict=True):
        plant_papers(session, each, row, admin)
        practising.make_findable(session, row)
    count_price_from(session, *(row.id for row in rows))
    return rows


def plant_rooms_as_resources(session: Session) -> None:
    """A room that is offered is claimed like a person."""
    rooms = set(session.scalars(select(Room.id)))
    there = already(session, Resource.room_id, rooms)
    session.add_all(Resource(kind="room", room_id=room_id) for room_id in sorted(rooms - there))


def plant_practitioner(session: Session, told: Practitioner, user: User, ground: Ground) -> PractitionerRow:
    resource = Resource(kind="person")
    session.add(resource)
    session.flush()
    row = PractitionerRow(
        user=user,
        slug=told.slug,
        display_name=told.display_name,
        kind=told.kind,
        title=told.title,
        headline=told.headline,
        bio=told.bio,
        credentials=told.credentials,
        licence=told.licence,
        timezone=told.person.zone,
        city=told.city,
        auto_confirms=told.confirms_at_once,
        is_accepting=told.accepts,
        resource_no=resource.no,
        created_at=days_ago((told.verified or 2) + 5),
        specialties=[PractitionerSpecialty(slug=slug) for slug in told.specialties.split()],
        languages=[PractitionerLanguage(code=code) for code in told.languages.split()],
        offerings=[offering(offer, ground) for offer in told.offers],
    )
    row.first_before, row.first_during, row.first_after = FIRST_VISITS[told.kind]
    session.add(row)
    session.flush()
    session.add(availability(told, row))
    return row


def offering(offer: Offer, ground: Ground) -> Offering:
    service = ground.services[offer.service]
    room = ground.rooms.get((offer.place, offer.room))
    price = service.price_amount if offer.price is None else offer.price * CENTS
    return Offering(
        service=service,
        location=ground.locations.get(offer.place),
        room_id=room.id if room else None,
        mode=offer.mode,
        minutes=offer.minutes or service.minutes,
        price_amount=price,
        price_currency=CURRENCY,
    )


def availability(told: Practitioner, row: PractitionerRow) -> Availability:
    rules = told.rules
    document = {
        "weekly": weekly(told.hours),
        "exceptions": [entry for away in told.away for entry in exceptions(away, told.person.zone)],
        "slot_step_minutes": rules.step,
        "buffer_before_minutes": rules.before,
        "buffer_after_minutes": rules.after,
        "minimum_notice_minutes": rules.notice * 60,
        "window_days": rules.window,
        "daily_limit": rules.limit,
    }
    from_json(document, told.person.zone)  # refuses what no form would have let through
    return Availability(practitioner_id=row.id, **document)


def exceptions(away: Away, zone: str) -> list[dict[str, object]]:
    first = clock.today(zone) + timedelta(days=away.in_days)
    dates = [(first + timedelta(days=day)).isoformat() for day in range(away.days)]
    if not away.hours:
        return [{"date": date, "closed": True} for date in dates]
    return [{"date": date, **time_range(span)} for date in dates for span in away.hours.split()]


def plant_papers(session: Session, told: Practitioner, row: PractitionerRow, admin: User) -> None:
    """Verified so many days ago, with the ruling that says so; or waiting since two days."""
    if told.verified is None:
        row.applied_at = days_ago(2)
        return
    row.applied_at = None
    seen = days_ago(told.verified)
    session.add(Verification(practitioner_id=row.id, verified_by_id=admin.id, verified_at=seen))
    session.add(Ruling(practitioner_id=row.id, verdict=Verdict.VERIFIED, by_id=admin.id, at=seen))
