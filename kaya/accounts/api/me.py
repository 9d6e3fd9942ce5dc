"""/users/me: one's own profile, preferences and numbers."""

from dataclasses import asdict
from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts import photos, profiles, readdressing, stats
from kaya.accounts.api.bodies import AvatarForm, MyProfileBody, NewEmailBody, PreferencesBody, PreferencesOut, Told
from kaya.accounts.api.people import UserOut, user_json
from kaya.accounts.profiles import Preferences
from kaya.accounts.views.throttles import few_resets, few_resets_of_one
from kaya.web.api import Body, Problem, check_match, nothing
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.uploads import takes_files
from kaya.words import say

bp = APIBlueprint("me_api", __name__, url_prefix="/api/v1/users/me", abp_tags=[Tag(name="users")])

NUMBERS: dict[str, Any] = {
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "additionalProperties": {"anyOf": [{"type": "number"}, {"type": "string"}, {"type": "null"}]},
            },
            "example": {
                "days_here": 41,
                "appointments_upcoming": 1,
                "appointments_completed": 6,
                "practice_minutes": 312,
                "practice_sessions": 38,
                "practice_days": 27,
            },
        }
    }
}


@bp.get("", responses={200: UserOut, 401: Problem}, summary="My account")
@allow(members)
def show() -> Any:
    return user_json(g.viewer)


@bp.patch("", responses={200: UserOut, 401: Problem, 412: Problem, 422: Problem}, summary="Change my profile")
@allow(members)
def update(body: MyProfileBody) -> Any:
    check_match(lambda: user_json(g.viewer))
    return user_json(profiles.change(g.viewer, **said(body)))


@bp.get("/preferences", responses={200: PreferencesOut, 401: Problem}, summary="How I like things")
@allow(members)
def show_preferences() -> Any:
    return asdict(Preferences.of(g.viewer))


@bp.patch(
    "/preferences",
    responses={200: PreferencesOut, 401: Problem, 412: Problem, 422: Problem},
    summary="Change how I like things",
)
@allow(members)
def update_preferences(body: PreferencesBody) -> Any:
    check_match(lambda: asdict(Preferences.of(g.viewer)))
    return asdict(profiles.prefer(g.viewer, **said(body)))


@bp.post(
    "/avatar", responses={200: UserOut, 401: Problem, 413: Problem, 422: Problem}, summary="Let this picture be mine"
)
@limit("picture")
@takes_files
@allow(members)
def show_photo(form: AvatarForm) -> Any:
    return user_json(photos.show(g.viewer, form.file.stream))


@bp.delete("/avatar", responses={204: None, 401: Problem}, summary="Take my picture down")
@allow(members)
def hide_photo() -> Response:
    photos.hide(g.viewer)
    return nothing()


@bp.post(
    "/email",
    responses={202: Told, 401: Problem, 403: Problem, 422: Problem},
    summary="Mail me elsewhere, once a link there was used; needs a fresh session",
)
@few_resets
@few_resets_of_one
@allow(members, fresh=True)
def readdress(body: NewEmailBody) -> Any:
    readdressing.ask(g.viewer, body.email)
    return {"detail": str(say("Please look at your mail there: a link is on its way."))}, 202


@bp.get("/stats", responses={200: NUMBERS, 401: Problem}, summary="A few numbers about me")
@allow(members)
def show_stats() -> Any:
    return stats.of(g.viewer)


def said(body: Body) -> dict[str, Any]:
    """What was sent; null is taken as left out."""
    return body.model_dump(exclude_none=True)
