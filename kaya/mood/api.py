"""/journal/mood: saying how it is, mending it, and what was said."""

from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field, StrictInt, model_validator
from sqlalchemy import Select

from kaya.mood import checking_in, looking
from kaya.mood.feelings import name_of
from kaya.mood.models import MoodEntry, Source
from kaya.mood.saying import LONGEST_NAME, LONGEST_NOTE, LONGEST_WORD, MOST_NAMES, Said
from kaya.refusal import Refusal
from kaya.web.api import Body, ById, Day, Instant, Listing, Problem, Text, check_match, instant, listed, nothing
from kaya.web.creates import creates
from kaya.web.limits import limit
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import every, find
from kaya.words import say

bp = APIBlueprint("mood_api", __name__, url_prefix="/api/v1/journal/mood", abp_tags=[Tag(name="mood")])

NEWEST_FIRST = Order(MoodEntry.at, MoodEntry.id, lambda entry: entry.at, descending=True)
MOST_REMOVED = 1000

Word = Annotated[Text, Field(min_length=1, max_length=LONGEST_WORD)]
Place = Annotated[float, Field(ge=-1, le=1, strict=False)]
Intensity = Annotated[StrictInt, Field(ge=1, le=10)]
Names = Annotated[list[Annotated[Text, Field(min_length=1, max_length=LONGEST_NAME)]], Field(max_length=MOST_NAMES)]
Note = Annotated[Text, Field(max_length=LONGEST_NOTE)]
Hours = Annotated[float, Field(ge=0, le=24)]
Quality = Annotated[StrictInt, Field(ge=1, le=5)]


class MoodBody(Body):
    """A word of the pad has its place; one of your own needs `valence`."""

    id: UUID | None = Field(None, description="Made by the client, so that asking again says it once")
    mood: Word = Field(examples=["hopeful"])
    intensity: Intensity
    valence: Place | None = Field(None, description="From -1, unpleasant, to 1, pleasant")
    arousal: Place | None = Field(None, description="From -1, still, to 1, stirred up")
    tags: Names = []
    activities: Names = []
    sleep_hours: Hours | None = Field(None, description="Of the night before")
    sleep_quality: Quality | None = Field(None, description="From 1, very bad, to 5, very good")
    note: Note = ""
    at: Instant | None = Field(None, description="When it was so; now, if left out")


class MoodChangeBody(Body):
    """What is left out stays. Another word of the pad comes with its own place, unless you say one."""

    mood: Word | None = None
    intensity: Intensity | None = None
    valence: Place | None = None
    arousal: Place | None = None
    tags: Names | None = None
    activities: Names | None = None
    sleep_hours: Hours | None = None
    sleep_quality: Quality | None = None
    note: Note | None = None
    at: Instant | None = None

    @model_validator(mode="before")
    @classmethod
    def nothing_sent(cls, sent: Any) -> Any:
        return {} if sent is None else sent


class MoodHistoryAsked(Listing):
    since: Day | None = Field(None, alias="from", description="My days from this one on")
    until: Day | None = Field(None, alias="to", description="Up to and with this one")
    updated_since: Instant | None = None
    count: bool = False


class MoodOut(BaseModel):
    id: str
    mood: str
    intensity: int
    valence: float
    arousal: float
    tags: list[str]
    activities: list[str]
    sleep_hours: float | None
    sleep_quality: int | None
    note: str
    at: str
    timezone: str
    day: str = Field(description="My own day; it starts at `day_starts` of my preferences")
    source: str = Field(examples=["pad"])
    created_at: str
    updated_at: str


class MoodHistoryOut(BaseModel):
    items: list[MoodOut]
    next_cursor: str | None
    total: int | str | None = None
    removed: list[str] | None = Field(None, description="With updated_since: ids that are gone; told for 90 days")


