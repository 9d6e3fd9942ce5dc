"""What becomes of the lock of someone's sealed pages, written into the audit trail."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import Kind, act
from kaya.journal.models import JournalLock
from kaya.journal.signals import journal_locked, sealed_pages_removed
from kaya.signals import on
from kaya.words import say

locked = act("journal-locked", label=say("A passphrase for sealed pages chosen"), kind=Kind.SECURITY)
locked_anew = act("journal-locked-anew", label=say("The passphrase of sealed pages changed"), kind=Kind.SECURITY)
removed = act("sealed-pages-removed", label=say("Every sealed page erased"), kind=Kind.SECURITY)


@on(journal_locked)
def write_down_a_lock(*, lock: JournalLock, actor: User, is_first: bool, **_: Any) -> None:
    audit.record(locked if is_first else locked_anew, actor=actor, subject=actor, row=lock)


@on(sealed_pages_removed)
def write_down_that_all_are_gone(*, actor: User, **_: Any) -> None:
    audit.record(removed, actor=actor, subject=actor)
