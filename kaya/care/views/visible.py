"""Who and what an address under /practitioners names."""

from uuid import UUID

from flask import abort, g, request
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from kaya.care import catalogue
from kaya.care.models import Offering, Practitioner
from kaya.db import db
from kaya.web.api import is_uuid

AN_HOUR = 60


def visible(slug: str) -> Practitioner:
    """The one at this address, if the directory shows them, or if it is the viewer's own, or staff look."""
    rows = select(Practitioner).options(joinedload(Practitioner.verification))
    named = Practitioner.id == UUID(slug) if is_uuid(slug) else Practitioner.slug == catalogue.plain(slug)
    practitioner: Practitioner | None = db.session.scalar(rows.where(named))
    if practitioner is None or not (practitioner.is_listed or practitioner.is_kept_by(g.viewer)):
        abort(404)
    return practitioner


def chosen(practitioner: Practitioner) -> Offering | None:
    """What is to be booked: ?offering=, or ?service= with its ?mode=; else what suits a first visit."""
    offering, service, mode = (request.values.get(name, "") for name in ("offering", "service", "mode"))
    named = [each for each in practitioner.offerings if str(each.id) == offering]
    of_service = [each for each in practitioner.offerings if service and each.service.slug == service]
    of_mode = [each for each in of_service or practitioner.offerings if each.mode == mode]
    return next(iter([*named, *of_mode, *of_service, *sorted(practitioner.offerings, key=for_a_first_visit)]), None)


def for_a_first_visit(offering: Offering) -> tuple[bool, int, int]:
    """The longest up to an hour comes first, the least dear of several; then what is longer, the shortest first."""
    is_long = offering.minutes > AN_HOUR
    return is_long, offering.minutes if is_long else -offering.minutes, offering.price_amount
