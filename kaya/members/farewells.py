"""Staff let an account be given up, as its owner could."""

from kaya.accounts.granting import lock_both
from kaya.accounts.models import User
from kaya.accounts.suspending import check_above
from kaya.db import transaction
from kaya.privacy import leaving
from kaya.privacy.models import Deletion


def begin(actor: User, user: User) -> Deletion:
    """Their account is erased in fourteen days, unless they take it back; they are told, and signed out everywhere.

    Refuses as `suspending.check_above` and `leaving.ask` do.
    """
    with transaction() as session:
        lock_both(session, actor, user)
        check_above(actor, user)
        return leaving.ask(user)
