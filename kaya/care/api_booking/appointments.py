"""/appointments: mine, as client and as practitioner; staff see all."""

from http import HTTPStatus
from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel
from sqlalchemy import Select
from sqlalchemy.orm import selectinload, undefer

from kaya.care import booking, changing
from kaya.care.api_booking.finding import hold_meant, offering_meant, practitioner_meant
from kaya.care.api_booking.saying import appointment_json
from kaya.care.api_booking.shapes import (
    AppointmentOut,
    AppointmentsAsked,
    AppointmentsOut,
    BookingBody,
    ChangeBody,
    MoveBody,
    OptionalBody,
    ReasonAsked,
    ReasonBody,
    TimeTaken,
)
from kaya.care.models import Appointment
from kaya.care.phones import number_for
from kaya.web.api import ById, Problem, check_match, listed, nothing
from kaya.web.creates import creates
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint("appointments_api", __name__, url_prefix="/api/v1/appointments", abp_tags=[Tag(name="appointments")])

SOONEST_FIRST = Order(Appointment.starts_at, Appointment.id, lambda appointment: appointment.starts_at)
Answers = dict[str | int | HTTPStatus, type[BaseModel] | dict[Any, Any] | None]

ONE: Answers = {200: AppointmentOut, 401: Problem, 404: Problem}
MOVED: Answers = {**ONE, 403: Problem, 409: Problem, 412: Problem, 422: Problem}
MOVED_IN_TIME: Answers = {**MOVED, 409: TimeTaken, 422: TimeTaken}


@bp.get("", responses={200: AppointmentsOut, 401: Problem, 422: Problem}, summary="My appointments, the earliest first")
@allow(members)
def index(query: AppointmentsAsked) -> Any:
    rows = asked_for(query).options(selectinload(Appointment.moves))
    filters = [g.viewer.id, query.status, query.since, query.until, query.updated_since]
    found = paged(rows, SOONEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=filters)
    total = {"total": counted(rows)} if query.count else {}
    removed: dict[str, list[str]] = {"removed": []} if query.updated_since else {}
    return listed(found, lambda each: appointment_json(each, g.viewer)) | total | removed


@bp.post(
    "",
    responses={201: AppointmentOut, 401: Problem, 409: TimeTaken, 422: TimeTaken},
    summary="Book a time, held or not",
)
@creates(lambda id: appointment_json(find(Appointment.of(g.viewer), id), g.viewer))
@allow(members)
def create(body: BookingBody) -> Any:
    practitioner = practitioner_meant(body.practitioner_id)
    offering = offering_meant(practitioner, body.service_id, body.mode)
    if body.reservation_id:
        hold_meant(body.reservation_id, offering, body.start)
    phone = number_for(g.viewer, offering.mode, body.phone)
    appointment = booking.book(g.viewer, offering, body.start, note=body.notes, phone=phone, id=body.id)
    return appointment_json(appointment, g.viewer), 201


@bp.get("/<uuid:id>", responses=ONE, summary="One appointment")
@allow(members)
def show(path: ById) -> Any:
    return appointment_json(mine(path), g.viewer)


@bp.put("/<uuid:id>", responses=MOVED_IN_TIME, summary="Change when, how, or what I wrote")
@allow(members)
def replace(path: ById, body: ChangeBody) -> Any:
    return changed(mine(path), body)


@bp.patch("/<uuid:id>", responses=MOVED_IN_TIME, summary="Change when, how, or what I wrote")
@allow(members)
def update(path: ById, body: ChangeBody) -> Any:
    return changed(mine(path), body)


@bp.delete(
    "/<uuid:id>",
    responses={204: None, 403: Problem, 404: Problem, 409: Problem, 422: Problem},
    summary="Cancel an appointment",
)
@allow(members)
def destroy(path: ById, query: ReasonAsked) -> Any:
    booking.cancel(g.viewer, mine(path), query.reason)
    return nothing()


@bp.post("/<uuid:id>/confirm", responses=MOVED, summary="Confirm (the practice)")
@allow(members)
def confirm(path: ById, body: OptionalBody) -> Any:
    return appointment_json(booking.confirm(g.viewer, mine(path)), g.viewer)


@bp.post("/<uuid:id>/cancel", responses=MOVED, summary="Cancel; the practice says why")
@allow(members)
def cancel(path: ById, body: ReasonBody) -> Any:
    return appointment_json(booking.cancel(g.viewer, mine(path), body.reason), g.viewer)


@bp.post("/<uuid:id>/restore", responses=MOVED_IN_TIME, summary="Undo my cancellation within ten minutes")
@allow(members)
def restore(path: ById, body: OptionalBody) -> Any:
    return appointment_json(booking.restore(g.viewer, mine(path)), g.viewer)


@bp.post("/<uuid:id>/complete", responses=MOVED, summary="It took place (the practice)")
@allow(members)
def complete(path: ById, body: OptionalBody) -> Any:
    return appointment_json(booking.complete(g.viewer, mine(path)), g.viewer)


@bp.post("/<uuid:id>/no-show", responses=MOVED, summary="The client did not come (the practice)")
@allow(members)
def miss(path: ById, body: OptionalBody) -> Any:
    return appointment_json(booking.miss(g.viewer, mine(path)), g.viewer)


@bp.post("/<uuid:id>/reschedule", responses=MOVED_IN_TIME, summary="Move it to another time")
@allow(members)
def reschedule(path: ById, body: MoveBody) -> Any:
    return appointment_json(booking.reschedule(g.viewer, mine(path), body.start, body.reason), g.viewer)


def mine(path: ById) -> Appointment:
    """The viewer's appointment, as long as it is what `If-Match` says, if it says so."""
    appointment = find(Appointment.of(g.viewer), path.id)
    check_match(lambda: appointment_json(appointment, g.viewer))
    return appointment


def changed(appointment: Appointment, body: ChangeBody) -> dict[str, Any]:
    changing.change(g.viewer, appointment, start=body.start, reason=body.reason, mode=body.mode, note=body.notes)
    return appointment_json(appointment, g.viewer)


def asked_for(query: AppointmentsAsked) -> Select[Appointment]:
    rows = Appointment.of(g.viewer).options(undefer(Appointment.has_notes))
    if query.status:
        rows = rows.where(Appointment.status == query.status)
    if query.since:
        rows = rows.where(Appointment.starts_at >= query.since)
    if query.until:
        rows = rows.where(Appointment.starts_at < query.until)
    if query.updated_since:
        rows = rows.where(Appointment.updated_at >= query.updated_since)
    return rows
