"""/settings/data: an archive of everything, asked for, watched growing, downloaded; and the way out."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.privacy import archiving
from kaya.privacy.models import Archive
from kaya.privacy.views.sending import as_file
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.policy import allow, members
from kaya.web.respond import done, every, find, flash_notice, page

bp = Blueprint("archives", __name__, url_prefix="/settings/data")

RECENT = 5


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    return shown()


@bp.post("/archives")
@allow(members, fresh=True)
def create() -> ResponseReturnValue:
    try:
        archiving.ask(g.viewer)
    except Refusal as refusal:
        return shown(refusal=refusal.message, status=refusal.status)
    return done(see=url_for(".index"), fragment="privacy/_archives.html", **listing())


@bp.get("/archives/<uuid:archive_id>")
@allow(members, fresh=True)
def download(archive_id: UUID) -> Response:
    archive = find(Archive.theirs(g.viewer), archive_id)
    try:
        return as_file(archiving.fetch(g.viewer, archive))
    except Refusal as refusal:
        flash_notice(refusal.message, "bad")
        return done(see=url_for(".index"))  # type: ignore[return-value]


def shown(*, refusal: object = "", status: int = 200) -> ResponseReturnValue:
    context = listing() | {"refusal": refusal}
    return page("privacy/index.html", fragment="privacy/_archives.html", status=status, **context)


def listing() -> dict[str, Any]:
    """The version is read first."""
    version = version_of("own-data", g.viewer.id)
    return {"version": version, "archives": every(Archive.theirs(g.viewer).limit(RECENT)), "refusal": ""}
