"""What becomes of someone's sealed pages and of their lock, written into the audit trail."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import Kind, act
from kaya.journal.models import Entry, JournalLock
from kaya.journal.signals import (
    entry_deleted,
    entry_restored,
    journal_locked,
    sealed_page_erased,
    sealed_pages_removed,
)
from kaya.signals import on
from kaya.words import say

locked = act("journal-locked", label=say("A passphrase for sealed pages chosen"), kind=Kind.SECURITY)
locked_anew = act("journal-locked-anew", label=say("The passphrase of sealed pages changed"), kind=Kind.SECURITY)
let_go = act("sealed-page-let-go", label=say("A sealed page let go"), kind=Kind.SECURITY)
taken_back = act("sealed-page-taken-back", label=say("A sealed page taken back"), kind=Kind.SECURITY)
erased = act("sealed-page-erased", label=say("A sealed page erased"), kind=Kind.SECURITY)
removed = act("sealed-pages-removed", label=say("Every sealed page erased"), kind=Kind.SECURITY)


@on(journal_locked)
def write_down_a_lock(*, lock: JournalLock, actor: User, is_first: bool, **_: Any) -> None:
    audit.record(locked if is_first else locked_anew, actor=actor, subject=actor, row=lock)


@on(sealed_pages_removed)
def write_down_that_all_are_gone(*, actor: User, **_: Any) -> None:
    audit.record(removed, actor=actor, subject=actor)


@on(entry_deleted)
def write_down_that_one_is_let_go(*, entry: Entry, actor: User, **_: Any) -> None:
    if entry.is_sealed:
        audit.record(let_go, actor=actor, subject=actor, row=entry)


@on(entry_restored)
def write_down_that_one_is_back(*, entry: Entry, actor: User, **_: Any) -> None:
    if entry.is_sealed:
        audit.record(taken_back, actor=actor, subject=actor, row=entry)


@on(sealed_page_erased)
def write_down_that_one_is_gone(*, entry: Entry, actor: User, **_: Any) -> None:
    audit.record(erased, actor=actor, subject=actor, row=entry)
