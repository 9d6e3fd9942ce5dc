"""/notifications: what happened, what was read."""

from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.notifications import reading
from kaya.notifications.models import Notification
from kaya.notifications.telling import sentence_for
from kaya.realtime import version_of
from kaya.web.paging import Order, Page, paged
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, page

bp = Blueprint("notifications", __name__, url_prefix="/notifications")

NEWEST_FIRST = Order(Notification.created_at, Notification.id, lambda row: row.created_at, descending=True)


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    return listing()


def listing() -> Response:
    version = version_of("notifications", g.viewer.id)
    return page(
        "notifications/index.html",
        fragment="notifications/_list.html",
        version=version,
        notifications=mine(),
        is_first_page="cursor" not in request.args,
        sentence=lambda notification: sentence_for(notification.kind, notification.words, g.viewer),
    )


def mine() -> Page[Notification]:
    return paged(Notification.of(g.viewer), NEWEST_FIRST, cursor=request.args.get("cursor"))


@bp.post("/<uuid:notification_id>/opening")
@allow(members)
def open_(notification_id: UUID) -> ResponseReturnValue:
    """It is read, and one goes where it leads."""
    notification = find(Notification.of(g.viewer), notification_id)
    reading.read(g.viewer, notification)
    return done(see=notification.path or url_for(".index"))


@bp.post("/<uuid:notification_id>/deletion")
@allow(members)
def destroy(notification_id: UUID) -> ResponseReturnValue:
    reading.delete(g.viewer, find(Notification.of(g.viewer), notification_id))
    return changed()


@bp.post("/reading")
@allow(members)
def read_all() -> ResponseReturnValue:
    reading.read_all(g.viewer)
    return changed()


def changed() -> ResponseReturnValue:
    """The list anew for htmx, which also wakes the bell; the whole page for everyone else."""
    if request.headers.get("HX-Request-Type") != "partial":
        return done(see=url_for(".index"))
    response = listing()
    response.headers["HX-Trigger"] = "notifications:changed"
    return response
