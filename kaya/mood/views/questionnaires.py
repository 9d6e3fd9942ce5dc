"""/mood/questionnaires: choosing one, filling it in, and its scores over time."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.accounts.days import day_of
from kaya.db import uuid7
from kaya.mood import questionnaires
from kaya.mood.drawing import score_plot
from kaya.mood.instruments import DIFFICULTIES, DIFFICULTY, Instrument
from kaya.mood.models import Sheet
from kaya.mood.questionnaires import Result
from kaya.refusal import Refusal
from kaya.web.forms import instant_in
from kaya.web.limits import limit
from kaya.web.outbox import is_letter, posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("questionnaires", __name__, url_prefix="/mood/questionnaires")

HELP = "/help"
KEPT = say(
    "Your answers are kept. You said that there are thoughts of being better off dead, or of hurting"
    " yourself. You need not be alone with them: here are people to talk to, now or later."
)
NOT_KEPT = say(
    "Your answers are not kept yet: go back to finish them whenever you like. You said that there are thoughts of"
    " being better off dead, or of hurting yourself. You need not be alone with them: here are people to talk to."
)


@bp.get("")
@allow(members)
def index() -> Response:
    offered = questionnaires.offered()
    chosen = questionnaires.chosen(g.viewer)
    latest = {each.kind: questionnaires.results(g.viewer, each)[-1:] for each in offered}
    return page("mood/questionnaires.html", offered=offered, chosen=chosen, latest=latest)


@bp.get("/<kind>")
@allow(members)
def show(kind: str) -> Response:
    """Its scores over time; the questions, where it was chosen."""
    return sheet(instrument_named(kind))


@bp.post("/<kind>")
@limit("mood")
@posted_once
@allow(members)
def create(kind: str) -> ResponseReturnValue:
    """What was answered is kept first; where it says so, kept or not, the way leads to people who help.

    A device's letter that is refused stays there, so it is told no; its writer was led to help when they wrote it.
    """
    instrument = instrument_named(kind)
    try:
        fill_in(instrument)
    except Refusal as refusal:
        if is_alarming(instrument) and not is_letter():
            flash_notice(NOT_KEPT, kind="care")
            return done(see=HELP)
        return sheet(instrument, refusal=refusal, status=refusal.status)
    if is_alarming(instrument):
        flash_notice(KEPT, kind="care")
        return done(see=HELP)
    flash_notice(say("Kept."))
    return done(see=url_for(".show", kind=kind))


@bp.post("/<kind>/choice")
@allow(members)
def choose(kind: str) -> ResponseReturnValue:
    questionnaires.choose(g.viewer, instrument_named(kind))
    return done(see=url_for(".show", kind=kind))


@bp.post("/<kind>/choice/deletion")
@allow(members)
def put_away(kind: str) -> ResponseReturnValue:
    questionnaires.put_away(g.viewer, instrument_named(kind))
    flash_notice(say("Put away. What you filled in stays until you delete it."))
    return done(see=url_for(".index"))


@bp.post("/sheets/<uuid:sheet_id>/deletion")
@allow(members)
def destroy(sheet_id: UUID) -> ResponseReturnValue:
    filled = find(Sheet.of(g.viewer), sheet_id)
    questionnaires.tear_up(g.viewer, filled)
    flash_notice(say("Deleted."))
    return done(see=url_for(".show", kind=filled.kind))


def instrument_named(kind: str) -> Instrument:
    return questionnaires.offered_as(kind) or abort(404)


def sheet(instrument: Instrument, *, refusal: Refusal | None = None, status: int = 200) -> Response:
    results = questionnaires.results(g.viewer, instrument)
    latest = results[-1] if results else None
    return page(
        "mood/questionnaire.html",
        status=status,
        instrument=instrument,
        is_chosen=instrument.kind in questionnaires.chosen(g.viewer),
        results=results[::-1],
        drawing=score_plot(results) if len(results) > 1 else None,
        says=score_words(results),
        is_soon=questionnaires.is_soon_after(g.viewer, latest),
        days_since=(day_of(g.viewer) - latest.sheet.day).days if latest else 0,
        difficulty=DIFFICULTY,
        difficulties=DIFFICULTIES,
        said=request.form,
        missing=[n for n in range(len(instrument.items)) if refusal and not request.form.get(f"item_{n}")],
        refusal=refusal,
        id=request.form.get("id") or str(uuid7()),
    )


def score_words(results: list[Result]) -> object:
    if not results:
        return ""
    latest = results[-1]
    named: dict[str, Any] = {"score": latest.score, "most": latest.instrument.highest}
    if latest.band:
        return say("The latest is %(score)s of %(most)s: %(band)s.", band=latest.band.label, **named)
    return say("The latest is %(score)s of %(most)s.", **named)


def fill_in(instrument: Instrument) -> Result:
    """Other answers than those that the same page sent before are a sheet of their own."""
    points, named = points_said(instrument), beside()
    try:
        return questionnaires.fill_in(g.viewer, instrument, points, **named)
    except Refusal as refusal:
        if refusal.kind != "id-taken":
            raise
        return questionnaires.fill_in(g.viewer, instrument, points, **(named | {"id": uuid7()}))


def is_alarming(instrument: Instrument) -> bool:
    """By what was answered now."""
    return instrument.alarm is not None and bool(whole(request.form.get(f"item_{instrument.alarm}", "")))


def points_said(instrument: Instrument) -> list[int]:
    """As far as they were answered."""
    said = (whole(request.form.get(f"item_{n}", "")) for n in range(len(instrument.items)))
    return [point for point in said if point is not None]


def beside() -> dict[str, Any]:
    try:
        id = UUID(request.form.get("id", ""))
    except ValueError:
        id = None
    at = instant_in(request.form.get("at", ""))
    kept_at = at if at and at < clock.now() else None
    return {"difficulty": whole(request.form.get("difficulty", "")), "at": kept_at, "id": id}


def whole(words: str) -> int | None:
    return int(words) if len(words) == 1 and words.isascii() and words.isdigit() else None
