"""/programs: what is offered; and one's own way through one, of which a day opens each day."""

from datetime import datetime
from importlib import import_module
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, request, send_file, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select
from sqlalchemy.orm import selectinload

from kaya.organisation.models import Organisation
from kaya.practice import enrolling, undoing
from kaya.practice.days import day_of
from kaya.practice.forms_sessions import StartForm
from kaya.practice.models import Enrollment, EnrollmentState, Program
from kaya.practice.pace import is_open, opens_at
from kaya.practice.practising import Mood
from kaya.practice.views.sessions import starting
from kaya.realtime import version_of
from kaya.web.art import art
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, every, find, find_by, flash_notice, page
from kaya.words import say

bp = Blueprint("programs", __name__, url_prefix="/programs")

LETTERS = "kaya.practice.printing"  # loading it takes a moment: only who prints waits for it
CONFLICT = 409
A_WHILE = 3  # days after which one is told that a day has waited


@bp.get("")
@allow(members)
def index() -> Response:
    version = version_of("programs", g.viewer.id)
    mine = every(own().order_by(Enrollment.begun_at.desc(), Enrollment.id))
    under_way = [each for each in mine if each.is_under_way]
    taken = {each.program_id for each in under_way}
    return page(
        "practice/programs/index.html",
        fragment="practice/programs/_list.html",
        version=version, under_way=under_way, ended=[each for each in mine if each.done and not each.is_under_way],
        offered=[each for each in every(Program.offered().order_by(Program.position)) if each.id not in taken],
        today=day_of(g.viewer), opens=opening,
    )  # fmt: skip


@bp.get("/<slug>")
@allow(members)
def show(slug: str) -> Response:
    program = find_by(Program.offered().options(selectinload(Program.plan)), slug=slug)
    rows = Enrollment.of(g.viewer).where(Enrollment.program_id == program.id)
    mine = every(rows.order_by(Enrollment.begun_at.desc(), Enrollment.id))
    under_way = next((each for each in mine if each.is_under_way), None)
    return page("practice/programs/show.html", program=program, under_way=under_way, mine=mine, opens=opening)


@bp.post("/<slug>/enrollment")
@allow(members)
def create(slug: str) -> ResponseReturnValue:
    """Begin it; where it is under way already, that leads there."""
    program = find_by(Program.offered(), slug=slug)
    begun = Enrollment.under_way(g.viewer).where(Enrollment.program_id == program.id)
    enrollment = next(iter(every(begun)), None) or enrolling.enrol(g.viewer, program)
    return done(see=url_for(".way", enrollment_id=enrollment.id))


@bp.get("/enrollments/<uuid:enrollment_id>")
@allow(members)
def way(enrollment_id: UUID) -> Response:
    """The day that waits; of one that has ended, how it was."""
    version = version_of("programs", g.viewer.id)
    enrollment = mine(enrollment_id)
    if enrollment.next_number and enrollment.is_under_way:
        return day_page(enrollment, enrollment.next_number, version)
    kept = enrollment.done_since(day_of(g.viewer), 0)
    return page("practice/programs/over.html", enrollment=enrollment, version=version, kept=kept)


@bp.get("/enrollments/<uuid:enrollment_id>/days/<int:number>")
@allow(members)
def day(enrollment_id: UUID, number: int) -> Response:
    version = version_of("programs", g.viewer.id)
    return day_page(mine(enrollment_id), number, version)


@bp.post("/enrollments/<uuid:enrollment_id>/days/<int:number>/session")
@allow(members)
def begin(enrollment_id: UUID, number: int) -> ResponseReturnValue:
    """Begin the day's session; completed, it does the day."""
    enrollment, form = mine(enrollment_id), StartForm()
    practice = enrollment.program.day(number).practice if number in days_of(enrollment) else abort(404)
    if not is_open(g.viewer, enrollment, number):
        return not_yet(enrollment, number)
    if practice is not None:
        form.for_practice(practice)
    before = Mood(form.mood_before.data)
    held = form.carry_out(lambda: enrolling.begin_day(g.viewer, enrollment, number, form.minutes.data, before=before))
    if held is None:
        return day_page(enrollment, number, version_of("programs", g.viewer.id), form, form.refused_with)
    return done(see=url_for("practice.sessions.show", session_id=held.id))


@bp.post("/enrollments/<uuid:enrollment_id>/days/<int:number>/done")
@allow(members)
def complete_day(enrollment_id: UUID, number: int) -> ResponseReturnValue:
    """It was done, in whatever way."""
    enrollment = mine(enrollment_id)
    if number not in days_of(enrollment):
        abort(404)
    if enrollment.is_under_way and not is_open(g.viewer, enrollment, number):
        return not_yet(enrollment, number)
    enrolling.do_day(g.viewer, enrollment, number)
    flash_notice(say("Day %(number)s is kept.", number=number))
    return done(see=url_for(".way", enrollment_id=enrollment.id))


