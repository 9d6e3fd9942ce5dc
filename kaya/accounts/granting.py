"""Granting staff what they may do, one by one, and taking it back."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya.accounts.models import Grant, Role, SignIn, User
from kaya.accounts.permissions import Permission, check_may
from kaya.accounts.signals import permission_granted, permission_withdrawn
from kaya.db import locked, transaction
from kaya.realtime import connect_anew
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def grant(actor: User, user: User, permission: Permission) -> User:
    """Let `user`, who is staff, do this part of the work from now on.

    Refuses "not-allowed" (403) to whoever lacks operations, "own-permissions" (403) for oneself, "not-staff" (409).
    """
    with transaction() as session:
        lock_both(session, actor, user)
        check_may(actor, Permission.OPERATIONS)
        check_staff(user)
        if permission not in user.permissions:
            if actor.id == user.id:
                raise Refusal("own-permissions", say("Please let somebody else grant you more."), status=403)
            give(session, user, permission, by=actor)
        return user


def withdraw(actor: User, user: User, permission: Permission) -> User:
    """Let `user` do this no longer; their next request finds the door closed.

    Refuses "not-allowed" (403), and "last-operator" (409) where nobody would be left to grant anything.
    """
    with transaction() as session:
        lock_both(session, actor, user)
        check_may(actor, Permission.OPERATIONS)
        for each in [each for each in user.grants if each.permission == permission]:
            if permission == Permission.OPERATIONS:
                keep_an_operator(session, user)
            user.grants.remove(each)
            session.flush()
            announce(permission_withdrawn, user=user, permission=permission, by=actor)
            leave_rooms(session, user)
        return user


def settle(actor: User, user: User, permissions: Iterable[Permission]) -> User:
    """Exactly these, and no others; refuses as `grant` and `withdraw` do."""
    wanted = frozenset(permissions)
    with transaction() as session:
        lock_both(session, actor, user)
        for permission in sorted(user.permissions - wanted):
            withdraw(actor, user, permission)
        for permission in sorted(wanted - user.permissions):
            grant(actor, user, permission)
        return user


def grant_all(user: User) -> User:
    """Everything, from the command line: the first of the staff has nobody who could grant it."""
    with transaction() as session:
        locked(session, user)
        for permission in sorted(frozenset(Permission) - user.permissions):
            give(session, user, permission, by=None)
        return user


def take_all(session: Session, user: User, *, by: User | None) -> None:
    """They are staff no longer, inside the current transaction. Refuses "last-operator" (409)."""
    keep_an_operator(session, user)
    for each in list(user.grants):
        user.grants.remove(each)
        announce(permission_withdrawn, user=user, permission=Permission(each.permission), by=by)
    session.flush()


def leave_rooms(session: Session, user: User) -> None:
    """Their open pages hear no more of what they may not; they connect anew, and are asked at each topic."""
    for sign_in_id in session.scalars(SignIn.of(user).with_only_columns(SignIn.id)):
        connect_anew(sign_in_id)


def give(session: Session, user: User, permission: Permission, *, by: User | None) -> None:
    user.grants.append(Grant(permission=permission, granted_by_id=by.id if by else None))
    session.flush()
    announce(permission_granted, user=user, permission=permission, by=by)


def keep_an_operator(session: Session, user: User) -> None:
    """Refuses when `user` is the last at work who may grant; of two who leave at once, one waits for the other here."""
    grants = select(Grant.id).where(Grant.permission == Permission.OPERATIONS).order_by(Grant.id)
    session.execute(grants.with_for_update()).all()
    others = User.who_may(Permission.OPERATIONS).where(User.id != user.id, User.leaves_at.is_(None))
    if Permission.OPERATIONS in user.permissions and session.scalar(others.limit(1)) is None:
        words = say("Nobody else may grant permissions yet. Give “operations” to another member of staff first.")
        raise Refusal("last-operator", words, status=409)


def lock_both(session: Session, actor: User, user: User) -> None:
    """In one order, so that two who act on each other never wait for ever."""
    for each in sorted({actor, user}, key=lambda one: one.id):
        locked(session, each)


def check_staff(user: User) -> None:
    if user.role != Role.STAFF:
        raise Refusal("not-staff", say("Only staff have permissions. Let them be staff first."), status=409)
