"""/availability: a practitioner's hours, the times that can be booked, and keeping one for five minutes."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask import abort, g
from flask_openapi3 import APIBlueprint, Tag

from kaya import clock
from kaya.care import holds, hours_json, schedule
from kaya.care.api_booking.finding import offering_meant, practitioner_meant, practitioner_named
from kaya.care.api_booking.saying import hold_json, slot_json
from kaya.care.api_booking.shapes import AvailabilityShape, HoldBody, HoldOut, SlotsAsked, SlotsOut, TimeTaken
from kaya.care.hours import InvalidSchedule
from kaya.care.models import Hold
from kaya.refusal import Refusal
from kaya.web.api import ById, BySlug, Problem, check_match, nothing
from kaya.web.creates import creates
from kaya.web.errors import problem
from kaya.web.policy import allow, everyone, members
from kaya.web.respond import find
from kaya.words import say

MOST_DAYS = 62
USUAL_DAYS = 7

bp = APIBlueprint("availability_api", __name__, url_prefix="/api/v1/availability", abp_tags=[Tag(name="availability")])


@bp.get("/<string:id>", responses={200: AvailabilityShape, 404: Problem}, summary="A practitioner's hours and rules")
@allow(everyone)
def show(path: BySlug) -> Any:
    return hours_json.as_json(schedule.schedule_of(practitioner_named(path.id) or abort(404)))


@bp.put(
    "/<string:id>",
    responses={200: AvailabilityShape, 403: Problem, 404: Problem, 412: Problem, 422: Problem},
    summary="Replace my hours and rules as a whole",
)
@allow(members)
def replace(path: BySlug, body: AvailabilityShape) -> Any:
    """What is left out takes its default. Appointments already made stay."""
    practitioner = practitioner_named(path.id) or abort(404)
    check_match(lambda: hours_json.as_json(schedule.schedule_of(practitioner)))
    try:
        told = hours_json.from_json(body.model_dump(exclude_none=True), practitioner.timezone)
    except InvalidSchedule as mistake:
        return problem(422, str(say("These hours need mending.")), str(mistake), kind="invalid", errors=mistake.errors)
    schedule.replace_availability(g.viewer, practitioner, told)
    return hours_json.as_json(schedule.schedule_of(practitioner))


@bp.get("/<string:id>/slots", responses={200: SlotsOut, 404: Problem, 422: Problem}, summary="Times to be booked")
@allow(everyone)
def slots(path: BySlug, query: SlotsAsked) -> Any:
    """Without days, the next seven."""
    practitioner = practitioner_named(path.id) or abort(404)
    offering = offering_meant(practitioner, query.service_id, query.mode)
    start, end = span_asked(query, ZoneInfo(query.timezone or practitioner.timezone))
    return {"items": [slot_json(slot) for slot in schedule.open_slots(offering, start, end)]}


@bp.post(
    "/reserve",
    responses={201: HoldOut, 401: Problem, 409: TimeTaken, 422: TimeTaken},
    summary="Keep a time for five minutes",
)
@creates(lambda id: hold_json(find(Hold.of(g.viewer), id)))
@allow(members)
def reserve(body: HoldBody) -> Any:
    """It takes the place of what I held with this practitioner before."""
    offering = offering_meant(practitioner_meant(body.practitioner_id), body.service_id, body.mode)
    return hold_json(holds.hold(g.viewer, offering, body.start, id=body.id)), 201


@bp.delete("/reserve/<uuid:id>", responses={204: None, 404: Problem}, summary="Give a kept time back")
@allow(members)
def release(path: ById) -> Any:
    holds.release(g.viewer, find(Hold.of(g.viewer), path.id))
    return nothing()


def span_asked(asked: SlotsAsked, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first moment of the first day up to the last of the last."""
    first = asked.date or asked.since or asked.until or clock.now().astimezone(zone).date()
    usual = first if asked.date or asked.until else first + timedelta(days=USUAL_DAYS - 1)
    last = asked.date or asked.until or usual
    check_days(first, last)
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)


def check_days(first: date, last: date) -> None:
    if last < first:
        raise Refusal("wrong-order", say("This is before the first day."), field="to")
    if (last - first).days >= MOST_DAYS:
        raise Refusal("too-many-days", say("Ask for at most %(count)s days.", count=MOST_DAYS), field="to")
