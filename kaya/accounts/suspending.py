"""Closing the house to someone for now, and opening it again."""

from kaya import clock
from kaya.accounts import signing_in
from kaya.accounts.granting import keep_an_operator, lock_both
from kaya.accounts.models import Role, Suspension, User
from kaya.accounts.permissions import Permission, check_may
from kaya.accounts.signals import account_reopened, account_suspended
from kaya.db import transaction
from kaya.mail import post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST_REASON = 1000


def suspend(actor: User, user: User, reason: str) -> Suspension:
    """Nobody comes in as `user` from now on: every sign-in, token and open socket ends, and a letter gives the reason.

    Refuses "not-allowed" (403) to staff who may not (see `check_above`), "own-account" (403), "no-reason" and
    "too-long" (beside reason), "already-suspended" and "last-operator" (409).
    """
    reason = checked_reason(reason)
    with transaction() as session:
        lock_both(session, actor, user)
        check_above(actor, user)
        if not user.is_active:
            raise Refusal("already-suspended", say("They are suspended already."), status=409)
        if user.role == Role.STAFF:
            keep_an_operator(session, user)
        signing_in.end_all(session, user)
        user.suspended_at = clock.now()
        suspension = Suspension(user_id=user.id, reason=reason, by=actor, at=user.suspended_at)
        session.add(suspension)
        session.flush()
        post("suspended", user.email, say("Your account is closed for now"), user=user, reason=reason, secret=True)
        announce(account_suspended, user=user, by=actor)
        return suspension


def reopen(actor: User, user: User) -> User:
    """Let them in again; a letter says so. Refuses "not-allowed" (403) and "not-suspended" (409)."""
    with transaction() as session:
        lock_both(session, actor, user)
        check_above(actor, user)
        if user.is_active:
            raise Refusal("not-suspended", say("They are not suspended."), status=409)
        user.suspended_at = None
        for suspension in session.scalars(Suspension.standing(user)):
            suspension.lifted_at, suspension.lifted_by = clock.now(), actor
        session.flush()
        post("reopened", user.email, say("Your account is open again"), user=user)
        announce(account_reopened, user=user, by=actor)
        return user


def end_sign_ins(actor: User, user: User) -> User:
    """Sign them out everywhere; they may come in again. Refuses "not-allowed" (403) and "own-account" (403)."""
    with transaction() as session:
        lock_both(session, actor, user)
        check_above(actor, user)
        signing_in.end_all(session, user)
        return user


def check_above(actor: User, user: User) -> None:
    """Whoever supports people may close members' and practitioners' accounts; staff's, who have operations."""
    check_may(actor, Permission.OPERATIONS, *([] if user.role == Role.STAFF else [Permission.SUPPORT]))
    if actor.id == user.id:
        raise Refusal("own-account", say("Please let somebody else do that to your own account."), status=403)


def checked_reason(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refusal("no-reason", say("Say in a sentence why; they will read it."), field="reason")
    if len(reason) > LONGEST_REASON:
        raise Refusal(
            "too-long", say("Please use at most %(number)s characters.", number=LONGEST_REASON), field="reason"
        )
    return reason
