"""/practice: the library, by need, length, time of day and words; and one session of it."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, g, request, url_for
from sqlalchemy import Select

from kaya import clock
from kaya.practice import shelf
from kaya.practice.days import local, time_of_day
from kaya.practice.forms_library import FILTERS, LibraryForm
from kaya.practice.models import Practice, PracticeSession, Program, SessionState
from kaya.practice.outline import outline_of
from kaya.practice.practising import has_just_played
from kaya.practice.statistics import helping
from kaya.practice.suggesting import felt_now, suggestions
from kaya.practice.views.sessions import starting
from kaya.practice.vocabulary import CAUTIONS
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.paging import Order, Page, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import every, find_by, page

bp = Blueprint("library", __name__, url_prefix="/practice")

A_PAGE = 16
ON_THE_SHELF = Order(Practice.position, Practice.id, lambda practice: practice.position)
STILL_WARM = timedelta(days=2)  # what was begun longer ago is not gone on with
SHOWN_OF_HISTORY = 5


@bp.get("")
@allow(members)
def index() -> Response:
    """Filters stand in the address: `q need minutes time kind own`."""
    version = version_of("practice", g.viewer.id)
    form = LibraryForm(request.args)
    form.validate()
    found, number = searched(form)
    response = page(
        "practice/library/index.html",
        fragment="practice/library/_shelf.html",
        status=422 if form.errors else 200,
        form=form, found=found, number=number, programs=programs(form), filters=FILTERS, version=version,
        **for_now(form),
    )  # fmt: skip
    response.headers["HX-Replace-Url"] = url_for(".index", **form.address())
    return response


def searched(form: LibraryForm) -> tuple[Page[Practice], int | str]:
    """A page of what fits, and how many fit; a cursor that belongs to another search begins anew."""
    rows, cursor = shelf.matching(g.viewer, form.wanted), request.args.get("cursor")
    bound_to = [str(g.viewer.id), asdict(form.wanted)]
    try:
        found = paged(rows, ON_THE_SHELF, cursor=cursor, limit=A_PAGE, bound_to=bound_to)
    except Refusal:
        found, cursor = paged(rows, ON_THE_SHELF, limit=A_PAGE, bound_to=bound_to), None
    is_all = not cursor and found.next_cursor is None
    return found, len(found.items) if is_all else counted(rows)


def programs(form: LibraryForm) -> list[Program]:
    """Those that the words fit too."""
    rows = shelf.programs_matching(form.wanted)
    return [] if rows is None or request.args.get("cursor") else every(rows)


def for_now(form: LibraryForm) -> dict[str, Any]:
    """What stands above the shelf while nothing is looked for: a session that waits, and what fits the hour."""
    if form.address() or form.errors or request.args.get("cursor"):
        return {"waiting": None, "plays": False, "fitting": [], "time": None}
    time, held = time_of_day(local(g.viewer).hour), waiting()
    plays = held is not None and has_just_played(held.updated_at)
    return {"waiting": held, "plays": plays, "fitting": suggestions(g.viewer, felt=felt_now(g.viewer)), "time": time}


def waiting() -> PracticeSession | None:
    """What was begun, has been played a little, and is not over."""
    rows = PracticeSession.of(g.viewer).where(
        PracticeSession.state == SessionState.STARTED,
        PracticeSession.seconds > 0,
        PracticeSession.updated_at > clock.now() - STILL_WARM,
    )
    found = every(rows.order_by(PracticeSession.updated_at.desc()).limit(1))
    return found[0] if found else None


@bp.get("/<slug>")
@allow(members)
def show(slug: str) -> Response:
    return practice_page(find_by(Practice.of(g.viewer), slug=slug))


def practice_page(practice: Practice) -> Response:
    """One session of the library, or of one's own: what it is, how it goes, when one did it."""
    version = version_of("practice", g.viewer.id)
    script = shelf.script_of(practice)
    start = starting(practice, request.args.get("minutes", ""))
    minutes = start.minutes.data
    return page(
        "practice/library/show.html",
        fragment="practice/library/_history.html",
        practice=practice,
        start=start,
        minutes=minutes,
        outline=outline_of(shelf.steps_of(practice, minutes), whole=practice.is_own),
        cautions=[CAUTIONS[each] for each in script.cautions] if script else [],
        sources=script.sources if script else (),
        before=every(history(practice).limit(SHOWN_OF_HISTORY)),
        number=counted(history(practice).where(PracticeSession.practised())),
        helps=helping(g.viewer, practice_id=practice.id),
        version=version,
    )


def history(practice: Practice) -> Select[PracticeSession]:
    """When one practised it."""
    return PracticeSession.told_of(g.viewer).where(PracticeSession.practice_id == practice.id)
