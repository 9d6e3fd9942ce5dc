"""/auth/sessions: where I am signed in; revoke one, or all others."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel

from kaya.accounts import devices, signing_in
from kaya.accounts.models import SignIn
from kaya.web.api import ById, Problem, instant, nothing
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint("sessions_api", __name__, url_prefix="/api/v1/auth/sessions", abp_tags=[Tag(name="auth")])


class SessionOut(BaseModel):
    id: str
    medium: str
    device: str
    address: str
    place: str | None
    created_at: str
    last_seen_at: str
    is_current: bool


class SessionsOut(BaseModel):
    items: list[SessionOut]
    next_cursor: str | None


@bp.get("", responses={200: SessionsOut, 401: Problem}, summary="Where I am signed in, the one seen last first")
@allow(members)
def index() -> Any:
    return {"items": [session_json(sign_in) for sign_in in signing_in.current(g.viewer)], "next_cursor": None}


@bp.delete("/<uuid:id>", responses={204: None, 401: Problem, 404: Problem}, summary="Sign out there")
@allow(members)
def destroy(path: ById) -> Response:
    signing_in.end(find(SignIn.of(g.viewer), path.id))
    return nothing()


@bp.delete("", responses={204: None, 401: Problem}, summary="Sign out everywhere else")
@allow(members)
def destroy_others() -> Response:
    devices.end_others(g.viewer, g.viewer.sign_in)
    return nothing()


def session_json(sign_in: SignIn) -> dict[str, Any]:
    return {
        "id": str(sign_in.id),
        "medium": sign_in.medium,
        "device": devices.described(sign_in.device),
        "address": sign_in.address,
        "place": devices.place(sign_in.address) or None,
        "created_at": instant(sign_in.created_at),
        "last_seen_at": instant(sign_in.last_seen_at),
        "is_current": sign_in.id == g.viewer.sign_in_id,
    }
