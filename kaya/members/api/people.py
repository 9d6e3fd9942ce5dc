"""/users: staff's list of people."""

from typing import Any
from uuid import UUID

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts import inviting
from kaya.accounts.models import Role, User
from kaya.members import farewells, figures
from kaya.members.api.shapes import (
    FiguresOut,
    InvitationBody,
    PeopleListing,
    PeopleOut,
    PersonChangeBody,
    PersonOut,
    figures_json,
    invitation_json,
    person_json,
)
from kaya.members.changing import change
from kaya.members.people import Sought, Status, everyone, invited, last_seen, matching
from kaya.members.views.orders import INVITED_LAST_FIRST, ORDERS
from kaya.members.views.people import LOOK_AFTER
from kaya.web.api import ById, Problem, check_match, listed, nothing
from kaya.web.creates import creates
from kaya.web.paging import counted, paged
from kaya.web.policy import allow, check_fresh
from kaya.web.respond import find

bp = APIBlueprint("users_api", __name__, url_prefix="/api/v1/users", abp_tags=[Tag(name="users")])

REFUSED: dict[Any, Any] = {401: Problem, 403: Problem, 404: Problem}


@bp.get("", responses={200: PeopleOut, 401: Problem, 403: Problem, 422: Problem}, summary="Everyone, for staff")
@allow(LOOK_AFTER)
def index(query: PeopleListing) -> Any:
    return invitations(query) if query.status == "invited" else people(query)


def people(query: PeopleListing) -> dict[str, Any]:
    status = Status(query.status) if query.status else None
    rows = matching(Sought(query.q.strip(), query.role or "", status, query.two_factor))
    page = paged(rows, ORDERS[query.sort], cursor=query.cursor, limit=query.limit, bound_to=filters(query))
    seen = last_seen(page.items)
    return listed(page, lambda user: person_json(user, seen.get(user.id))) | total(rows, query)


def invitations(query: PeopleListing) -> dict[str, Any]:
    rows = invited(query.q.strip(), query.role or "")
    page = paged(rows, INVITED_LAST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=filters(query))
    return listed(page, invitation_json) | total(rows, query)


def filters(query: PeopleListing) -> dict[str, Any]:
    return query.model_dump(mode="json", exclude={"cursor", "limit", "count"})


def total(rows: Any, query: PeopleListing) -> dict[str, Any]:
    return {"total": counted(rows)} if query.count else {}


@bp.get("/stats", responses={200: FiguresOut, 401: Problem, 403: Problem}, summary="How many we are")
@allow(LOOK_AFTER)
def stats() -> Any:
    return figures_json(figures.figures())


@bp.post(
    "",
    responses={201: PersonOut, 401: Problem, 403: Problem, 409: Problem, 422: Problem},
    summary="Invite someone by mail; the link is good for seven days; needs a fresh session to give a role",
)
@creates(lambda id: invitation_json(find(invited(), id)))
@allow(LOOK_AFTER)
def create(body: InvitationBody) -> Any:
    if body.role != Role.MEMBER:
        check_fresh()
    return invitation_json(inviting.invite(g.viewer, body.email, body.name, body.role)), 201


@bp.post("/invitations/<uuid:id>/resend", responses={200: PersonOut, **REFUSED}, summary="Send a new link")
@allow(LOOK_AFTER)
def send_again(path: ById) -> Any:
    return invitation_json(inviting.send_again(g.viewer, find(invited(), path.id)))


@bp.delete("/invitations/<uuid:id>", responses={204: None, **REFUSED}, summary="Take an invitation back")
@allow(LOOK_AFTER)
def uninvite(path: ById) -> Response:
    inviting.withdraw(g.viewer, find(invited(), path.id))
    return nothing()


@bp.get("/<uuid:id>", responses={200: PersonOut, **REFUSED}, summary="Someone, for staff")
@allow(LOOK_AFTER)
def show(path: ById) -> Any:
    return told(one(path.id))


@bp.patch(
    "/<uuid:id>",
    responses={200: PersonOut, **REFUSED, 409: Problem, 412: Problem, 422: Problem},
    summary="Role, standing, permissions; needs a fresh session",
)
@allow(LOOK_AFTER, fresh=True)
def update(path: ById, body: PersonChangeBody) -> Any:
    user = one(path.id)
    check_match(lambda: told(user))
    said = body.model_dump(exclude_none=True)
    return told(change(g.viewer, user, **said))


@bp.delete(
    "/<uuid:id>",
    responses={204: None, **REFUSED, 409: Problem},
    summary="Begin to erase an account; its owner has fourteen days to take that back",
)
@allow(LOOK_AFTER, fresh=True)
def destroy(path: ById) -> Response:
    farewells.begin(g.viewer, one(path.id))
    return nothing()


def one(user_id: UUID) -> User:
    return find(everyone(), user_id)


def told(user: User) -> dict[str, Any]:
    return person_json(user, last_seen([user]).get(user.id))
