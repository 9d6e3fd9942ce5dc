"""The words in which seeds are told: plain values that read like a list, and say nothing of tables."""

import re
from dataclasses import dataclass, field

from kaya.care.hours import WEEKDAYS
from kaya.care.models import Kind, Mode

CURRENCY = "EUR"
CENTS = 100


@dataclass(frozen=True)
class Place:
    """A location, with the names of its rooms."""

    name: str
    street: str
    city: str
    postcode: str
    country: str
    zone: str
    rooms: tuple[str, ...]
    directions: str


@dataclass(frozen=True)
class Service:
    """What is done for people; `price` in whole euros, `notice` the hours before which it can be cancelled."""

    name: str
    minutes: int
    price: int
    summary: str
    about: str
    notice: int = 24

    @property
    def slug(self) -> str:
        return slug_of(self.name)


@dataclass(frozen=True)
class Category:
    name: str
    about: str
    services: tuple[Service, ...]

    @property
    def slug(self) -> str:
        return slug_of(self.name)


@dataclass(frozen=True)
class Offer:
    """A service as one practitioner does it; without a length or a price of its own it has the catalogue's."""

    service: str
    mode: Mode
    minutes: int | None = None
    price: int | None = None
    place: str = ""
    room: str = ""


def by_video(service: str, minutes: int | None = None, price: int | None = None) -> Offer:
    return Offer(service, Mode.VIDEO, minutes, price)


def by_phone(service: str, minutes: int | None = None, price: int | None = None) -> Offer:
    return Offer(service, Mode.PHONE, minutes, price)


def at(place: Place, room: str, service: str, minutes: int | None = None, price: int | None = None) -> Offer:
    if room not in place.rooms:
        raise ValueError(f"{place.name} has no room called {room}.")
    return Offer(service, Mode.IN_PERSON, minutes, price, place.name, room)


@dataclass(frozen=True)
class Away:
    """Days off, or with `hours` other hours, counted from the day of seeding."""

    in_days: int
    days: int = 1
    hours: str = ""


@dataclass(frozen=True)
class Rules:
    """How working time is offered; `notice` in hours, `window` in days, the rest in minutes."""

    step: int = 30
    before: int = 0
    after: int = 10
    notice: int = 12
    window: int = 60
    limit: int | None = None


@dataclass(frozen=True)
class Person:
    """Someone with an account; their address follows from their name unless it is said."""

    name: str
    zone: str = "Europe/Lisbon"
    pronouns: str = ""
    email: str = ""
    bio: str = ""

    @property
    def address(self) -> str:
        return self.email or f"{slug_of(self.name).replace('-', '.')}@example.org"


@dataclass(frozen=True)
class Practitioner:
    """Someone who gives care. `hours` as in "Mon-Thu 09:00-13:00 14:00-18:00; Sat 10:00-13:00", in their own zone.

    `verified` says how many days ago staff saw the papers; None: an application that waits.
    """

    person: Person
    kind: Kind
    title: str
    headline: str
    bio: str
    credentials: str
    licence: str
    city: str
    languages: str
    specialties: str
    hours: str
    offers: tuple[Offer, ...]
    called: str = ""
    rules: Rules = field(default_factory=Rules)
    away: tuple[Away, ...] = ()
    verified: int | None = 200
    confirms_at_once: bool = True
    accepts: bool = True

    @property
    def display_name(self) -> str:
        return self.called or self.person.name

    @property
    def slug(self) -> str:
        return slug_of(self.person.name)


ACCENTS = str.maketrans("áàâãäåéèêëíìîïóòôõöøúùûüçñńýọẹṣ", "aaaaaaeeeeiiiioooooouuuucnnyoes")


def slug_of(name: str) -> str:
    """The name as a part of an address: "São João" is sao-joao."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower().translate(ACCENTS).replace("’", "")))


def prose(text: str) -> str:
    """Paragraphs as they are kept: one line each, an empty line between them."""
    return "\n\n".join(" ".join(block.split()) for block in text.strip().split("\n\n"))


SHORT_DAYS = [day[:3] for day in WEEKDAYS]


def weekly(hours: str) -> list[dict[str, object]]:
    """ "Mon-Fri 09:00-12:00 14:00-18:00; Sat 10:00-13:00" as the API's weekly ranges."""
    return [
        {"weekday": weekday, **span}
        for part in hours.split(";")
        for days, *spans in [part.split()]
        for weekday in weekdays(days)
        for span in map(time_range, spans)
    ]


def weekdays(days: str) -> list[int]:
    """ "Mon-Thu" or "Mon,Wed,Fri"."""
    if "-" in days:
        first, last = (SHORT_DAYS.index(day) for day in days.split("-"))
        return list(range(first, last + 1))
    return [SHORT_DAYS.index(day) for day in days.split(",")]


def time_range(span: str) -> dict[str, str]:
    start, end = span.split("-")
    return {"start": start, "end": end}
