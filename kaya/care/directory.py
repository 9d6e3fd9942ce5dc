"""Who gives care here: looked for by words and filters, at a cost that does not grow with how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, select
from sqlalchemy.orm import attributes

from kaya import clock, fulltext
from kaya.care.models import (
    Offering,
    OpenSpell,
    Practitioner,
    PractitionerLanguage,
    PractitionerSpecialty,
    Service,
    Specialty,
)
from kaya.db import db
from kaya.money import Money


class Sort(StrEnum):
    SOONEST = "soonest"
    PRICE = "price"
    NAME = "name"


@dataclass(frozen=True)
class Wanted:
    """What someone looks for. `open_between` are the instants at which a day of the reader's begins and ends."""

    q: str = ""
    kind: str = ""
    specialty: str = ""
    service: UUID | None = None
    language: str = ""
    mode: str = ""
    max_price: Money | None = None
    open_between: tuple[datetime, datetime] | None = None


def matching(wanted: Wanted) -> Select[Practitioner]:
    """The listed practitioners who fit all of `wanted`, in no order.

    Service, mode and price have to meet in one offering; a price in another currency than asked for is not compared,
    and does not fit.
    """
    found = Practitioner.listed().where(*conditions(wanted))
    words = fulltext.matching("practitioner", wanted.q)
    return found if words is None else found.join(words, words.c.row_id == Practitioner.id)


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What the rows beside the practitioner's own have to say."""
    said: list[ColumnElement[bool]] = []
    if wanted.kind:
        said.append(Practitioner.kind == wanted.kind)
    if wanted.specialty:
        said.append(has(PractitionerSpecialty, PractitionerSpecialty.slug == wanted.specialty))
    if wanted.language:
        said.append(has(PractitionerLanguage, PractitionerLanguage.code == wanted.language))
    if wanted.service or wanted.mode or wanted.max_price:
        said.append(offers(wanted))
    if wanted.open_between:
        said.append(OpenSpell.covers(*wanted.open_between))
    return said


Word = PractitionerSpecialty | PractitionerLanguage


def has(word: type[Word], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(word.practitioner_id == Practitioner.id, condition)


def offers(wanted: Wanted) -> ColumnElement[bool]:
    conditions = [Offering.practitioner_id == Practitioner.id, Offering.is_archived.is_(False)]
    conditions += [Service.id == Offering.service_id, Service.is_archived.is_(False)]
    if wanted.service:
        conditions.append(Offering.service_id == wanted.service)
    if wanted.mode:
        conditions.append(Offering.mode == wanted.mode)
    if wanted.max_price:
        amount, currency = wanted.max_price.amount, wanted.max_price.currency
        conditions.append(and_(Offering.price_amount <= amount, Offering.price_currency == currency))
    return exists().where(*conditions)


def free_soonest(most: int) -> Sequence[Practitioner]:
    """Those with the next open times, with all that belongs to them."""
    rows = Practitioner.listed().where(Practitioner.next_open_at > clock.now())
    found = db.session.scalars(rows.order_by(Practitioner.next_open_at, Practitioner.id).limit(most)).all()
    return furnish(found)


def furnish(practitioners: Sequence[Practitioner], *names: str) -> Sequence[Practitioner]:
    """Read what belongs to all of these: one question for each of `names` ("offerings", by price, and so on).

    Without names, all that belongs to them.
    """
    ids = [each.id for each in practitioners]
    for name in names or BELONGINGS:
        theirs: dict[UUID, list[Any]] = {practitioner_id: [] for practitioner_id in ids}
        for row in db.session.scalars(BELONGINGS[name](ids)) if ids else ():
            theirs[row.practitioner_id].append(row)
        for each in practitioners:
            attributes.set_committed_value(each, name, theirs[each.id])
    return practitioners


def offerings_of(ids: Sequence[UUID]) -> Select[Offering]:
    return Offering.listed().where(Offering.practitioner_id.in_(ids)).order_by(Offering.price_amount, Offering.id)


BELONGINGS: dict[str, Callable[[Sequence[UUID]], Select[Any]]] = {
    "offerings": offerings_of,
    "specialties": lambda ids: select(PractitionerSpecialty).where(PractitionerSpecialty.practitioner_id.in_(ids)),
    "languages": lambda ids: select(PractitionerLanguage).where(PractitionerLanguage.practitioner_id.in_(ids)),
}


def specialties() -> Sequence[Specialty]:
    """The words to choose from."""
    return db.session.scalars(select(Specialty).order_by(Specialty.name)).all()


@dataclass(frozen=True)
class Choices:
    """What can be asked for: specialties by slug with their names, and the codes of languages that someone speaks."""

    specialties: dict[str, str]
    languages: list[str]


def choices() -> Choices:
    """In one question; each language is sought in the index, and none of those who speak it is read."""
    code = PractitionerLanguage.code
    spoken = select(func.min(code).label("code")).cte("spoken", recursive=True)
    following = select(func.min(code)).where(code > spoken.c.code).scalar_subquery()
    spoken = spoken.union_all(select(following).where(spoken.c.code.is_not(None)))
    words = select(Specialty.slug, Specialty.name, literal(True))
    languages = select(spoken.c.code, spoken.c.code, literal(False)).where(spoken.c.code.is_not(None))
    rows = db.session.execute(words.union_all(languages)).all()
    named = sorted(((slug, name) for slug, name, is_word in rows if is_word), key=lambda row: row[1])
    return Choices(dict(named), [code for code, _, is_word in rows if not is_word])


def day_in(zone: str, day: date) -> tuple[datetime, datetime]:
    """The instants at which `day` begins and ends in the IANA zone `zone`."""
    begins, ends = (datetime.combine(each, time(), ZoneInfo(zone)) for each in (day, day + timedelta(days=1)))
    return begins, ends
