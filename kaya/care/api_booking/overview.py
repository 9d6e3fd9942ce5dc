"""/appointments/stats and /appointments/{id}/calendar.ics: appointments as numbers, and as a file for a calendar."""

from typing import Any

from flask import Response, g, make_response
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel

from kaya.care import calendar
from kaya.care.api_booking.saying import appointment_json
from kaya.care.api_booking.shapes import AppointmentOut
from kaya.care.models import Appointment
from kaya.care.tally import tally_of
from kaya.web.api import ById, Problem
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint("overview_api", __name__, url_prefix="/api/v1/appointments", abp_tags=[Tag(name="appointments")])


class AppointmentStatsOut(BaseModel):
    total: int
    upcoming: int
    pending: int
    confirmed: int
    completed: int
    no_show: int
    cancelled: int
    next: AppointmentOut | None


@bp.get("/stats", responses={200: AppointmentStatsOut, 401: Problem}, summary="How many, and which is next")
@allow(members)
def stats() -> Any:
    tally = tally_of(g.viewer)
    soonest = appointment_json(tally.next, g.viewer) if tally.next else None
    return {"total": tally.total, "upcoming": tally.upcoming, **tally.by_status, "next": soonest}


@bp.get(
    "/<uuid:id>/calendar.ics",
    responses={200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}, 401: Problem, 404: Problem},
    summary="For a calendar",
)
@allow(members)
def download(path: ById) -> Response:
    text = calendar.download(find(Appointment.of(g.viewer), path.id), g.viewer)
    return make_response(text, 200, {"Content-Type": "text/calendar; charset=utf-8"})
