"""Which practitioner, offering or hold a request means."""

from datetime import datetime
from uuid import UUID

from flask import g
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from kaya.care.models import Hold, Mode, Offering, Practitioner, Service
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.api import is_uuid
from kaya.words import say

MODES = [Mode.IN_PERSON, Mode.VIDEO, Mode.PHONE]


def practitioner_named(name: str) -> Practitioner | None:
    """By id or slug: whoever is listed, and to themself and staff whoever is not yet."""
    by_name = Practitioner.id == UUID(name) if is_uuid(name) else Practitioner.slug == name
    found = db.session.scalar(select(Practitioner).options(joinedload(Practitioner.verification)).where(by_name))
    if found is None or not (found.is_listed or found.is_kept_by(g.viewer)):
        return None
    return found


def practitioner_meant(name: str) -> Practitioner:
    """The one a body or query names; refuses ("unknown-practitioner")."""
    found = practitioner_named(name)
    if found is None:
        raise Refusal("unknown-practitioner", say("There is no such practitioner."), field="practitioner_id")
    return found


def offering_meant(practitioner: Practitioner, service: str | None, mode: str | None = None) -> Offering:
    """How they do a service (an id or slug, any of theirs if left out): in person before video before phone.

    Refuses ("unknown-service", "unknown-mode") what they do not offer.
    """
    rows = Offering.listed().where(Offering.practitioner_id == practitioner.id)
    if service is not None:
        rows = rows.where(Service.id == UUID(service) if is_uuid(service) else Service.slug == service)
    offered = db.session.scalars(rows.order_by(Offering.minutes, Offering.id)).all()
    if not offered:
        raise Refusal("unknown-service", say("This is not among what they offer."), field="service_id")
    fitting = [each for each in offered if mode is None or each.mode == mode]
    if not fitting:
        raise Refusal("unknown-mode", say("They do not offer it in this way."), field="mode")
    return min(fitting, key=lambda each: MODES.index(Mode(each.mode)))


def hold_meant(hold_id: UUID, offering: Offering, start: datetime) -> Hold | None:
    """The viewer's hold, or None where it ran out; refuses ("other-reservation") one of something else."""
    held = db.session.scalar(Hold.of(g.viewer).where(Hold.id == hold_id))
    if held is not None and (held.offering_id, held.starts_at) != (offering.id, start):
        raise Refusal("other-reservation", say("This reservation is for something else."), field="reservation_id")
    return held
