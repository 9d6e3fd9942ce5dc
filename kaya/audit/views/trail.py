"""/staff/audit: who did what, to whom, when; whether the chain is whole; the trail as a file."""

from typing import Any

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.permissions import Permission
from kaya.audit import checking, exporting, trail
from kaya.audit.forms import TrailForm
from kaya.audit.models import AuditEntry, Inspection
from kaya.audit.verifying import Verdict
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.paging import Order, Page, paged
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, page
from kaya.web.templating import reading_zone

bp = Blueprint("audit", __name__, url_prefix="/staff/audit")

A_PAGE = 40
NEWEST_FIRST = Order(AuditEntry.sequence, AuditEntry.id, lambda entry: entry.sequence, descending=True)


@bp.get("")
@allow(staff_with(Permission.AUDIT))
def index() -> ResponseReturnValue:
    form = TrailForm.asked(request.args)
    found = listed(form.filters(reading_zone()))
    return page(
        "audit/index.html",
        fragment="audit/_list.html",
        form=form,
        entries=found,
        told=trail.told(found.items),
        **badge(),
    )


def listed(filters: trail.Filters) -> Page[AuditEntry]:
    rows = trail.entries(filters)
    try:
        cursor = request.args.get("cursor")
        return paged(rows, NEWEST_FIRST, cursor=cursor, limit=A_PAGE, bound_to=filters.words)
    except Refusal:
        return paged(rows, NEWEST_FIRST, limit=A_PAGE, bound_to=filters.words)


@bp.get("/integrity")
@allow(staff_with(Permission.AUDIT))
def integrity() -> ResponseReturnValue:
    return page("audit/_integrity.html", **badge())


@bp.post("/verification")
@allow(staff_with(Permission.AUDIT))
def verify() -> ResponseReturnValue:
    checking.ask(g.viewer)
    return done(see=url_for(".index"), fragment="audit/_integrity.html", **badge())


@bp.get("/export")
@allow(staff_with(Permission.AUDIT), fresh=True)
def export() -> Response:
    format = request.args.get("format", "csv")
    pieces = exporting.export(g.viewer, TrailForm.asked(request.args).filters(reading_zone()), format)
    return as_file(pieces, format)


def as_file(pieces: exporting.Pieces, format: str) -> Response:
    """Sent as it is read: the trail may be long."""
    response = Response((piece.encode() for piece in pieces), mimetype=exporting.FORMATS[format])
    response.direct_passthrough = True
    response.headers["Content-Disposition"] = f"attachment; filename=audit.{format}"
    return response


def badge() -> dict[str, Any]:
    """The last look at the chain, and whether one is under way; the version is read first."""
    version = version_of("audit")
    latest = Inspection.latest()
    verdict = Verdict(latest.upto, latest.rows, latest.milliseconds, latest.flaw, latest.flaw_at) if latest else None
    return {"version": version, "latest": latest, "verdict": verdict, "is_looking": checking.is_under_way()}
