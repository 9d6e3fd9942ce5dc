"""What someone is typing is kept every few seconds: nothing typed is lost, and two devices never undo each other."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import locked, transaction
from kaya.journal.models import Draft, Entry, Kind
from kaya.journal.wording import LONGEST_PROMPT, LONGEST_TITLE, Page, sized, tags_meant
from kaya.refusal import Refusal
from kaya.words import say

MOST = 200
LONGEST = 500_000  # more than a page takes: what is too long is refused there, and lost nowhere


@dataclass(frozen=True)
class Typed:
    """Words as they stand in a form now. `based_on`: the version of the page that is changed, 0 for a new one;
    `seen`: the draft's revision as this device knows it, 0 for none; `hand`: what names this device in this draft.
    """

    page_id: UUID
    page: Page
    kind: Kind = Kind.OPEN
    based_on: int = 0
    seen: int = 0
    hand: UUID | None = None


def keep(member: User, id: UUID, typed: Typed) -> Draft | None:
    """Keep a draft under the id that its device gave it. None where the page says so already: that needs no draft.

    Refuses "too-long", "too-many" (422, for the words are nowhere yet), "id-taken", and "changed-elsewhere" (409) when
    another device was faster: it then keeps its words under another id, beside this one.
    """
    page = fitting(typed)
    with transaction() as session:
        draft = session.get(Draft, id)
        if draft is not None:
            locked(session, draft)
            refuse_elsewhere(member, draft, typed)
        if says_the_same(session.get(Entry, typed.page_id), member, page, typed.kind):
            if draft is not None:
                session.delete(draft)
            return None
        if draft is None:
            refuse_too_many(session, member)
            draft = Draft(id=id, user_id=member.id, page_id=typed.page_id, kind=typed.kind, revision=0)
            session.add(draft)
        put(draft, page, typed)
        session.flush()
        return draft


def discard(member: User, draft: Draft) -> None:
    """Let the words go, for good. Refuses ("not-allowed") others'."""
    with transaction() as session:
        locked(session, draft)
        refuse_others(member, draft)
        session.delete(draft)


def settle(session: Session, member: User, entry: Entry, draft_id: UUID | None) -> None:
    """What a page says is a draft no longer: the one that it was written as, and any that says the same."""
    for draft in session.scalars(Draft.of(member).where(Draft.page_id == entry.id)):
        if draft.id == draft_id or is_said(draft, entry):
            session.delete(draft)
    if draft_id:
        session.execute(delete(Draft).where(Draft.id == draft_id, Draft.user_id == member.id))


def forget_sealed(session: Session, entry: Entry) -> None:
    """What was being typed of a sealed page goes with it."""
    of_page = (Draft.page_id == entry.id, Draft.user_id == entry.user_id, Draft.kind == Kind.SEALED)
    session.execute(delete(Draft).where(*of_page))


def fitting(typed: Typed) -> Page:
    if typed.kind == Kind.SEALED:
        return Page(body=sized(typed.page.body, LONGEST, "body"), day=typed.page.day)
    page = typed.page
    return Page(
        sized(page.title, LONGEST_TITLE, "title"),
        sized(page.body, LONGEST, "body"),
        tags_meant(page.tags),
        page.day,
        sized(page.prompt, LONGEST_PROMPT, "prompt"),
    )


def put(draft: Draft, page: Page, typed: Typed) -> None:
    draft.title, draft.body, draft.prompt = page.title, page.body, page.prompt
    draft.tag_lines, draft.day = "\n".join(page.tags), page.day
    draft.based_on, draft.updated_at = typed.based_on, clock.now()
    draft.revision, draft.hand = (draft.revision or 0) + 1, typed.hand


def says_the_same(entry: Entry | None, member: User, page: Page, kind: Kind) -> bool:
    if entry is None or entry.user_id != member.id or entry.kind != kind or entry.deleted_at:
        return False
    return (entry.title, entry.body, entry.tags) == (page.title, page.body, list(page.tags)) and same_day(
        entry, page.day
    )


def is_said(draft: Draft, entry: Entry) -> bool:
    return (entry.title, entry.body, entry.tags) == (draft.title, draft.body, draft.tags) and same_day(entry, draft.day)


def same_day(entry: Entry, day: date | None) -> bool:
    return day is None or day == entry.day


def refuse_elsewhere(member: User, draft: Draft, typed: Typed) -> None:
    if draft.user_id != member.id or draft.page_id != typed.page_id or draft.kind != typed.kind:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    is_same_hand = typed.hand is not None and draft.hand == typed.hand
    if draft.revision != typed.seen and not is_same_hand:
        raise Refusal("changed-elsewhere", say("These words are being written on another device too."))


def refuse_too_many(session: Session, member: User) -> None:
    there = session.scalar(select(func.count()).select_from(Draft).where(Draft.user_id == member.id))
    if (there or 0) >= MOST:
        words = say("There are %(count)s drafts. Keep or discard some of them first.", count=MOST)
        raise Refusal("too-many", words, field="body")


def refuse_others(member: User, draft: Draft) -> None:
    if draft.user_id != member.id:
        raise Refusal("not-allowed", say("Only drafts of your own."), status=403)
