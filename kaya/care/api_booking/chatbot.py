"""/chatbot: the next open times over all practitioners, for whoever helps people to find one."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya import clock
from kaya.care import booking, holds, schedule
from kaya.care.api_booking.finding import offering_meant, practitioner_meant
from kaya.care.api_booking.saying import appointment_json, hold_json, slot_json
from kaya.care.api_booking.shapes import AppointmentOut, HoldBody, HoldOut, Name, NamedOut, Note, SlotOut, TimeTaken
from kaya.care.directory import Wanted, matching
from kaya.care.models import Appointment, Hold, Offering, OpenSpell, Practitioner
from kaya.care.phones import number_for
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.api import Body, Instant, Problem, Query
from kaya.web.creates import creates
from kaya.web.policy import allow, everyone, members
from kaya.web.respond import find
from kaya.words import say

USUAL = timedelta(days=14)
LONGEST = timedelta(days=62)

bp = APIBlueprint("chatbot_api", __name__, url_prefix="/api/v1/chatbot", abp_tags=[Tag(name="chatbot")])


class OpeningsAsked(Query):
    specialty: Name | None = None
    since: Instant | None = Field(None, alias="from")
    until: Instant | None = Field(None, alias="to")
    limit: int = Field(10, ge=1, le=20, description="How many practitioners")


class OpeningOut(SlotOut):
    practitioner: NamedOut
    service: NamedOut


class OpeningsOut(BaseModel):
    items: list[OpeningOut]


class ConfirmationBody(Body):
    reservation_id: UUID
    notes: Note = ""


@bp.get("/availability", responses={200: OpeningsOut, 422: Problem}, summary="Who is open next, and when")
@allow(everyone)
def availability(query: OpeningsAsked) -> Any:
    """The first open time of each, soonest first; 14 days from now if not said otherwise."""
    start = max(query.since or clock.now(), clock.now())
    end = min(query.until or start + USUAL, start + LONGEST)
    found = [opening for each in open_between(query, start, end) for opening in first_opening(each, start, end)]
    return {"items": sorted(found, key=lambda opening: str(opening["start"]))}


@bp.post("/reserve", responses={201: HoldOut, 401: Problem, 409: TimeTaken, 422: TimeTaken}, summary="Keep a time")
@creates(lambda id: hold_json(find(Hold.of(g.viewer), id)))
@allow(members)
def reserve(body: HoldBody) -> Any:
    offering = offering_meant(practitioner_meant(body.practitioner_id), body.service_id, body.mode)
    return hold_json(holds.hold(g.viewer, offering, body.start)), 201


@bp.post(
    "/confirm",
    responses={201: AppointmentOut, 401: Problem, 409: TimeTaken, 410: Problem, 422: Problem},
    summary="Book the time that was kept",
)
@creates(lambda id: appointment_json(find(Appointment.of(g.viewer), id), g.viewer))
@allow(members)
def confirm(body: ConfirmationBody) -> Any:
    held = db.session.scalar(Hold.of(g.viewer).where(Hold.id == body.reservation_id))
    if held is None:
        raise Refusal("hold-expired", say("This time is no longer kept for you. Please choose again."), status=410)
    phone = number_for(g.viewer, held.offering.mode, "")
    appointment = booking.book(g.viewer, held.offering, held.starts_at, note=body.notes, phone=phone)
    return appointment_json(appointment, g.viewer), 201


def open_between(query: OpeningsAsked, start: datetime, end: datetime) -> list[Practitioner]:
    rows = matching(Wanted(specialty=query.specialty or "")).where(OpenSpell.covers(start, end))
    return list(db.session.scalars(rows.order_by(Practitioner.next_open_at, Practitioner.id).limit(query.limit)))


def first_opening(practitioner: Practitioner, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Their first open time for the shortest that they offer, if there is one."""
    offering = db.session.scalar(
        Offering.listed().where(Offering.practitioner_id == practitioner.id).order_by(Offering.minutes, Offering.id)
    )
    found = schedule.open_slots(offering, start, end)[:1] if offering else []
    return [{**slot_json(slot), **names(practitioner, offering)} for slot in found if offering]


def names(practitioner: Practitioner, offering: Offering) -> dict[str, Any]:
    who = {"id": str(practitioner.id), "slug": practitioner.slug, "name": practitioner.display_name}
    what = {"id": str(offering.service_id), "slug": offering.service.slug, "name": offering.service.name}
    return {"practitioner": who, "service": what}
