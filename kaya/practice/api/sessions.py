"""/sessions: practising, how it went, and what it adds up to."""

from typing import Any
from uuid import UUID

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from sqlalchemy import Select

from kaya.db import db
from kaya.practice import practising, shelf
from kaya.practice.api.saying import session_json, session_with_steps_json, statistics_json
from kaya.practice.api.shapes import (
    CompletionBody,
    PracticeSessionOut,
    PracticeSessionsOut,
    PracticeSessionWithStepsOut,
    ProgressBody,
    SessionBody,
    SessionsAsked,
)
from kaya.practice.api.stats_shapes import SessionStatsOut
from kaya.practice.models import Practice, PracticeSession
from kaya.practice.practising import Mood
from kaya.practice.rhythm import rhythm_of
from kaya.practice.statistics import statistics_of
from kaya.refusal import Refusal
from kaya.web.api import ById, Problem, check_match, is_uuid, listed
from kaya.web.creates import creates
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find
from kaya.web.spans import SpanAsked
from kaya.words import say

bp = APIBlueprint("practice_sessions_api", __name__, url_prefix="/api/v1/sessions", abp_tags=[Tag(name="practice")])

NEWEST_FIRST = Order(
    PracticeSession.started_at, PracticeSession.id, lambda session: session.started_at, descending=True
)
CHANGED: Any = {200: PracticeSessionOut, 401: Problem, 404: Problem, 412: Problem, 422: Problem}


@bp.post(
    "",
    responses={201: PracticeSessionWithStepsOut, 401: Problem, 409: Problem, 422: Problem},
    summary="Begin a session of exactly so many minutes",
)
@creates(lambda id: session_with_steps_json(find(PracticeSession.of(g.viewer), id)))
@allow(members)
def create(body: SessionBody) -> Any:
    before = Mood(body.mood_before, body.arousal_before, body.feeling_before)
    begun = practising.begin(
        g.viewer, practice_meant(body), body.minutes, title=body.title, before=before, at=body.started_at, id=body.id
    )
    return session_with_steps_json(begun), 201


@bp.get("", responses={200: PracticeSessionsOut, 401: Problem, 422: Problem}, summary="My sessions, newest first")
@allow(members)
def index(query: SessionsAsked) -> Any:
    rows = asked_for(query)
    filters = [g.viewer.id, query.since, query.until, query.kind, query.state, query.updated_since]
    found = paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=filters)
    removed: dict[str, list[str]] = {"removed": []} if query.updated_since else {}
    return listed(found, session_json) | ({"total": counted(rows)} if query.count else {}) | removed


@bp.get("/stats", responses={200: SessionStatsOut, 401: Problem, 422: Problem}, summary="What they add up to")
@allow(members)
def stats(query: SpanAsked) -> Any:
    """Minutes, kinds, times of day, and how my mood changed; nothing is said of that below five sessions."""
    if query.since and query.until and query.until < query.since:
        raise Refusal("wrong-order", say("This is before the first day."), field="to")
    return statistics_json(statistics_of(g.viewer, query.since, query.until), rhythm_of(g.viewer))


@bp.get("/<uuid:id>", responses={200: PracticeSessionWithStepsOut, 401: Problem, 404: Problem}, summary="One session")
@allow(members)
def show(path: ById) -> Any:
    return session_with_steps_json(find(PracticeSession.of(g.viewer), path.id))


@bp.patch("/<uuid:id>/progress", responses=CHANGED, summary="It has come so far")
@allow(members)
def progress(path: ById, body: ProgressBody) -> Any:
    """Never back; what has ended stays as it is. Figures sum `played`: what was skipped is no practice."""
    return session_json(practising.progress(g.viewer, mine(path), body.seconds, played=body.played))


@bp.patch("/<uuid:id>/complete", responses=CHANGED, summary="It is done, and this is how it was")
@allow(members)
def complete(path: ById, body: CompletionBody) -> Any:
    after = Mood(body.mood_after, body.arousal_after, body.feeling_after)
    held = practising.complete(
        g.viewer, mine(path), after=after, rating=body.rating, notes=body.notes, at=body.ended_at, played=body.played
    )
    return session_json(held)


@bp.patch("/<uuid:id>/abandon", responses={**CHANGED, 409: Problem}, summary="It ends here, and counts as far")
@allow(members)
def abandon(path: ById) -> Any:
    return session_json(practising.abandon(g.viewer, mine(path)))


def mine(path: ById) -> PracticeSession:
    """The viewer's session, as long as it is what `If-Match` says, if it says so."""
    held = find(PracticeSession.of(g.viewer), path.id)
    check_match(lambda: session_with_steps_json(held))
    return held


def practice_meant(body: SessionBody) -> Practice:
    """The one that is named, or a fitting one of the kind; refuses ("unknown-practice")."""
    if body.kind:
        return shelf.chosen(g.viewer, body.kind, body.minutes)
    name = body.practice_id or ""
    named = Practice.id == UUID(name) if is_uuid(name) else Practice.slug == name
    practice = db.session.scalar(Practice.of(g.viewer).where(named))
    if practice is None:
        raise Refusal("unknown-practice", say("There is no such practice."), field="practice_id")
    return practice


def asked_for(query: SessionsAsked) -> Select[PracticeSession]:
    rows = PracticeSession.of(g.viewer)
    if query.since:
        rows = rows.where(PracticeSession.day >= query.since)
    if query.until:
        rows = rows.where(PracticeSession.day <= query.until)
    if query.kind:
        rows = rows.where(PracticeSession.kind == query.kind)
    if query.state:
        rows = rows.where(PracticeSession.state == query.state)
    if query.updated_since:
        rows = rows.where(PracticeSession.updated_at >= query.updated_since)
    return rows
