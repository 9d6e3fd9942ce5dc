"""/journal/drafts: what is being typed is kept, found again and let go of."""

from uuid import UUID

from flask import Blueprint, g, jsonify, url_for
from flask.typing import ResponseReturnValue

from kaya.db import db
from kaya.journal import drafts
from kaya.journal.drafts import Typed
from kaya.journal.forms import DraftForm, EntryForm
from kaya.journal.models import Draft, Entry, Kind
from kaya.journal.views.pages import desk, editing
from kaya.journal.wording import Page
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.outbox import posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice
from kaya.words import say

bp = Blueprint("drafts", __name__, url_prefix="/journal/drafts")


@bp.post("")
@limit("draft")
@posted_once
@allow(members)
def keep() -> ResponseReturnValue:
    """For the page's script, and for a device that had no network.

    The draft's new revision; 0 where the page says the same by now.
    """
    form = DraftForm()
    if not form.validate():
        first = next(iter(form.errors.values()))[0]
        raise Refusal("invalid", first, field="body")
    kept = drafts.keep(g.viewer, id_of(form), typed(form))
    return jsonify(revision=kept.revision if kept else 0)


def id_of(form: DraftForm) -> UUID:
    """Refuses ("invalid") where nothing says which draft it is."""
    if form.id.id_meant is None or form.page_id.id_meant is None:
        raise Refusal("invalid", say("Nothing says which draft this is. Please reload the page."), field="id")
    return form.id.id_meant


def typed(form: DraftForm) -> Typed:
    is_sealed = bool(form.cipher.data)
    words = Page(body=form.cipher.data or "", day=form.day.data) if is_sealed else form.page
    assert form.page_id.id_meant is not None
    return Typed(
        form.page_id.id_meant,
        words,
        Kind.SEALED if is_sealed else Kind.OPEN,
        based_on=form.seen.data or 0,
        seen=form.revision.data or 0,
        hand=form.hand.id_meant,
    )


@bp.get("/<uuid:draft_id>")
@allow(members)
def show(draft_id: UUID) -> ResponseReturnValue:
    """Going on with it: as a new page, or on the page that was being changed."""
    draft = find(Draft.open_of(g.viewer), draft_id)
    entry = db.session.scalar(Entry.open_of(g.viewer).where(Entry.id == draft.page_id))
    form = EntryForm.showing(draft, id=str(draft.page_id), draft=str(draft.id), seen=draft.based_on)
    return desk(form, draft=draft) if entry is None else editing(entry, form, draft=draft)


@bp.get("/<uuid:entry_id>/page")
@allow(members)
def became(entry_id: UUID) -> ResponseReturnValue:
    """Are words for a new page that page by now? A device asks before it goes on with them; no is no mistake."""
    there = db.session.scalar(Entry.open_of(g.viewer).where(Entry.id == entry_id))
    return jsonify(is_there=there is not None)


@bp.post("/<uuid:draft_id>/deletion")
@allow(members)
def destroy(draft_id: UUID) -> ResponseReturnValue:
    drafts.discard(g.viewer, find(Draft.of(g.viewer), draft_id))
    flash_notice(say("These words are gone."))
    return done(see=url_for("journal.pages.index"))
