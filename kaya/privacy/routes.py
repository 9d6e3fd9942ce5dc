"""Every page of privacy."""

from flask import Blueprint, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

import kaya.privacy.notices
from kaya.privacy.views import archives, leaving
from kaya.web.places import place, places
from kaya.words import say

__all__ = ["bp", "kaya"]

WORKSPACES = ("member", "desk", "staff")

bp = Blueprint("privacy", __name__)
bp.register_blueprint(archives.bp)  # /settings/data
bp.register_blueprint(leaving.bp)  # /settings/data/leaving

place("settings", say("Your data"), "archive", "privacy.archives.index", 60, prefixes=("privacy.",))


@bp.before_app_request
def tell_who_leaves() -> Response | None:
    """Whoever comes in while their account waits to be erased sees that first, once in each browser."""
    leaves_at = getattr(g.get("viewer"), "leaves_at", None)
    if leaves_at is None or request.method != "GET" or request.endpoint not in first_places():
        return None
    if session.get("told_of_leaving") == leaves_at.isoformat():
        return None
    session["told_of_leaving"] = leaves_at.isoformat()
    return redirect(url_for("privacy.leaving.show"), 303)


def first_places() -> set[str]:
    """Where one arrives."""
    return {"home.show", *(each.endpoint for area in WORKSPACES for each in places(area)[:1])}
