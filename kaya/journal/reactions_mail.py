"""What is written to the owner of sealed pages when their lock changes: it may have been somebody else."""

from typing import Any

from kaya.accounts.models import User
from kaya.journal.signals import journal_locked, sealed_pages_removed
from kaya.mail import post
from kaya.signals import on
from kaya.words import say


@on(journal_locked)
def tell_of_another_passphrase(*, actor: User, is_first: bool, **_: Any) -> None:
    if not is_first:
        post("passphrase-changed", actor.email, say("Your journal’s passphrase was changed"), user=actor)


@on(sealed_pages_removed)
def tell_that_all_are_gone(*, actor: User, **_: Any) -> None:
    post("sealed-pages-removed", actor.email, say("Your sealed pages were erased"), user=actor)
