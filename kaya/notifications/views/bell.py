"""The bell in every bar: how many notifications are unread."""

from dataclasses import dataclass

from flask import Blueprint, g
from flask.typing import ResponseReturnValue

from kaya.notifications.models import Notification
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import page
from kaya.web.templating import shown_everywhere

bp = Blueprint("bell", __name__, url_prefix="/notifications/bell")


@dataclass(frozen=True)
class Bell:
    version: int
    unread: int


@shown_everywhere
def bell() -> Bell:
    """For the viewer, who has to be signed in; looked up once a request."""
    if "bell" not in g:
        g.bell = Bell(version_of("notifications", g.viewer.id), Notification.unread_count(g.viewer))
    ringing: Bell = g.bell
    return ringing


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    return page("notifications/_bell.html")
