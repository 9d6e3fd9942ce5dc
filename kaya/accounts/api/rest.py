"""/users/me/rest: a rest from counting and reminding."""

from datetime import date
from typing import Annotated, Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.accounts import resting
from kaya.accounts.models import Rest
from kaya.web.api import Body, Problem, check_match, nothing
from kaya.web.policy import allow, members

bp = APIBlueprint("rest_api", __name__, url_prefix="/api/v1/users/me/rest", abp_tags=[Tag(name="users")])


class RestBody(Body):
    until: Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))] | None = Field(
        None, description="The last day of it; left out, until I say that I am back"
    )


class RestOut(BaseModel):
    is_resting: bool
    since: str | None = Field(description="The first of my days on which nothing is counted or reminded of")
    until: str | None


@bp.get("", responses={200: RestOut, 401: Problem}, summary="Whether I am resting")
@allow(members)
def show() -> Any:
    return rest_json(resting.rest_now(g.viewer))


@bp.put("", responses={200: RestOut, 401: Problem, 412: Problem, 422: Problem}, summary="Rest from today on")
@allow(members)
def update(body: RestBody) -> Any:
    """Rhythm stands still, and the reminders that I chose keep silent. Said again, the end is moved."""
    check_match(lambda: rest_json(resting.rest_now(g.viewer)))
    return rest_json(resting.rest(g.viewer, body.until))


@bp.delete("", responses={204: None, 401: Problem}, summary="I am back")
@allow(members)
def destroy() -> Response:
    resting.come_back(g.viewer)
    return nothing()


def rest_json(rest: Rest | None) -> dict[str, Any]:
    return {
        "is_resting": rest is not None,
        "since": rest.first_day.isoformat() if rest else None,
        "until": rest.last_day.isoformat() if rest and rest.last_day else None,
    }
