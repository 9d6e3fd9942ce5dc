"""/users/me/export and DELETE /users/me: one's own archive, and leaving."""

from typing import Any, Literal

from flask import Response, g, url_for
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.privacy import archiving, leaving
from kaya.privacy.models import Archive, Deletion
from kaya.privacy.views.sending import as_file
from kaya.web.api import ById, Problem, instant
from kaya.web.creates import creates
from kaya.web.policy import allow, members
from kaya.web.respond import find

bp = APIBlueprint("own_data_api", __name__, url_prefix="/api/v1/users/me", abp_tags=[Tag(name="users")])


class ArchiveOut(BaseModel):
    """An archive of everything that is kept about me."""

    id: str
    status: Literal["preparing", "ready", "expired", "failed"]
    percent: int = Field(description="0 to 100", examples=[40])
    bytes: int | None = Field(description="The size of the ZIP, once it is ready")
    created_at: str
    ready_at: str | None
    expires_at: str | None = Field(description="Until when it can be downloaded: seven days")
    download_url: str | None = Field(description="With this client's token, in a fresh session; null until it is ready")


class DeletionOut(BaseModel):
    status: Literal["leaving", "staying"]
    asked_at: str
    due_at: str = Field(description="When the account is erased, unless its owner stays")


@bp.post(
    "/export",
    responses={202: ArchiveOut, 401: Problem, 403: Problem, 409: Problem, 429: Problem},
    summary="Make an archive of my data",
    description="In a fresh session. One at a time, three a day.",
)
@creates(lambda id: archive_json(find(Archive.theirs(g.viewer), id)))
@allow(members, fresh=True)
def export() -> Any:
    return archive_json(archiving.ask(g.viewer)), 202


@bp.get("/export/<uuid:id>", responses={200: ArchiveOut, 401: Problem, 404: Problem}, summary="How far my archive is")
@allow(members)
def show_export(path: ById) -> Any:
    return archive_json(find(Archive.theirs(g.viewer), path.id))


@bp.get(
    "/export/<uuid:id>/archive.zip",
    responses={
        200: {"description": "The ZIP", "content": {"application/zip": {}}},
        401: Problem,
        403: Problem,
        404: Problem,
        410: Problem,
    },
    summary="Download my archive",
    description="In a fresh session.",
)
@allow(members, fresh=True)
def download_export(path: ById) -> Response:
    return as_file(archiving.fetch(g.viewer, find(Archive.theirs(g.viewer), path.id)))


@bp.delete(
    "",
    responses={202: DeletionOut, 401: Problem, 403: Problem, 409: Problem},
    summary="Give up my account",
    description="In a fresh session. It is erased after fourteen days; every other sign-in ends at once.",
)
@allow(members, fresh=True)
def leave() -> Any:
    return deletion_json(leaving.ask(g.viewer, here=g.viewer.sign_in)), 202


@bp.post("/stay", responses={200: DeletionOut, 401: Problem, 409: Problem}, summary="Keep my account after all")
@allow(members)
def stay() -> Any:
    return deletion_json(leaving.withdraw(g.viewer))


def archive_json(archive: Archive) -> dict[str, Any]:
    return {
        "id": str(archive.id),
        "status": archive.status,
        "percent": archive.percent,
        "bytes": archive.bytes or None,
        "created_at": instant(archive.asked_at),
        "ready_at": instant(archive.ready_at),
        "expires_at": instant(archive.expires_at),
        "download_url": url_for(".download_export", id=archive.id) if archive.is_ready else None,
    }


def deletion_json(deletion: Deletion) -> dict[str, Any]:
    return {
        "status": "staying" if deletion.withdrawn_at else "leaving",
        "asked_at": instant(deletion.asked_at),
        "due_at": instant(deletion.due_at),
    }
