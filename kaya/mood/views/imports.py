"""/mood/import: a file from Daylio is laid out, looked at, and taken in."""

from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.mood import bringing
from kaya.mood.bringing import Brought
from kaya.mood.forms import FileForm
from kaya.mood.models import Arrival
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.web.uploads import takes_files
from kaya.words import count, say

bp = Blueprint("imports", __name__, url_prefix="/mood/import")

LEVELS = (
    ("0.9", say("pleasant")),
    ("0.5", say("rather pleasant")),
    ("0", say("in the middle")),
    ("-0.5", say("rather unpleasant")),
    ("-0.9", say("unpleasant")),
)


@bp.get("")
@allow(members)
def new() -> Response:
    return page("mood/import.html", form=FileForm(formdata=None))


@bp.post("")
@limit("mood-file")
@takes_files
@allow(members)
def create() -> ResponseReturnValue:
    form = FileForm()
    arrival = form.carry_out(lambda: laid_out(form))
    if arrival is None:
        return page("mood/import.html", form=form, status=form.refused_with)
    return done(see=url_for(".show", arrival_id=arrival.id))


def laid_out(form: FileForm) -> Arrival:
    file = form.file.data
    if not file or not hasattr(file, "read"):
        raise Refusal("empty", say("Please choose the file that Daylio exported."), field="file")
    return bringing.lay_out(g.viewer, file.filename or "", file.read(bringing.LARGEST + 1))


@bp.get("/<uuid:arrival_id>")
@allow(members)
def show(arrival_id: UUID) -> Response:
    return look(find(Arrival.of(g.viewer), arrival_id))


@bp.post("/<uuid:arrival_id>")
@limit("mood-file")
@allow(members)
def update(arrival_id: UUID) -> ResponseReturnValue:
    """Take it in; each mood that is one's own has been given its place."""
    arrival = find(Arrival.of(g.viewer), arrival_id)
    try:
        brought = bringing.take_in(g.viewer, arrival, levels_said(arrival))
    except Refusal as refusal:
        return look(arrival, refusal=refusal, status=refusal.status)
    flash_notice(told(brought))
    return done(see=url_for("mood.trends.show", days="all"))


@bp.post("/<uuid:arrival_id>/deletion")
@allow(members)
def destroy(arrival_id: UUID) -> ResponseReturnValue:
    """Nothing of it is taken in."""
    bringing.send_away(g.viewer, find(Arrival.of(g.viewer), arrival_id))
    return done(see=url_for(".new"))


def look(arrival: Arrival, *, refusal: Refusal | None = None, status: int = 200) -> Response:
    reading = bringing.look_into(arrival)
    return page(
        "mood/arrival.html",
        status=status,
        arrival=arrival,
        reading=reading,
        would=bringing.would_bring(g.viewer, reading),
        names=reading.names.most_common(),
        levels=LEVELS,
        said=request.form,
        refusal=refusal,
    )


def levels_said(arrival: Arrival) -> dict[str, float]:
    """The field `level-0` is about the first of the names that are theirs, and so on."""
    allowed = {value: float(value) for value, _ in LEVELS}
    names = [name for name, _ in bringing.look_into(arrival).names.most_common()]
    said = {name: request.form.get(f"level-{n}", "") for n, name in enumerate(names)}
    return {name: allowed[value] for name, value in said.items() if value in allowed}


def told(brought: Brought) -> object:
    if brought.known:
        return say(
            "%(added)s entries were added; %(known)s were here already.", added=brought.added, known=brought.known
        )
    return count("One entry was added.", "%(num)s entries were added.", num=brought.added)
