"""What staff with operations do to the house itself: its name and policies, its places and their rooms."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel import Locale
from babel.numbers import list_currencies
from sqlalchemy import exists, select

from kaya.accounts.models import User
from kaya.accounts.permissions import Permission, check_may
from kaya.db import locked, transaction
from kaya.organisation.models import Location, Organisation, Room
from kaya.organisation.signals import organisation_changed
from kaya.realtime import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

ACCENTS = ("", "harbour", "plum", "moss")


def name_house(staff: User, **changes: Any) -> Organisation:
    """Change what the house says of itself: name, about, timezone (IANA), currency (ISO 4217), accent, contact_email,
    phone, booking_policy, privacy_policy.

    Refuses a name that is empty and a zone, currency or accent that does not exist, each with its field.
    """
    check_house(changes)
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        house = session.get(Organisation, 1) or Organisation.nameless()
        session.add(house)
        session.flush()
        locked(session, house)
        for name, value in changes.items():
            setattr(house, name, value)
        tell(staff, house)
    return house


def check_house(changes: dict[str, Any]) -> None:
    if "name" in changes and not changes["name"]:
        raise Refusal("name-missing", say("A house needs a name."), field="name")
    check_zone(changes.get("timezone", "UTC"))
    if changes.get("currency", "EUR") not in list_currencies():
        raise Refusal("unknown-currency", say("There is no currency of that name."), field="currency")
    if changes.get("accent", "") not in ACCENTS:
        raise Refusal("unknown-accent", say("There is no such colour."), field="accent")


def add_location(staff: User, **given: Any) -> Location:
    """A new place; refuses a missing name, an unknown zone or country."""
    check_location(given)
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        location = Location(**given)
        session.add(location)
        tell(staff, location)
    return location


def change_location(staff: User, location: Location, **changes: Any) -> Location:
    check_location(changes)
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        locked(session, location)
        for name, value in changes.items():
            setattr(location, name, value)
        tell(staff, location)
    return location


def remove_location(staff: User, location: Location) -> None:
    """Close a place with its rooms; appointments that were there keep everything but the place."""
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        tell(staff, locked(session, location))
        session.delete(location)


def check_location(given: dict[str, Any]) -> None:
    if "name" in given and not given["name"]:
        raise Refusal("name-missing", say("A place needs a name."), field="name")
    check_zone(given.get("timezone", "UTC"))
    if given.get("country") and given["country"] not in countries():
        raise Refusal("unknown-country", say("Please use the country's two letters, such as PT."), field="country")


def add_room(staff: User, location: Location, name: str) -> Room:
    """A room of `location`; refuses a name that is empty, or another room's there."""
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        locked(session, location)
        check_room(session, location, name)
        room = Room(location_id=location.id, name=name)
        session.add(room)
        tell(staff, location)
    return room


def rename_room(staff: User, room: Room, name: str) -> Room:
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        locked(session, room)
        check_room(session, room.location, name, but=room)
        room.name = name
        tell(staff, room.location)
    return room


def remove_room(staff: User, room: Room) -> None:
    with transaction() as session:
        check_may(staff, Permission.OPERATIONS)
        tell(staff, locked(session, room).location)
        session.delete(room)


def check_room(session: Any, location: Location, name: str, *, but: Room | None = None) -> None:
    if not name:
        raise Refusal("name-missing", say("A room needs a name."), field="name")
    same = select(Room.id).where(Room.location_id == location.id, Room.name == name)
    if session.scalar(select(exists(same.where(Room.id != but.id) if but else same))):
        raise Refusal("name-taken", say("There is a room of that name already."), field="name")


def check_zone(zone: str) -> None:
    if zone not in zones():
        raise Refusal("unknown-zone", say("There is no time zone of that name."), field="timezone")


def tell(staff: User, about: Organisation | Location) -> None:
    """Inside the transaction: whoever shows or records the house hears of it."""
    touch("organisation", event="organisation:changed")
    announce(organisation_changed, actor=staff, about=about)


@cache
def zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def countries() -> frozenset[str]:
    return frozenset(str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha())
