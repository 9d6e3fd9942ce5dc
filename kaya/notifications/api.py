"""/notifications of the API."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.notifications import reading
from kaya.notifications.models import Notification
from kaya.notifications.preferences import Choice, choices, choose
from kaya.notifications.telling import notification_json
from kaya.notifications.views.notifications import NEWEST_FIRST
from kaya.web.api import Body, ById, Listing, Problem, check_match, listed, nothing
from kaya.web.paging import counted, paged
from kaya.web.policy import allow, members
from kaya.web.respond import find

ABOUT = Tag(name="notifications")
bp = APIBlueprint("notifications_api", __name__, url_prefix="/api/v1/notifications", abp_tags=[ABOUT])


class NotificationOut(BaseModel):
    id: str
    kind: str = Field(examples=["appointment-booked"])
    text: str = Field(description="In the reader's language")
    path: str = Field(description="The page of this house that it is about", examples=["/appointments/0199…"])
    created_at: str
    read_at: str | None


class NotificationsOut(BaseModel):
    items: list[NotificationOut]
    next_cursor: str | None
    total: int | str | None = None


class NotificationListing(Listing):
    unread: bool = Field(False, description="Only those that were not read")
    count: bool = False


class CountOut(BaseModel):
    count: int


class ReadAllOut(BaseModel):
    updated: int = Field(description="How many were unread")
    count: int = Field(description="How many are unread now")


class ChoiceOut(BaseModel):
    kind: str
    label: str
    in_app: bool
    by_mail: bool | None = Field(description="null where it is never mailed")


class ChoicesOut(BaseModel):
    items: list[ChoiceOut]


class ChoiceBody(Body):
    kind: str = Field(max_length=60)
    in_app: bool = True
    by_mail: bool | None = None


class ChoicesBody(Body):
    """Replaces the whole; a kind that is left out is told in every way."""

    items: list[ChoiceBody] = Field(max_length=500)


@bp.get("", responses={200: NotificationsOut, 401: Problem, 422: Problem}, summary="My notifications, the newest first")
@allow(members)
def index(query: NotificationListing) -> Any:
    rows = Notification.unread_of(g.viewer) if query.unread else Notification.of(g.viewer)
    page = paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=query.unread)
    return listed(page, in_json) | ({"total": counted(rows)} if query.count else {})


@bp.get("/unread-count", responses={200: CountOut, 401: Problem}, summary="How many I have not read")
@allow(members)
def unread_count() -> Any:
    return {"count": Notification.unread_count(g.viewer)}


@bp.patch("/<uuid:id>/read", responses={200: NotificationOut, 401: Problem, 404: Problem}, summary="I have read it")
@allow(members)
def read(path: ById) -> Any:
    return in_json(reading.read(g.viewer, find(Notification.of(g.viewer), path.id)))


@bp.patch("/read-all", responses={200: ReadAllOut, 401: Problem}, summary="I have read all of them")
@allow(members)
def read_all() -> Any:
    return {"updated": reading.read_all(g.viewer), "count": Notification.unread_count(g.viewer)}


@bp.delete("/<uuid:id>", responses={204: None, 401: Problem, 404: Problem}, summary="Delete it")
@allow(members)
def destroy(path: ById) -> Response:
    reading.delete(g.viewer, find(Notification.of(g.viewer), path.id))
    return nothing()


@bp.get("/preferences", responses={200: ChoicesOut, 401: Problem}, summary="What I want to be told, and how")
@allow(members)
def show_preferences() -> Any:
    return choices_json()


@bp.put(
    "/preferences",
    responses={200: ChoicesOut, 401: Problem, 412: Problem, 422: Problem},
    summary="Choose what I am told",
)
@allow(members)
def update_preferences(body: ChoicesBody) -> Any:
    check_match(choices_json)
    choose(g.viewer, {item.kind: (item.in_app, item.by_mail is not False) for item in body.items})
    return choices_json()


def in_json(notification: Notification) -> dict[str, Any]:
    return notification_json(notification, g.viewer)


def choices_json() -> dict[str, Any]:
    return {"items": [choice_json(choice) for choice in choices(g.viewer)]}


def choice_json(choice: Choice) -> dict[str, Any]:
    return {
        "kind": choice.kind.name,
        "label": str(choice.kind.label),
        "in_app": choice.in_app,
        "by_mail": choice.by_mail,
    }
