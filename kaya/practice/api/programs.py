"""/programs: what is offered, and one's own way through."""

from typing import Any
from uuid import UUID

from flask import g
from flask_openapi3 import APIBlueprint, Tag

from kaya.practice import enrolling, undoing
from kaya.practice.api.program_shapes import (
    DayBody,
    EnrolBody,
    EnrollmentOut,
    EnrollmentsAsked,
    EnrollmentsOut,
    ProgramsAsked,
    ProgramsOut,
    ProgramWithDaysOut,
)
from kaya.practice.api.saying import enrollment_json, program_json, program_with_days_json
from kaya.practice.models import Enrollment, Program
from kaya.web.api import ById, BySlug, Problem, check_match, is_uuid, listed
from kaya.web.creates import creates
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find, find_by

bp = APIBlueprint("programs_api", __name__, url_prefix="/api/v1/programs", abp_tags=[Tag(name="programs")])

IN_ORDER = Order(Program.position, Program.id, lambda program: program.position)
NEWEST_FIRST = Order(Enrollment.begun_at, Enrollment.id, lambda enrollment: enrollment.begun_at, descending=True)
CHANGED: Any = {200: EnrollmentOut, 401: Problem, 404: Problem, 409: Problem, 412: Problem}


@bp.get("", responses={200: ProgramsOut, 401: Problem, 422: Problem}, summary="Programs that are offered")
@allow(members)
def index(query: ProgramsAsked) -> Any:
    rows = Program.offered()
    found = paged(rows, IN_ORDER, cursor=query.cursor, limit=query.limit)
    return listed(found, program_json) | ({"total": counted(rows)} if query.count else {})


@bp.get("/<string:id>", responses={200: ProgramWithDaysOut, 401: Problem, 404: Problem}, summary="One, day by day")
@allow(members)
def show(path: BySlug) -> Any:
    return program_with_days_json(program_named(path.id))


@bp.post(
    "/<string:id>/enroll",
    responses={201: EnrollmentOut, 401: Problem, 404: Problem, 409: Problem, 422: Problem},
    summary="Begin it",
)
@creates(lambda id: told(find(Enrollment.of(g.viewer), id)))
@allow(members)
def enroll(path: BySlug, body: EnrolBody) -> Any:
    return told(enrolling.enrol(g.viewer, program_named(path.id), id=body.id)), 201


@bp.get("/enrollments/my", responses={200: EnrollmentsOut, 401: Problem, 422: Problem}, summary="Mine, newest first")
@allow(members)
def index_enrollments(query: EnrollmentsAsked) -> Any:
    rows = Enrollment.of(g.viewer)
    if query.status:
        rows = rows.where(Enrollment.state == query.status)
    found = paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=[g.viewer.id, query.status])
    return listed(found, told) | ({"total": counted(rows)} if query.count else {})


@bp.patch("/enrollments/<uuid:id>/progress", responses={**CHANGED, 422: Problem}, summary="I did this day")
@allow(members)
def progress(path: ById, body: DayBody) -> Any:
    """One day opens on each day of mine and then waits, in any order; the last one finishes it.

    Before that it is a 409 `/problems/not-open-yet` with `opens_at`. With `done: false` it was not done after all: on
    the day of mine on which it was done; afterwards it is a 409 `/problems/too-late`.
    """
    act = enrolling.do_day if body.done else undoing.undo_day
    return told(act(g.viewer, mine(path), body.day))


@bp.patch("/enrollments/<uuid:id>/pause", responses=CHANGED, summary="Let it rest")
@allow(members)
def pause(path: ById) -> Any:
    return told(enrolling.pause(g.viewer, mine(path)))


@bp.patch("/enrollments/<uuid:id>/resume", responses=CHANGED, summary="Go on with it")
@allow(members)
def resume(path: ById) -> Any:
    return told(enrolling.resume(g.viewer, mine(path)))


@bp.patch("/enrollments/<uuid:id>/leave", responses=CHANGED, summary="Leave it; what was done stays")
@allow(members)
def leave(path: ById) -> Any:
    return told(enrolling.leave(g.viewer, mine(path)))


def told(enrollment: Enrollment) -> dict[str, Any]:
    return enrollment_json(enrollment, g.viewer)


def mine(path: ById) -> Enrollment:
    """The viewer's, as long as it is what `If-Match` says, if it says so."""
    enrollment = find(Enrollment.of(g.viewer), path.id)
    check_match(lambda: told(enrollment))
    return enrollment


def program_named(name: str) -> Program:
    """By id or slug, or 404."""
    rows = Program.offered()
    return find(rows, UUID(name)) if is_uuid(name) else find_by(rows, slug=name)
