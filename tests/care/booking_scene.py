"""A practice to book at: who gives care, what, where and when."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from kaya.accounts.models import User
from kaya.care.models import (
    Availability,
    Offering,
    Practitioner,
    Resource,
    Service,
    ServiceCategory,
    Verification,
)
from kaya.db import transaction
from kaya.organisation.models import Location, Room

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
DAILY = "09:00", "17:00"


def utc(*parts: int) -> datetime:
    """utc(3, 10, 30) is half past ten on the third of March 2026."""
    day, hour, *minute = parts
    return datetime(2026, 3, day, hour, *minute, tzinfo=UTC)


def every_day(*ranges: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"weekday": day, "start": start, "end": end} for day in range(7) for start, end in ranges or [DAILY]]


def practice(
    keeper: User, *, weekly: Sequence[dict[str, Any]] | None = None, timezone: str = "UTC", **rules: Any
) -> Practitioner:
    """`keeper` as a verified practitioner who is there from nine to five each day, if not told otherwise."""
    with transaction() as session:
        resource = Resource(kind="person")
        session.add(resource)
        session.flush()
        practitioner = Practitioner(
            user_id=keeper.id,
            slug=keeper.name.lower().replace(" ", "-"),
            display_name=keeper.name,
            kind="therapist",
            timezone=timezone,
            resource_no=resource.no,
            auto_confirms=rules.pop("auto_confirms", False),
        )
        session.add(practitioner)
        session.flush()
        session.add(Verification(practitioner_id=practitioner.id))
        hours = every_day() if weekly is None else list(weekly)
        usual = {"minimum_notice_minutes": 0}
        session.add(Availability(practitioner_id=practitioner.id, weekly=hours, **usual | rules))
    return practitioner


def service(name: str = "Talking", *, minutes: int = 60, notice: int = 24) -> Service:
    with transaction() as session:
        slug = name.lower()
        category = ServiceCategory(slug=f"{slug}-kind", name=name)
        session.add(category)
        session.flush()
        found = Service(
            slug=slug,
            name=name,
            category_id=category.id,
            minutes=minutes,
            price_amount=6000,
            price_currency="EUR",
            cancellation_notice_hours=notice,
        )
        session.add(found)
    return found


def offering(
    practitioner: Practitioner,
    of: Service,
    minutes: int | None = None,
    *,
    mode: str = "video",
    room: Room | None = None,
) -> Offering:
    with transaction() as session:
        offered = Offering(
            practitioner_id=practitioner.id,
            service_id=of.id,
            mode=mode,
            minutes=minutes or of.minutes,
            price_amount=5000,
            price_currency="EUR",
            room_id=room.id if room else None,
            location_id=room.location_id if room else None,
        )
        session.add(offered)
    return offered


def a_room() -> Room:
    with transaction() as session:
        location = Location(name="Rua das Flores", timezone="Europe/Lisbon")
        session.add(location)
        session.flush()
        room = Room(location_id=location.id, name="Fig room")
        session.add(room)
        session.flush()
        session.add(Resource(kind="room", room_id=room.id))
    return room
