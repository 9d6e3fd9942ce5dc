"""Who may do more than a member: given and taken by staff, or from the command line."""

from kaya.accounts import granting, signing_in
from kaya.accounts.models import Role, User
from kaya.accounts.permissions import Permission, check_may
from kaya.accounts.signals import role_changed
from kaya.db import locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def give(actor: User, user: User, role: str) -> User:
    """Let `user` be "member", "practitioner" or "staff" from now on; they sign in anew with what they may now do.

    New staff may do nothing yet: permissions are granted one by one. Refuses "not-allowed" (403) to anyone without
    operations, "own-role" for oneself, "unknown-role", and "last-operator" (409).
    """
    with transaction() as session:
        granting.lock_both(session, actor, user)
        check_may(actor, Permission.OPERATIONS)
        if actor.id == user.id:
            raise Refusal("own-role", say("Please let another member of staff change your own role."))
        return settle(user, role, by=actor)


def appoint(user: User, role: str) -> User:
    """The same from the command line, or by a verb that has checked that it may (a practitioner's verification)."""
    return settle(user, role, by=None)


def settle(user: User, role: str, *, by: User | None) -> User:
    if role not in list(Role):
        raise Refusal("unknown-role", say("Someone is a member, a practitioner or staff."), field="role")
    with transaction() as session:
        user, before = locked(session, user), user.role
        if before == role:
            return user
        if before == Role.STAFF:
            granting.take_all(session, user, by=by)
        user.role = role
        if by is not None:
            signing_in.end_all(session, user)
        else:
            granting.leave_rooms(session, user)
        announce(role_changed, user=user, role=role, before=before, by=by)
        return user
