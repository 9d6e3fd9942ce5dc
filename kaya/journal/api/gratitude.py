"""/journal/gratitude: lists of what one was thankful for."""

from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag

from kaya.journal import thanking
from kaya.journal.api.shapes import GratitudeBody, GratitudeOut, GratitudesOut, dates_for_days, gratitude_json
from kaya.journal.models import Gratitude
from kaya.web.api import ById, Listing, Problem, check_match, listed, nothing
from kaya.web.creates import creates
from kaya.web.limits import limit
from kaya.web.paging import Order, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint("gratitude_api", __name__, url_prefix="/api/v1/journal/gratitude", abp_tags=[Tag(name="journal")])

NEWEST_FIRST = Order(Gratitude.day, Gratitude.id, lambda kept: kept.day, descending=True)


@bp.post("", responses={201: GratitudeOut, 401: Problem, 409: Problem, 422: Problem}, summary="What I am thankful for")
@limit("journal")
@creates(lambda id: gratitude_json(find(Gratitude.of(g.viewer), id)))
@allow(members)
def create(body: GratitudeBody) -> Any:
    with dates_for_days():
        return gratitude_json(thanking.keep(g.viewer, body.items, day=body.date, id=body.id)), 201


@bp.get("/list", responses={200: GratitudesOut, 401: Problem, 422: Problem}, summary="My lists, the newest day first")
@allow(members)
def index(query: Listing) -> Any:
    rows = Gratitude.of(g.viewer)
    return listed(
        paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=[g.viewer.id]), gratitude_json
    )


@bp.delete("/<uuid:id>", responses={204: None, 401: Problem, 404: Problem, 412: Problem}, summary="Remove a list")
@allow(members)
def destroy(path: ById) -> Any:
    kept = find(Gratitude.of(g.viewer), path.id)
    check_match(lambda: gratitude_json(kept))
    thanking.remove(g.viewer, kept)
    return nothing()
