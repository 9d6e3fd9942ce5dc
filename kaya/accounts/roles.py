"""Who may do more than a member: given and taken by staff, or from the command line."""

from kaya.accounts import signing_in
from kaya.accounts.models import Role, User
from kaya.accounts.signals import role_changed
from kaya.db import locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def give(actor: User, user: User, role: str) -> User:
    """Let `user` be "member", "practitioner" or "staff" from now on; they sign in anew with what they may now do.

    Refuses "not-allowed" (403) to anyone but staff, "own-role" for oneself, "unknown-role".
    """
    with transaction() as session:
        for each in sorted({actor, user}, key=lambda one: one.id):
            locked(session, each)
        if not actor.is_staff:
            raise Refusal("not-allowed", say("Only staff can change what someone may do."), status=403)
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
        user.role = role
        if by is not None:
            signing_in.end_all(session, user)
        announce(role_changed, user=user, role=role, before=before, by=by)
        return user
