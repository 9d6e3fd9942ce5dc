"""/practices: the library, and one's own sessions made of steps."""

from typing import Any
from uuid import UUID

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from sqlalchemy import Select

from kaya.practice import composing, shelf
from kaya.practice.api.saying import practice_json, practice_with_steps_json
from kaya.practice.api.shapes import (
    PracticeBody,
    PracticeChangeBody,
    PracticesAsked,
    PracticesOut,
    PracticeWithStepsOut,
    StepShape,
)
from kaya.practice.composing import Wording
from kaya.practice.models import Practice
from kaya.practice.script import Need, PracticeKind
from kaya.practice.steps import Step, step_kept
from kaya.web.api import BySlug, Problem, check_match, is_uuid, listed, nothing
from kaya.web.creates import creates
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find, find_by

bp = APIBlueprint("practices_api", __name__, url_prefix="/api/v1/practices", abp_tags=[Tag(name="practice")])

ON_THE_SHELF = Order(Practice.position, Practice.id, lambda practice: practice.position)


@bp.get("", responses={200: PracticesOut, 401: Problem, 422: Problem}, summary="The library, and my own sessions")
@allow(members)
def index(query: PracticesAsked) -> Any:
    rows = asked_for(query)
    filters = [g.viewer.id, query.q, query.need, query.kind, query.time, query.minutes, query.own]
    found = paged(rows, ON_THE_SHELF, cursor=query.cursor, limit=query.limit, bound_to=filters)
    return listed(found, practice_json) | ({"total": counted(rows)} if query.count else {})


@bp.post(
    "",
    responses={201: PracticeWithStepsOut, 401: Problem, 409: Problem, 422: Problem},
    summary="Make a session of steps",
)
@creates(lambda id: practice_with_steps_json(find(Practice.by(g.viewer), id)))
@allow(members)
def create(body: PracticeBody) -> Any:
    wording = Wording(body.title, steps_meant(body.steps), body.summary, body.kind, tuple(body.needs))
    return practice_with_steps_json(composing.make(g.viewer, wording, id=body.id)), 201


@bp.get("/<string:id>", responses={200: PracticeWithStepsOut, 401: Problem, 404: Problem}, summary="One of them")
@allow(members)
def show(path: BySlug) -> Any:
    return practice_with_steps_json(practice_named(path.id))


@bp.patch(
    "/<string:id>",
    responses={
        200: PracticeWithStepsOut, 401: Problem, 403: Problem, 404: Problem, 412: Problem, 422: Problem,
    },
    summary="Change a session of mine",
)  # fmt: skip
@allow(members)
def update(path: BySlug, body: PracticeChangeBody) -> Any:
    practice = practice_named(path.id)
    check_match(lambda: practice_with_steps_json(practice))
    return practice_with_steps_json(composing.change(g.viewer, practice, reworded(practice, body)))


@bp.delete(
    "/<string:id>",
    responses={204: None, 401: Problem, 403: Problem, 404: Problem, 412: Problem},
    summary="Remove a session of mine; those that were held stay",
)
@allow(members)
def destroy(path: BySlug) -> Any:
    practice = practice_named(path.id)
    check_match(lambda: practice_with_steps_json(practice))
    composing.remove(g.viewer, practice)
    return nothing()


def practice_named(name: str) -> Practice:
    """By id or slug, or 404."""
    rows = Practice.of(g.viewer)
    return find(rows, UUID(name)) if is_uuid(name) else find_by(rows, slug=name)


def asked_for(query: PracticesAsked) -> Select[Practice]:
    wanted = shelf.Wanted(query.q, query.need, query.kind, query.time, query.minutes, query.own)
    return shelf.matching(g.viewer, wanted)


def steps_meant(shapes: list[StepShape]) -> list[Step]:
    return [Step(each.kind, each.text, each.seconds, each.cue) for each in shapes]


def reworded(practice: Practice, body: PracticeChangeBody) -> Wording:
    """What is there, with what the body says in its place."""
    there = [step_kept(each) for each in practice.steps]
    return Wording(
        practice.title if body.title is None else body.title,
        there if body.steps is None else steps_meant(body.steps),
        practice.summary if body.summary is None else body.summary,
        body.kind or PracticeKind(practice.kind),
        tuple(map(Need, practice.needs)) if body.needs is None else tuple(body.needs),
    )
