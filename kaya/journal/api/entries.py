"""/journal: pages written, read, searched, changed and let go of."""

from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from sqlalchemy import Select

from kaya.journal import looking, writing
from kaya.journal.api.shapes import (
    EntriesAsked,
    EntriesOut,
    EntryBody,
    EntryChangeBody,
    EntryOut,
    dates_for_days,
    entry_json,
)
from kaya.journal.looking import Sought
from kaya.journal.models import Entry
from kaya.journal.wording import Page
from kaya.web.api import ById, Problem, check_match, listed, nothing
from kaya.web.creates import creates
from kaya.web.limits import limit
from kaya.web.paging import Order, closed, counted, opened, paged
from kaya.web.paging import Page as Listed
from kaya.web.policy import allow, members
from kaya.web.respond import every, find

bp = APIBlueprint("journal_api", __name__, url_prefix="/api/v1/journal", abp_tags=[Tag(name="journal")])

NEWEST_FIRST = Order(Entry.day, Entry.id, lambda entry: entry.day, descending=True)


@bp.post("", responses={201: EntryOut, 401: Problem, 409: Problem, 422: Problem}, summary="Write a page")
@limit("journal")
@creates(lambda id: entry_json(find(Entry.of(g.viewer), id)))
@allow(members)
def create(body: EntryBody) -> Any:
    page = Page(body.title, body.body, tuple(body.tags), body.date, body.prompt)
    with dates_for_days():
        return entry_json(writing.write(g.viewer, page, id=body.id)), 201


@bp.get("", responses={200: EntriesOut, 401: Problem, 422: Problem}, summary="My pages, the newest day first")
@allow(members)
def index(query: EntriesAsked) -> Any:
    """With `q` or `tag` the pages are opened and read through; a page of the list may then be short, and go on."""
    rows = asked_for(query)
    filters = [g.viewer.id, query.q, query.tag, query.since, query.until, query.updated_since]
    sought = Sought(query.q, query.tag, query.since, query.until)
    if sought.is_nothing:
        found = paged(rows, NEWEST_FIRST, cursor=query.cursor, limit=query.limit, bound_to=filters)
    else:
        found = looked(sought, query, filters)
    return listed(found, entry_json) | more(query, rows)


def looked(sought: Sought, query: EntriesAsked, filters: list[Any]) -> Listed[Entry]:
    beyond = opened(query.cursor, filters) if query.cursor else None
    found = looking.look(g.viewer, sought, beyond=beyond, enough=query.limit)
    return Listed(found.entries, closed(*found.reached, filters) if found.reached else None)


def more(query: EntriesAsked, rows: Select[Entry]) -> dict[str, Any]:
    told: dict[str, Any] = {"total": counted(rows)} if query.count else {}
    if query.updated_since:
        gone = every(Entry.let_go_by(g.viewer).where(Entry.deleted_at >= query.updated_since))
        told["removed"] = [str(entry.id) for entry in gone]
    return told


@bp.get("/<uuid:id>", responses={200: EntryOut, 401: Problem, 404: Problem}, summary="One page")
@allow(members)
def show(path: ById) -> Any:
    return entry_json(find(Entry.of(g.viewer), path.id))


@bp.patch(
    "/<uuid:id>",
    responses={200: EntryOut, 401: Problem, 403: Problem, 404: Problem, 412: Problem, 422: Problem},
    summary="Change a page",
)
@limit("journal")
@allow(members)
def update(path: ById, body: EntryChangeBody) -> Any:
    """What is left out stays. A sealed page is changed where its passphrase is known."""
    entry = find(Entry.of(g.viewer), path.id)
    check_match(lambda: entry_json(entry))
    with dates_for_days():
        return entry_json(writing.change(g.viewer, entry, reworded(entry, body)))


@bp.delete(
    "/<uuid:id>", responses={204: None, 401: Problem, 404: Problem, 412: Problem}, summary="Let a page go, for good"
)
@limit("journal")
@allow(members)
def destroy(path: ById) -> Any:
    """For a day it can be taken back in the browser; a sealed page for thirty."""
    entry = find(Entry.of(g.viewer), path.id)
    check_match(lambda: entry_json(entry))
    writing.delete(g.viewer, entry)
    return nothing()


def asked_for(query: EntriesAsked) -> Select[Entry]:
    rows = Entry.of(g.viewer)
    if query.since:
        rows = rows.where(Entry.day >= query.since)
    if query.until:
        rows = rows.where(Entry.day <= query.until)
    return rows.where(Entry.updated_at >= query.updated_since) if query.updated_since else rows


def reworded(entry: Entry, body: EntryChangeBody) -> Page:
    return Page(
        entry.title if body.title is None else body.title,
        entry.body if body.body is None else body.body,
        tuple(entry.tags if body.tags is None else body.tags),
        body.date or entry.day,
        entry.prompt if body.prompt is None else body.prompt,
    )
