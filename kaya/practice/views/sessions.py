"""/practice/sessions: a session is begun, played, and over; how it was is said before and after."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from kaya.afterwards import KEPT_ON_DEVICES
from kaya.practice import enrolling, practising, shelf
from kaya.practice.forms_sessions import RATINGS, AfterForm, ProgressForm, StartForm
from kaya.practice.models import Practice, PracticeSession
from kaya.practice.practising import Mood
from kaya.practice.score import score_of
from kaya.practice.script import Caution
from kaya.practice.statistics import helping
from kaya.practice.steps import step_kept
from kaya.practice.vocabulary import CAUTIONS, MOODS
from kaya.refusal import Refusal
from kaya.web.api import is_uuid
from kaya.web.devices import device_key, kept_on_device
from kaya.web.outbox import posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, find_by, page
from kaya.words import say

bp = Blueprint("sessions", __name__, url_prefix="/practice/sessions")


@bp.get("/new")
@allow(members)
def new() -> ResponseReturnValue:
    """`?practice=` its slug or id, `?minutes=` how long. Who names none is shown what there is."""
    if not request.args.get("practice"):
        return redirect(url_for("practice.library.index"))
    practice = practice_named(request.args.get("practice", ""))
    return start_page(practice, starting(practice, request.args.get("minutes", "")))


@bp.post("")
@posted_once
@allow(members)
def create() -> ResponseReturnValue:
    form = StartForm()
    practice = practice_named(form.practice.data or "")
    form.for_practice(practice)
    begun = form.carry_out(
        lambda: practising.begin(
            g.viewer,
            practice,
            form.minutes.data,
            before=Mood(form.mood_before.data),
            at=form.started,
            within=KEPT_ON_DEVICES,
            id=form.own_id,
        )
    )
    if begun is None:
        return start_page(practice, form, status=form.refused_with)
    return done(see=url_for(".show", session_id=begun.id))


@bp.get("/<uuid:session_id>")
@allow(members)
def show(session_id: UUID) -> ResponseReturnValue:
    """The player, or, of a session that is over, how it was."""
    held = find(PracticeSession.of(g.viewer), session_id)
    return player(held) if held.is_open else told(held, said_already(held))


@bp.post("/<uuid:session_id>/progress")
@posted_once
@allow(members)
def progress(session_id: UUID) -> ResponseReturnValue:
    """From a page without a socket: it has come so many `seconds`."""
    held = find(PracticeSession.of(g.viewer), session_id)
    form = ProgressForm()
    if not form.validate():
        shown = said_already(held)
        shown.explain(Refusal("seconds", say("A whole number of seconds, please.")))
        return told(held, shown, status=422)
    practising.progress(g.viewer, held, form.seconds.data or 0, played=form.practised)
    return done(see=url_for(".show", session_id=held.id))


@bp.post("/<uuid:session_id>/completion")
@posted_once
@allow(members)
def complete(session_id: UUID) -> ResponseReturnValue:
    """It was done to its end. Said again, what is said of it is put right."""
    held = find(PracticeSession.of(g.viewer), session_id)
    form = AfterForm()
    completed = form.carry_out(
        lambda: practising.complete(
            g.viewer, held, after=Mood(form.mood_after.data), rating=form.rating.data,
            notes=form.notes.data if form.notes.raw_data else None, at=form.ended, played=form.practised,
        )
    )  # fmt: skip
    if completed is None:
        return told(held, form, status=form.refused_with)
    return done(see=url_for(".show", session_id=held.id))


@bp.post("/<uuid:session_id>/abandonment")
@posted_once
@allow(members)
def abandon(session_id: UUID) -> ResponseReturnValue:
    """It ends here, and what was practised counts."""
    held = practising.abandon(g.viewer, find(PracticeSession.of(g.viewer), session_id))
    return done(see=url_for(".show", session_id=held.id))


def practice_named(name: str) -> Practice:
    """By id or slug, or 404."""
    rows = Practice.of(g.viewer)
    return find(rows, UUID(name)) if is_uuid(name) else find_by(rows, slug=name)


def starting(practice: Practice, minutes: str = "") -> StartForm:
    """The form that begins it: any page may include practice/sessions/_start.html with it as `start`."""
    asked = int(minutes) if minutes.isdecimal() and len(minutes) < 4 else None
    form = StartForm(formdata=None, minutes=asked if asked and practice.can_last(asked) else None)
    return form.for_practice(practice)


def start_page(practice: Practice, form: StartForm, status: int = 200) -> Response:
    cautions = [CAUTIONS[each] for each in cautions_of(practice)]
    return page("practice/sessions/new.html", status=status, practice=practice, start=form, cautions=cautions)


def player(held: PracticeSession, purpose: Any = "") -> Response:
    """The page alone plays it: the service worker keeps it, so that it also opens again without a network."""
    steps = [step_kept(each) for each in held.steps]
    shown: dict[str, Any] = {
        "held": held,
        "purpose": purpose,
        "score": score_of(steps),
        "language_of_words": held.practice.language if held.practice else g.viewer.language,
        "is_gentle": Caution.BREATH not in cautions_of(held.practice),
        "after": said_already(held),
        "way_out": way_out(held),
        "device_key": device_key(g.viewer.id, "practice notes"),
    }
    return kept_on_device(page("practice/sessions/show.html", **shown))


def told(held: PracticeSession, form: AfterForm, status: int = 200) -> Response:
    again = starting(held.practice, str(held.minutes)) if held.practice and not held.practice.retired_at else None
    shown: dict[str, Any] = {
        "held": held,
        "after": form,
        "said": bool(held.mood_after or held.rating or held.notes),
        "start": again,
        "helps": helping(g.viewer, held.kind),
        "moods": MOODS,
        "ratings": RATINGS,
        "way_out": way_out(held),
        "device_key": device_key(g.viewer.id, "practice notes"),
    }
    return page("practice/sessions/over.html", status=status, **shown)


def said_already(held: PracticeSession) -> AfterForm:
    said: dict[str, Any] = {"mood_after": held.mood_after, "rating": held.rating, "notes": held.notes}
    return AfterForm(formdata=None, **said)


def cautions_of(practice: Practice | None) -> tuple[Caution, ...]:
    script = shelf.script_of(practice) if practice else None
    return script.cautions if script else ()


def way_out(held: PracticeSession) -> str:
    """Back to the day of a program that it was begun from, else to the library."""
    begun = enrolling.begun_for(held)
    if begun is None:
        return url_for("practice.library.index")
    return url_for("practice.programs.way", enrollment_id=begun.enrollment_id)
