"""Pages are written, changed, let go of and taken back."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy import delete as removal
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import locked, transaction, uuid7
from kaya.journal.drafts import forget_sealed, settle
from kaya.journal.models import Entry, Kind
from kaya.journal.photos import let_go
from kaya.journal.signals import entry_changed, entry_deleted, entry_restored, entry_written
from kaya.journal.wording import Page, tidied
from kaya.realtime.nudges import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

TAKEN_BACK_FOR = timedelta(days=1)
SEALED_TAKEN_BACK_FOR = timedelta(days=30)  # nobody who only holds the device loses another's words for good
REMEMBERED_FOR = timedelta(days=90)
AT_ONCE = 200


def write(member: User, page: Page, *, id: UUID | None = None, draft_id: UUID | None = None) -> Entry:
    """A new page; the draft that it was is settled. Who asks again with the same `id` gets the same page.

    Refuses what `tidied` refuses, and "id-taken".
    """
    page = tidied(member, page)
    with transaction() as session:
        if made := made_before(session, member, id):
            return made
        entry = Entry(id=id or uuid7(), user_id=member.id, kind=Kind.OPEN)
        put(entry, page)
        session.add(entry)
        session.flush()
        settle(session, member, entry, draft_id)
        announce(entry_written, entry=entry, actor=member)
        touch("journal", member.id)
        return entry


def change(member: User, entry: Entry, page: Page, *, seen: int | None = None, draft_id: UUID | None = None) -> Entry:
    """Put other words on a page. `seen`: the version that they were written over.

    Refuses as `write` does, "not-allowed", and "changed-elsewhere" when the page is another by now.
    """
    page = tidied(member, page)
    with transaction() as session:
        locked(session, entry)
        refuse_others(member, entry)
        if seen is not None and seen != entry.version:
            raise Refusal("changed-elsewhere", say("This page was changed on another device meanwhile."))
        put(entry, page)
        session.flush()
        settle(session, member, entry, draft_id)
        announce(entry_changed, entry=entry, actor=member)
        touch("journal", member.id)
        return entry


def delete(member: User, entry: Entry) -> Entry:
    """Let go of a page; for a day it can be taken back, a sealed one for thirty. Again changes nothing.

    Refuses ("not-allowed") others'.
    """
    with transaction() as session:
        locked(session, entry)
        refuse_others(member, entry, sealed_too=True)
        if entry.deleted_at is None:
            entry.deleted_at = entry.updated_at = clock.now()
            announce(entry_deleted, entry=entry, actor=member)
            touch("journal", member.id)
        return entry


def restore(member: User, entry: Entry) -> Entry:
    """Take a page back. Refuses ("gone", 410) one whose words are erased, and "not-allowed" others'."""
    with transaction() as session:
        locked(session, entry)
        refuse_others(member, entry, sealed_too=True)
        if entry.deleted_at is not None:
            if not (entry.body or entry.title):
                raise Refusal("gone", say("This page is gone for good, and cannot be taken back."), status=410)
            entry.deleted_at, entry.updated_at = None, clock.now()
            announce(entry_restored, entry=entry, actor=member)
            touch("journal", member.id)
        return entry


def sweep() -> None:
    """Erase the words of pages that can be taken back no more, and of sealed ones what was being typed.

    The empty row tells other devices, and goes later.
    """
    while erase_some(select(Entry).where(is_late(), Entry.has_words()).limit(AT_ONCE)):
        continue
    with transaction() as session:
        session.execute(removal(Entry).where(Entry.deleted_at <= clock.now() - REMEMBERED_FOR))


def is_late() -> ColumnElement[bool]:
    now = clock.now()
    return or_(
        and_(Entry.kind == Kind.OPEN, Entry.deleted_at <= now - TAKEN_BACK_FOR),
        and_(Entry.kind == Kind.SEALED, Entry.deleted_at <= now - SEALED_TAKEN_BACK_FOR),
    )


def erase_some(rows: Select[Entry]) -> int:
    """Some at a time, so that nobody waits long."""
    with transaction() as session:
        entries = session.scalars(rows.with_for_update(of=Entry)).all()
        for entry in entries:
            let_go(session, entry.photos)
            entry.photos = []
            if entry.is_sealed:
                forget_sealed(session, entry)
            entry.title = entry.body = entry.tag_lines = entry.prompt = ""
        return len(entries)


def put(entry: Entry, page: Page) -> None:
    entry.title, entry.body, entry.prompt = page.title, page.body, page.prompt
    entry.tag_lines = "\n".join(page.tags)
    entry.day = page.day or entry.day
    entry.updated_at = clock.now()


def made_before(session: Session, member: User, id: UUID | None) -> Entry | None:
    made = session.get(Entry, id) if id else None
    if made and (made.user_id != member.id or made.kind != Kind.OPEN or made.deleted_at):
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return made


def refuse_others(member: User, entry: Entry, *, sealed_too: bool = False) -> None:
    if entry.user_id != member.id or (entry.is_sealed and not sealed_too):
        words = say("A sealed page is changed where its passphrase is known.")
        raise Refusal("not-allowed", words, status=403)
