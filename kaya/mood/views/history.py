"""/mood/history: everything that was said, the newest first, by days; and all of it as a file."""

from datetime import date
from itertools import groupby
from uuid import UUID

from flask import Blueprint, Response, g, request, url_for

from kaya.accounts.days import day_of
from kaya.db import db
from kaya.mood import exporting, looking
from kaya.mood.models import MoodEntry
from kaya.realtime import version_of
from kaya.web.limits import limit
from kaya.web.paging import Order, paged
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("history", __name__, url_prefix="/mood")

NEWEST_FIRST = Order(MoodEntry.at, MoodEntry.id, lambda entry: entry.at, descending=True)
AT_ONCE = 30


@bp.get("/history")
@allow(members)
def index() -> Response:
    version, day = version_of("mood", g.viewer.id), day_asked()
    rows = looking.between(g.viewer, day, day)
    cursor = request.args.get("cursor")
    found = paged(rows, NEWEST_FIRST, cursor=cursor, limit=AT_ONCE, bound_to=[g.viewer.id, day])
    return page(
        "mood/history.html",
        fragment="mood/_history.html",
        version=version,
        day=day,
        days=[(each, list(entries)) for each, entries in groupby(found.items, lambda entry: entry.day)],
        older=url_for(".index", day=day, cursor=found.next_cursor) if found.next_cursor else None,
        newer=url_for(".index", day=day) if cursor else None,
        gone=lately_gone(),
    )


@bp.get("/history.csv")
@limit("mood-file")
@allow(members, fresh=True)
def export() -> Response:
    """All of it, for a spreadsheet or another house."""
    name = f"mood-{day_of(g.viewer).isoformat()}.csv"
    answer = Response("".join(exporting.as_csv(g.viewer)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def taken_back_from(entry: MoodEntry) -> str:
    """Where what was just let go can be taken back."""
    return url_for("mood.history.index", gone=entry.id)


def lately_gone() -> MoodEntry | None:
    try:
        named = UUID(request.args.get("gone", ""))
    except ValueError:
        return None
    mine = MoodEntry.any_of(g.viewer).where(MoodEntry.id == named, MoodEntry.deleted_at.is_not(None))
    return db.session.scalar(mine.where(MoodEntry.word != ""))


def day_asked() -> date | None:
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