@bp.post("/enrollments/<uuid:enrollment_id>/days/<int:number>/undone")
@allow(members)
def undo_day(enrollment_id: UUID, number: int) -> ResponseReturnValue:
    """It was not done after all, as long as the day lasts."""
    enrollment = mine(enrollment_id)
    if number not in days_of(enrollment):
        abort(404)
    undoing.undo_day(g.viewer, enrollment, number)
    flash_notice(say("Day %(number)s waits again.", number=number))
    return done(see=url_for(".day", enrollment_id=enrollment.id, number=number))


@bp.post("/enrollments/<uuid:enrollment_id>/pause")
@allow(members)
def pause(enrollment_id: UUID) -> ResponseReturnValue:
    return moved(enrolling.pause(g.viewer, mine(enrollment_id)))


@bp.post("/enrollments/<uuid:enrollment_id>/resumption")
@allow(members)
def resume(enrollment_id: UUID) -> ResponseReturnValue:
    return moved(enrolling.resume(g.viewer, mine(enrollment_id)))


@bp.post("/enrollments/<uuid:enrollment_id>/departure")
@allow(members)
def leave(enrollment_id: UUID) -> ResponseReturnValue:
    enrolling.leave(g.viewer, mine(enrollment_id))
    flash_notice(say("You have left it. What you did stays, and you may begin again."))
    return done(see=url_for(".index"))


@bp.get("/enrollments/<uuid:enrollment_id>/certificate")
@allow(members)
def certificate(enrollment_id: UUID) -> Response:
    """Of a program that was finished, for the wall or the drawer."""
    return page("practice/programs/certificate.html", enrollment=finished(enrollment_id))


@bp.get("/enrollments/<uuid:enrollment_id>/certificate.pdf")
@limit("certificate")
@allow(members)
def certificate_pdf(enrollment_id: UUID) -> Response:
    """The same as a file, on one sheet."""
    enrollment = finished(enrollment_id)
    printing: Any = import_module(LETTERS)
    drawn = str(art(enrollment.program.slug, "", 900, 300))
    sheet = printing.printed(enrollment, g.viewer.name, Organisation.here().name, drawn)
    name = f"{enrollment.program.slug}.pdf"
    return send_file(BytesIO(sheet), mimetype="application/pdf", as_attachment=True, download_name=name)


def own() -> Select[Enrollment]:
    return Enrollment.of(g.viewer)


def mine(enrollment_id: UUID) -> Enrollment:
    return find(own(), enrollment_id)


def finished(enrollment_id: UUID) -> Enrollment:
    return find(own().where(Enrollment.state == EnrollmentState.FINISHED), enrollment_id)


def days_of(enrollment: Enrollment) -> range:
    return range(1, enrollment.program.days + 1)


def moved(enrollment: Enrollment) -> ResponseReturnValue:
    return done(see=url_for(".way", enrollment_id=enrollment.id))


def not_yet(enrollment: Enrollment, number: int) -> Response:
    """Its page says when it opens."""
    return day_page(enrollment, number, version_of("programs", g.viewer.id), status=CONFLICT)


def opening(enrollment: Enrollment | None, number: int | None = None) -> datetime | None:
    """When a day opens, by default the one that waits; None where it is open, or none waits."""
    number = number or (enrollment.next_number if enrollment else None)
    if enrollment is None or number is None or is_open(g.viewer, enrollment, number):
        return None
    return opens_at(g.viewer, enrollment, number)


def day_page(
    enrollment: Enrollment, number: int, version: int, start: StartForm | None = None, status: int = 200
) -> Response:
    """A day of it: to read, to practise, to write about. Of one that is not open yet, when it will be."""
    if number not in days_of(enrollment):
        abort(404)
    day = enrollment.program.day(number)
    today, last = day_of(g.viewer), enrollment.last_done
    waited = (today - last.day).days if last else 0
    if start is None and day.practice and not day.practice.retired_at:
        start = starting(day.practice, request.args.get("minutes", str(day.minutes)))
    return page(
        "practice/programs/day.html",
        fragment="practice/programs/_stones.html",
        status=status,
        enrollment=enrollment, day=day, start=start, version=version,
        has_waited=number == enrollment.next_number and waited >= A_WHILE,
        is_done_today=enrollment.was_done_on(today), kept=enrollment.done_since(today, number), opens=opening,
    )  # fmt: skip
