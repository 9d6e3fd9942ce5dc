"""/journal/questionnaires: choosing one, filling it in, and what it came to."""

from typing import Annotated, Any
from uuid import UUID

from flask import Response, abort, g, json, request
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field, StrictInt
from werkzeug.exceptions import RequestEntityTooLarge

from kaya.mood import questionnaires
from kaya.mood.instruments import DIFFICULTIES, DIFFICULTY, Instrument
from kaya.mood.models import Sheet
from kaya.mood.questionnaires import Result
from kaya.web.api import Body, ById, Listing, Problem, Text, instant, listed, nothing
from kaya.web.creates import creates
from kaya.web.limits import limit
from kaya.web.paging import Order, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint(
    "questionnaires_api", __name__, url_prefix="/api/v1/journal/questionnaires", abp_tags=[Tag(name="mood")]
)

FIRST_FIRST = Order(Sheet.day, Sheet.id, lambda sheet: (sheet.day, sheet.created_at), among=Sheet.created_at)
HELP = "/help"
REFUSED = 400
NOTHING = {"0", "0.0", "", "None", "False"}  # points for the item that asks; anything else may be some

Points = Annotated[list[StrictInt], Field(max_length=20, description="One for each item, from 0")]


class ByKind(BaseModel):
    kind: Text = Field(max_length=20, description="Such as gad-7")


class SheetBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again keeps it once")
    answers: Points
    difficulty: StrictInt | None = Field(None, description="Which of `difficulties`, from 0; it counts for no score")


class InstrumentSourceOut(BaseModel):
    title: str
    where: str
    doi: str


class QuestionnaireOut(BaseModel):
    kind: str
    name: str
    about: str
    is_chosen: bool
    frame: str
    items: list[str] = Field(description="Empty until I choose to use it")
    options: list[str] = Field(description="Worth 0, 1, 2 … points")
    difficulty: str | None = Field(description="What is asked last; null where it is not")
    difficulties: list[str]
    highest: int
    sources: list[InstrumentSourceOut]


class QuestionnairesOut(BaseModel):
    items: list[QuestionnaireOut]
    next_cursor: str | None


class SheetOut(BaseModel):
    id: str
    kind: str
    day: str
    answers: list[int]
    difficulty: int | None
    score: int
    highest: int
    band: str | None = Field(description="How its makers call such a score; it is no diagnosis", examples=["mild"])
    help: str | None = Field(description="Where to lead whoever answered so; null where no answer asks for it")
    created_at: str


class SheetsOut(BaseModel):
    items: list[SheetOut]
    next_cursor: str | None


class SheetRefused(Problem):
    help: str | None = Field(None, description="Where to lead whoever answered so, though nothing was kept")


@bp.get("", responses={200: QuestionnairesOut, 401: Problem}, summary="Questionnaires that I may choose")
@allow(members)
def index() -> Any:
    chosen = questionnaires.chosen(g.viewer)
    return {
        "items": [offered_json(each, each.kind in chosen) for each in questionnaires.offered()],
        "next_cursor": None,
    }


@bp.put("/<kind>/choice", responses={204: None, 401: Problem, 404: Problem}, summary="Use it from now on")
@allow(members)
def choose(path: ByKind) -> Any:
    questionnaires.choose(g.viewer, named(path))
    return nothing()


@bp.delete("/<kind>/choice", responses={204: None, 401: Problem, 404: Problem}, summary="Put it away; sheets stay")
@allow(members)
def put_away(path: ByKind) -> Any:
    questionnaires.put_away(g.viewer, named(path))
    return nothing()


@bp.post(
    "/<kind>/sheets",
    responses={201: SheetOut, 401: Problem, 404: Problem, 409: SheetRefused, 422: SheetRefused, 429: SheetRefused},
    summary="Fill it in",
)
@creates(lambda id: kept_json(id))
@limit("mood")
@allow(members)
def create(path: ByKind, body: SheetBody) -> Any:
    """Refused with "not-chosen" until I choose to use it. A refusal has `help` too where an answer asks for it."""
    result = questionnaires.fill_in(g.viewer, named(path), body.answers, difficulty=body.difficulty, id=body.id)
    return result_json(result), 201


@bp.after_request
def with_help(answer: Response) -> Response:
    """Kept or not, refused for whatever reason: who says that there are such thoughts is led to people who help."""
    if answer.status_code >= REFUSED and request.endpoint == f"{bp.name}.create" and answer.is_json and asks_for_help():
        answer.set_data(json.dumps(answer.get_json() | {"help": HELP}))
    return answer


def asks_for_help() -> bool:
    """By what was sent, however else it may be wrong."""
    instrument = questionnaires.offered_as(str((request.view_args or {}).get("kind", "")))
    try:
        sent = request.get_json(silent=True)
    except (RecursionError, RequestEntityTooLarge):  # lists in lists without end, or too long to be read
        return False
    answers = sent.get("answers") if isinstance(sent, dict) else None
    if instrument is None or instrument.alarm is None or not isinstance(answers, list):
        return False
    return str(next(iter(answers[instrument.alarm :]), 0)).strip() not in NOTHING


@bp.get(
    "/<kind>/sheets",
    responses={200: SheetsOut, 401: Problem, 404: Problem, 422: Problem},
    summary="What I filled in, the first first",
)
@allow(members)
def sheets(path: ByKind, query: Listing) -> Any:
    instrument = named(path)
    rows = Sheet.of(g.viewer).where(Sheet.kind == instrument.kind).order_by(None)
    bound_to = [g.viewer.id, instrument.kind, "by day"]
    found = paged(rows, FIRST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=bound_to)
    return listed(found, lambda sheet: result_json(Result.of(sheet, instrument)))


@bp.delete("/sheets/<uuid:id>", responses={204: None, 401: Problem, 404: Problem}, summary="Delete a sheet")
@allow(members)
def destroy(path: ById) -> Any:
    questionnaires.tear_up(g.viewer, find(Sheet.of(g.viewer), path.id))
    return nothing()


def named(path: ByKind) -> Instrument:
    return questionnaires.offered_as(path.kind) or abort(404)


def kept_json(id: UUID) -> dict[str, Any]:
    sheet = find(Sheet.of(g.viewer), id)
    return result_json(Result.of(sheet, named(ByKind(kind=sheet.kind))))


def offered_json(instrument: Instrument, is_chosen: bool) -> dict[str, Any]:
    asks = instrument.asks_difficulty
    return {
        "kind": instrument.kind,
        "name": instrument.name,
        "about": str(instrument.about),
        "is_chosen": is_chosen,
        "frame": str(instrument.frame),
        "items": [str(item) for item in instrument.items] if is_chosen else [],
        "options": [str(option) for option in instrument.options],
        "difficulty": str(DIFFICULTY) if asks else None,
        "difficulties": [str(each) for each in DIFFICULTIES] if asks else [],
        "highest": instrument.highest,
        "sources": [{"title": each.title, "where": each.where, "doi": each.doi} for each in instrument.sources],
    }


def result_json(result: Result) -> dict[str, Any]:
    sheet = result.sheet
    return {
        "id": str(sheet.id),
        "kind": sheet.kind,
        "day": sheet.day.isoformat(),
        "answers": sheet.points,
        "difficulty": sheet.difficulty,
        "score": result.score,
        "highest": result.instrument.highest,
        "band": result.band.name if result.band else None,
        "help": HELP if result.is_alarming else None,
        "created_at": instant(sheet.created_at),
    }