@bp.post("", responses={201: MoodOut, 401: Problem, 409: Problem, 422: Problem}, summary="Say how it is, or was")
@creates(lambda id: mood_json(find(MoodEntry.of(g.viewer), id)))
@limit("mood")
@allow(members)
def create(body: MoodBody) -> Any:
    said = said_in(body.model_dump(exclude={"id", "at", "mood"}), word=body.mood)
    return mood_json(checking_in.check_in(g.viewer, said, at=body.at, source=Source.API, id=body.id)), 201


@bp.get("/history", responses={200: MoodHistoryOut, 401: Problem, 422: Problem}, summary="What I said, newest first")
@allow(members)
def index(query: MoodHistoryAsked) -> Any:
    if query.since and query.until and query.until < query.since:
        raise Refusal("wrong-order", say("This is before the first day."), field="to")
    rows = looking.between(g.viewer, query.since, query.until)
    if query.updated_since:
        rows = rows.where(MoodEntry.updated_at >= query.updated_since)
    filters = [g.viewer.id, query.since, query.until, query.updated_since]
    found = paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=filters)
    removed = {"removed": [str(gone.id) for gone in every(gone_since(query))]} if query.updated_since else {}
    return listed(found, mood_json) | ({"total": counted(rows)} if query.count else {}) | removed


@bp.get("/<uuid:id>", responses={200: MoodOut, 401: Problem, 404: Problem}, summary="One of them")
@allow(members)
def show(path: ById) -> Any:
    return mood_json(find(MoodEntry.of(g.viewer), path.id))


@bp.patch(
    "/<uuid:id>",
    responses={200: MoodOut, 401: Problem, 404: Problem, 412: Problem, 422: Problem},
    summary="It was otherwise",
)
@limit("mood")
@allow(members)
def update(path: ById, body: MoodChangeBody) -> Any:
    entry = mine(path)
    changes = {name: getattr(body, name) for name in body.model_fields_set - {"at", "mood"}}
    changes = {name: value for name, value in changes.items() if value is not None or name.startswith("sleep_")}
    before = Said.of(entry)
    if body.mood is not None and body.mood != name_of(entry.word):
        before = replace(before, word=body.mood, valence=None, arousal=None)
    return mood_json(checking_in.mend(g.viewer, entry, said_in(changes, before=before), at=body.at))


@bp.delete("/<uuid:id>", responses={204: None, 401: Problem, 404: Problem, 412: Problem}, summary="Delete it")
@allow(members)
def destroy(path: ById) -> Any:
    checking_in.let_go(g.viewer, mine(path))
    return nothing()


def said_in(fields: dict[str, Any], *, word: str = "", before: Said | None = None) -> Said:
    lists: dict[str, Any] = {name: tuple(fields[name]) for name in ("tags", "activities") if name in fields}
    return replace(before or Said(word), **(fields | lists))


def gone_since(query: MoodHistoryAsked) -> Select[MoodEntry]:
    gone = MoodEntry.any_of(g.viewer).where(MoodEntry.deleted_at >= query.updated_since)
    return gone.order_by(MoodEntry.id).limit(MOST_REMOVED)


def mine(path: ById) -> MoodEntry:
    """The viewer's, as long as it is what `If-Match` says, if it says so."""
    entry = find(MoodEntry.of(g.viewer), path.id)
    check_match(lambda: mood_json(entry))
    return entry


def mood_json(entry: MoodEntry) -> dict[str, Any]:
    return {
        "id": str(entry.id),
        "mood": name_of(entry.word),
        "intensity": entry.intensity,
        "valence": entry.valence,
        "arousal": entry.arousal,
        "tags": entry.tags,
        "activities": entry.activities,
        "sleep_hours": entry.sleep_hours,
        "sleep_quality": entry.sleep_quality,
        "note": entry.note,
        "at": instant(entry.at),
        "timezone": entry.timezone,
        "day": entry.day.isoformat(),
        "source": entry.source,
        "created_at": instant(entry.created_at),
        "updated_at": instant(entry.updated_at),
    }
