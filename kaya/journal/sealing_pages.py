"""Sealed pages: what the browser encrypted is kept, and what opens it is known to the writer alone."""

import base64
import binascii
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db, locked, transaction
from kaya.journal.drafts import LONGEST as LONGEST_DRAFT
from kaya.journal.drafts import forget_sealed
from kaya.journal.models import Draft, Entry, JournalLock, Kind
from kaya.journal.signals import entry_changed, entry_written, journal_locked, sealed_page_erased, sealed_pages_removed
from kaya.journal.wording import day_meant
from kaya.realtime.nudges import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

SHORTEST = 12  # characters of a passphrase: a browser looks, for only it knows them
ROUNDS = 1_000_000  # what a browser is asked for today; half a second on a laptop
LEAST_ROUNDS, MOST_ROUNDS = 600_000, 10_000_000
SALT_BYTES = range(16, 33)
NONCE, TAG = 12, 16
WRAPPED_BYTES = NONCE + 32 + TAG


def lock_of(member: User) -> JournalLock | None:
    return db.session.scalar(JournalLock.of(member))


def set_lock(member: User, salt: str, rounds: int, wrapped: str, *, seen: int = 0) -> JournalLock:
    """Keep what a passphrase opens: the first one, or another in the place of version `seen`. The pages stay as they
    are, for their key does.

    Refuses "changed-elsewhere", and with "malformed" what no browser of ours makes: a salt of 16 to 32 bytes, at least
    600,000 rounds, a nonce with a wrapped key of 32 bytes.
    """
    refuse_malformed(salt, rounds, wrapped)
    with transaction() as session:
        locked(session, member)
        lock = session.scalar(JournalLock.of(member).with_for_update())
        if (lock.version if lock else 0) != seen:
            raise Refusal("changed-elsewhere", say("The passphrase was set on another device meanwhile."))
        lock = lock or JournalLock(user_id=member.id)
        lock.salt, lock.rounds, lock.wrapped, lock.changed_at = salt, rounds, wrapped, clock.now()
        session.add(lock)
        session.flush()
        announce(journal_locked, lock=lock, actor=member, is_first=not seen)
        touch("journal", member.id)
        return lock


def keep(
    member: User, id: UUID, cipher: str, *, day: date | None = None, seen: int = 0, draft_id: UUID | None = None
) -> Entry:
    """Keep a sealed page as its browser encrypted it: a new one, or over version `seen` of it.

    Refuses "not-locked" before there is a passphrase, "malformed", "changed-elsewhere", "id-taken", and days as
    `day_meant` does.
    """
    refuse_bad_cipher(cipher)
    day = day_meant(member, day)
    with transaction() as session:
        if session.scalar(JournalLock.of(member)) is None:
            raise Refusal("not-locked", say("Choose a passphrase for your sealed pages first."))
        entry = session.get(Entry, id)
        is_new = entry is None
        if entry is None:
            entry = Entry(id=id, user_id=member.id, kind=Kind.SEALED)
            session.add(entry)
        else:
            refuse_elsewhere(member, locked(session, entry), seen)
        entry.body, entry.day, entry.updated_at = cipher, day, clock.now()
        session.flush()
        settle(session, member, id, draft_id)
        announce(entry_written if is_new else entry_changed, entry=entry, actor=member)
        touch("journal", member.id)
        return entry


def erase(member: User, entry: Entry) -> None:
    """Let nobody take back a sealed page that was let go: not in thirty days, at once, with drafts of it. Again changes
    nothing.

    Refuses others' and open pages ("not-allowed"), and one that is still kept ("not-let-go").
    """
    with transaction() as session:
        locked(session, entry)
        if entry.user_id != member.id or not entry.is_sealed:
            raise Refusal("not-allowed", say("This is no sealed page of yours."), status=403)
        if not entry.deleted_at:
            raise Refusal("not-let-go", say("Let the page go first."))
        forget_sealed(session, entry)
        if entry.body:
            entry.body = ""
            announce(sealed_page_erased, entry=entry, actor=member)
            touch("journal", member.id)


def remove_all(member: User) -> int:
    """Let every sealed page go for good, with drafts and what opened them: for whoever has lost the passphrase.

    Says how many pages there were.
    """
    with transaction() as session:
        locked(session, member)
        ids = session.scalars(select(Entry.id).where(Entry.user_id == member.id, Entry.kind == Kind.SEALED)).all()
        session.execute(delete(Entry).where(Entry.user_id == member.id, Entry.kind == Kind.SEALED))
        session.execute(delete(Draft).where(Draft.user_id == member.id, Draft.kind == Kind.SEALED))
        session.execute(delete(JournalLock).where(JournalLock.user_id == member.id))
        announce(sealed_pages_removed, actor=member)
        touch("journal", member.id)
        return len(ids)


def settle(session: Session, member: User, page_id: UUID, draft_id: UUID | None) -> None:
    """Without reading it nobody can say whether a draft says the same: only the one that this was goes."""
    if draft_id:
        session.execute(delete(Draft).where(Draft.id == draft_id, Draft.page_id == page_id, Draft.user_id == member.id))


def refuse_elsewhere(member: User, entry: Entry, seen: int) -> None:
    if entry.user_id != member.id or not entry.is_sealed or entry.deleted_at:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    if entry.version != seen:
        raise Refusal("changed-elsewhere", say("This page was changed on another device meanwhile."))


def refuse_malformed(salt: str, rounds: int, wrapped: str) -> None:
    fits = len(bytes_of(salt)) in SALT_BYTES and len(bytes_of(wrapped)) == WRAPPED_BYTES
    if not fits or not LEAST_ROUNDS <= rounds <= MOST_ROUNDS:
        raise Refusal("malformed", say("This is not how a browser seals. Please reload the page."), field="wrapped")


def refuse_bad_cipher(cipher: str) -> None:
    if len(cipher) > LONGEST_DRAFT:
        raise Refusal("too-long", say("This page has grown too long to be sealed in one."), field="cipher")
    if len(bytes_of(cipher)) <= NONCE + TAG:
        raise Refusal("malformed", say("This is not how a browser seals. Please reload the page."), field="cipher")


def bytes_of(words: str) -> bytes:
    try:
        return base64.b64decode(words, validate=True)
    except (binascii.Error, ValueError):
        return b""
