"""What a request means: which practitioner, which filters, which profile."""

from typing import Any
from uuid import UUID

from flask import abort, g
from sqlalchemy import Select, false, select
from sqlalchemy.orm import joinedload

from kaya.care import catalogue, directory
from kaya.care.api_directory.saying import practitioner_json
from kaya.care.api_directory.shapes import AliasAsked, ProfileBody, ProfileChangeBody
from kaya.care.directory import Wanted
from kaya.care.models import Practitioner, Specialty
from kaya.care.practising import Profile
from kaya.care.prices import house_currency
from kaya.care.views.lists import found, seal
from kaya.db import db
from kaya.money import Money
from kaya.refusal import Refusal
from kaya.web.api import listed
from kaya.web.paging import counted
from kaya.web.templating import reading_zone
from kaya.words import say


def practitioners_json(asked: AliasAsked, kind: str) -> dict[str, Any]:
    """A page of the directory."""
    wanted = wanted_by(asked, kind)
    rows = directory.matching(wanted)
    if asked.min_rating is not None:
        rows = rows.where(false())  # nobody has been rated yet
    bound_to = [seal(wanted), asked.min_rating]
    page = found(rows, asked.sort, cursor=asked.cursor, limit=asked.limit, bound_to=bound_to)
    return listed(page, practitioner_json) | ({"total": counted(rows)} if asked.count else {})


def wanted_by(asked: AliasAsked, kind: str) -> Wanted:
    """Refuses ("unknown-service", "unknown-specialty") by field what is not there."""
    service = catalogue.listed_service(asked.service)
    if asked.service and service is None:
        raise Refusal("unknown-service", say("There is no such service."), field="service")
    if asked.specialty and db.session.get(Specialty, catalogue.plain(asked.specialty)) is None:
        raise Refusal("unknown-specialty", say("There is no such specialty."), field="specialty")
    zone, day = asked.timezone or reading_zone(), asked.available_on
    return Wanted(
        q=asked.q,
        kind=kind,
        specialty=asked.specialty,
        service=service.id if service else None,
        language=asked.language or "",
        mode=asked.mode or "",
        max_price=None if asked.max_price is None else Money(asked.max_price, house_currency()),
        open_between=directory.day_in(zone, day) if day else None,
    )


def practitioner_named(name: str, kind: str = "") -> Practitioner:
    """By id or slug: whoever is listed, and to themself and staff whoever is not yet; else 404."""
    named = Practitioner.id == UUID(name) if catalogue.is_id(name) else Practitioner.slug == catalogue.plain(name)
    practitioner: Practitioner | None = db.session.scalar(anybody().where(named))
    if practitioner is None or (kind and practitioner.kind != kind):
        abort(404)
    if not (practitioner.is_listed or practitioner.is_kept_by(g.viewer)):
        abort(404)
    return practitioner


def own_practitioner() -> Practitioner:
    """The viewer's own profile or application; else 404."""
    practitioner: Practitioner | None = db.session.scalar(anybody().where(Practitioner.user_id == g.viewer.id))
    return practitioner or abort(404)


def anybody() -> Select[Practitioner]:
    return select(Practitioner).options(joinedload(Practitioner.verification))


RENAMED = {"name": "display_name"}
OF_FIRST_VISIT = {"before": "first_before", "during": "first_during", "after": "first_after"}


def changes_in(body: ProfileBody | ProfileChangeBody) -> dict[str, Any]:
    """What a body says, under a Profile's names; null is taken as left out."""
    said = body.model_dump(exclude_none=True, exclude={"id", "first_visit"})
    visit = body.first_visit.model_dump() if body.first_visit else {}
    plain = {RENAMED.get(name, name): value for name, value in said.items()}
    return plain | {OF_FIRST_VISIT[name]: value for name, value in visit.items()}


def profile_in(body: ProfileBody, **more: Any) -> Profile:
    return Profile(**{"timezone": g.viewer.timezone} | changes_in(body) | more)
