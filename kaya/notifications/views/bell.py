"""The bell in every bar: how many notifications are unread."""

from dataclasses import dataclass

from flask import Blueprint, g
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from kaya.db import db
from kaya.notifications.models import Notification
from kaya.realtime import version_in
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
    """For the viewer, who has to be signed in; looked up once a request, in one question."""
    if "bell" not in g:
        version, unread = version_in("notifications", g.viewer.id), Notification.count_of_unread(g.viewer)
        told = db.session.execute(select(version.scalar_subquery(), unread.scalar_subquery())).one()
        g.bell = Bell(told[0] or 0, told[1])
    ringing: Bell = g.bell
    return ringing


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    return page("notifications/_bell.html")
