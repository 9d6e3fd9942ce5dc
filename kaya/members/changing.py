"""Several things about someone changed at once, or none of them."""

from collections.abc import Iterable

from kaya.accounts import granting, roles, suspending
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.db import transaction
from kaya.members.people import Status, status_of
from kaya.refusal import Refusal
from kaya.words import say


def change(
    actor: User,
    user: User,
    *,
    role: str | None = None,
    status: str | None = None,
    reason: str = "",
    permissions: Iterable[Permission] | None = None,
) -> User:
    """Role, standing ("active" or "suspended", with a reason) and permissions (exactly these); None stays as it is.

    Refuses as `roles.give`, `suspending.suspend`, `suspending.reopen` and `granting.settle` do; then nothing changes.
    """
    with transaction():
        if role is not None and role != user.role:
            roles.give(actor, user, role)
        if permissions is not None:
            granting.settle(actor, user, permissions)
        if status == Status.SUSPENDED and user.is_active:
            suspending.suspend(actor, user, reason)
        if status == Status.ACTIVE and not user.is_active:
            suspending.reopen(actor, user)
        if status == Status.ACTIVE and status_of(user) == Status.LEAVING:
            raise Refusal("leaving", say("They gave up their account; only they can take that back."), field="status")
        return user
