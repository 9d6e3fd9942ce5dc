"""/journal/sealed: pages that only their passphrase opens. What comes and goes here, the browser has encrypted."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, g, jsonify, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import passwords
from kaya.accounts.days import day_of
from kaya.db import uuid7
from kaya.journal import sealing_pages
from kaya.journal.forms import LockForm, SealedPageForm, UnsealingForm
from kaya.journal.models import Draft, Entry, JournalLock, Kind
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.paging import Order, paged
from kaya.web.policy import allow, members
from kaya.web.respond import done, every, find, flash_notice, page
from kaya.words import say

bp = Blueprint("sealed", __name__, url_prefix="/journal/sealed")

NEWEST_FIRST = Order(Entry.day, Entry.id, lambda entry: entry.day, descending=True)
AT_ONCE = 50


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    return room(UnsealingForm())


def room(form: UnsealingForm, *, status: int = 200) -> Response:
    lock = sealing_pages.lock_of(g.viewer)
    return page(
        "journal/sealed.html",
        status=status,
        lock=lock,
        form=form,
        word=say("unseal"),
        today=day_of(g.viewer),
        rounds=sealing_pages.ROUNDS,
        common=" ".join(passwords.common(sealing_pages.SHORTEST)),
        let_go=every(Entry.to_take_back(g.viewer, is_sealed=True).limit(AT_ONCE)),
    )


@bp.get("/pages")
@allow(members)
def pages() -> ResponseReturnValue:
    """For the page's script: sealed pages as they were encrypted, newest first; with the first of them, drafts."""
    cursor = request.args.get("cursor")
    found = paged(Entry.sealed_of(g.viewer), NEWEST_FIRST, cursor=cursor, limit=AT_ONCE)
    mine = Draft.of(g.viewer).where(Draft.kind == Kind.SEALED).order_by(Draft.updated_at.desc())
    drafts = [] if cursor else every(mine)
    return jsonify(
        items=[page_json(entry) for entry in found.items],
        next_cursor=found.next_cursor,
        drafts=[draft_json(draft) for draft in drafts],
        new_id=str(uuid7()),
    )


def page_json(entry: Entry) -> dict[str, Any]:
    return {"id": str(entry.id), "day": entry.day.isoformat(), "cipher": entry.body, "version": entry.version}


def draft_json(draft: Draft) -> dict[str, Any]:
    return {
        "id": str(draft.id),
        "page_id": str(draft.page_id),
        "day": draft.day.isoformat() if draft.day else None,
        "cipher": draft.body,
        "based_on": draft.based_on,
        "revision": draft.revision,
        "at": draft.updated_at.isoformat(),
    }


@bp.post("/lock")
@limit("journal")
@allow(members)
def lock() -> ResponseReturnValue:
    form = LockForm()
    refuse_mistakes(form)
    if form.seen.data:
        refuse_stale()
    kept = sealing_pages.set_lock(
        g.viewer, form.salt.data or "", form.rounds.data or 0, form.wrapped.data or "", seen=form.seen.data or 0
    )
    return jsonify(lock_json(kept))


def refuse_stale() -> None:
    """Another passphrase is worth asking again. The page's script shows the way: led away, one would lose what one
    typed, and a passphrase is kept nowhere.
    """
    if not g.viewer.is_fresh:
        words = say("Please prove again that it is you, then change the passphrase.")
        raise Refusal("reauthenticate", words, status=403)


def lock_json(lock: JournalLock) -> dict[str, Any]:
    return {"salt": lock.salt, "rounds": lock.rounds, "wrapped": lock.wrapped, "version": lock.version}


@bp.post("/pages")
@limit("journal")
@allow(members)
def keep() -> ResponseReturnValue:
    form = SealedPageForm()
    refuse_mistakes(form)
    if form.id.id_meant is None:
        raise Refusal("invalid", say("Nothing says which page this is. Please reload."), field="id")
    kept = sealing_pages.keep(
        g.viewer,
        form.id.id_meant,
        form.cipher.data or "",
        day=form.day.data,
        seen=form.seen.data or 0,
        draft_id=form.draft.id_meant,
    )
    return jsonify(page_json(kept))


@bp.post("/removal")
@limit("journal")
@allow(members, fresh=True)
def destroy() -> ResponseReturnValue:
    """Every sealed page, for whoever has lost the passphrase."""
    form = UnsealingForm()
    if form.carry_out(lambda: removed(form.word.data or "")) is None:
        return room(form, status=form.refused_with)
    flash_notice(say("Your sealed pages are gone. You may begin anew."))
    return done(see=url_for(".show"))


@bp.post("/pages/<uuid:entry_id>/erasure")
@limit("journal")
@allow(members, fresh=True)
def erase(entry_id: UUID) -> ResponseReturnValue:
    """One that was let go, before its thirty days are over."""
    sealing_pages.erase(g.viewer, find(Entry.any_of(g.viewer).where(Entry.kind == Kind.SEALED), entry_id))
    flash_notice(say("The page is erased."))
    return done(see=url_for(".show"))


def removed(word: str) -> bool:
    if word.casefold() != str(say("unseal")).casefold():
        raise Refusal("wrong-word", say("Please type exactly the word that is asked for."), field="word")
    sealing_pages.remove_all(g.viewer)
    return True


def refuse_mistakes(form: Any) -> None:
    if not form.validate():
        name, said = next(iter(form.errors.items()))
        raise Refusal("invalid", said[0], field=name)
