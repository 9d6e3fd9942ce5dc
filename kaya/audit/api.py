"""/admin/audit of the API."""

from typing import Any, Literal

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.accounts.permissions import Permission
from kaya.audit import checking, exporting, trail
from kaya.audit.models import AuditEntry, Inspection
from kaya.audit.trail import Filters, Told
from kaya.audit.views.trail import NEWEST_FIRST, as_file
from kaya.web.api import Instant, Listing, Problem, Text, instant, listed
from kaya.web.paging import paged
from kaya.web.policy import allow, check_fresh, staff_with

ABOUT = Tag(name="admin")
bp = APIBlueprint("audit_api", __name__, url_prefix="/api/v1/admin/audit", abp_tags=[ABOUT])


class TrailPersonOut(BaseModel):
    pseudonym: str
    id: str | None = Field(description="null once they were erased")


class AuditEntryOut(BaseModel):
    id: str
    sequence: int
    at: str
    act: str = Field(examples=["role-given"])
    label: str = Field(description="In the reader's language", examples=["Role given"])
    kind: str = Field(examples=["administrative"])
    actor: TrailPersonOut | None
    subject: TrailPersonOut | None
    row: dict[str, str] | None = Field(examples=[{"kind": "users", "id": "0199…"}])
    reason: str
    times: int = Field(description="Of a flood of refusals: the how-manieth in its hour")
    medium: str = Field(examples=["browser"])
    sign_in_id: str | None
    request_id: str
    address: str | None = Field(description="null where there is none, or once the person was erased")


class TrailOut(BaseModel):
    items: list[AuditEntryOut]
    next_cursor: str | None


class VerificationOut(BaseModel):
    finished_at: str | None = Field(description="null: nobody has looked yet")
    is_whole: bool
    upto: int = Field(description="The last sequence that was looked at")
    flaw: str = Field(description='"" where it is whole', examples=["edited"])
    flaw_at: int | None
    is_under_way: bool


class TrailListing(Listing):
    actor: Text = Field("", max_length=100, description="An id, a pseudonym, a mail address or a part of a name")
    subject: Text = Field("", max_length=100)
    person: Text = Field("", max_length=100, description="Actor or subject")
    act: Text = Field("", max_length=60)
    kind: Literal["", "administrative", "security", "record"] = ""
    since: Instant | None = None
    until: Instant | None = Field(None, description="Not included")
    format: Literal["json", "csv", "jsonl"] = "json"

    def filters(self) -> Filters:
        names = ("person", "actor", "subject", "act", "kind", "since", "until")
        return Filters(**{name: getattr(self, name) for name in names})


@bp.get(
    "",
    responses={200: TrailOut, 401: Problem, 403: Problem, 422: Problem},
    summary="Who did what, the newest first; as csv or jsonl the whole of it, in a fresh session",
)
@allow(staff_with(Permission.AUDIT))
def index(query: TrailListing) -> Any:
    filters = query.filters()
    if query.format != "json":
        check_fresh()
        return as_file(exporting.export(g.viewer, filters, query.format), query.format)
    rows = trail.entries(filters)
    page = paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=filters.words)
    told = trail.told(page.items)
    return listed(page, lambda entry: entry_json(entry, told))


@bp.get(
    "/verification",
    responses={200: VerificationOut, 401: Problem, 403: Problem},
    summary="Whether the chain was whole when it was last looked at",
)
@allow(staff_with(Permission.AUDIT))
def verification() -> Any:
    latest = Inspection.latest()
    return {
        "finished_at": instant(latest.finished_at) if latest else None,
        "is_whole": bool(latest and latest.is_whole),
        "upto": latest.upto if latest else 0,
        "flaw": latest.flaw if latest else "",
        "flaw_at": latest.flaw_at if latest else None,
        "is_under_way": checking.is_under_way(),
    }


def entry_json(entry: AuditEntry, told: Told) -> dict[str, Any]:
    plain = {name: getattr(entry, name) for name in ("sequence", "act", "reason", "times", "medium", "request_id")}
    return plain | {
        "id": str(entry.id),
        "at": instant(entry.at),
        "label": str(entry.what.label),
        "kind": str(entry.what.kind),
        "actor": person_json(entry.actor, told),
        "subject": person_json(entry.subject, told),
        "row": {"kind": entry.row_kind, "id": entry.row_id} if entry.row_kind else None,
        "sign_in_id": str(entry.sign_in_id) if entry.sign_in_id else None,
        "address": told.addresses.get(entry.sequence),
    }


def person_json(pseudonym: Any, told: Told) -> dict[str, Any] | None:
    return {"pseudonym": str(pseudonym), "id": told.user_id(pseudonym)} if pseudonym else None
