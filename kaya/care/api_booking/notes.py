"""/appointments/{id}/notes: what the two wrote there, and what is one's own."""

from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag

from kaya.care.api_booking.saying import note_json
from kaya.care.api_booking.shapes import NoteBody, NoteOut, NotesAsked, NotesOut
from kaya.care.models import Appointment, AppointmentNote
from kaya.care.notes import note, readable
from kaya.web.api import ById, Problem, listed
from kaya.web.creates import creates
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint("notes_api", __name__, url_prefix="/api/v1/appointments", abp_tags=[Tag(name="appointments")])

FIRST_FIRST = Order(AppointmentNote.created_at, AppointmentNote.id, lambda note: note.created_at)


@bp.get(
    "/<uuid:id>/notes",
    responses={200: NotesOut, 401: Problem, 403: Problem, 404: Problem},
    summary="What I may read there: only the two who meet",
)
@allow(members)
def index(path: ById, query: NotesAsked) -> Any:
    appointment = find(Appointment.of(g.viewer), path.id)
    rows = readable(g.viewer, appointment).order_by(None)
    found = paged(rows, FIRST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=[appointment.id, g.viewer.id])
    return listed(found, note_json) | ({"total": counted(rows)} if query.count else {})


@bp.post(
    "/<uuid:id>/notes",
    responses={201: NoteOut, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem},
    summary="Note something, for both or for me alone",
)
@creates(lambda id: note_json(find(AppointmentNote.by(g.viewer), id)))
@allow(members)
def create(path: ById, body: NoteBody) -> Any:
    appointment = find(Appointment.of(g.viewer), path.id)
    return note_json(note(g.viewer, appointment, body.body, body.is_private, id=body.id)), 201
