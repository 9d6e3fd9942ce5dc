"""Asking someone in by mail: an invitation, a letter, and an account once its link was used."""

from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import addresses, passwords
from kaya.accounts.models import Invitation, Role, User
from kaya.accounts.models.invitation import LASTS
from kaya.accounts.permissions import Permission, check_may
from kaya.accounts.proofs import hashed, new_token
from kaya.accounts.registering import checked_language, checked_name, checked_zone
from kaya.accounts.signals import (
    account_opened,
    invitation_accepted,
    invitation_sent,
    invitation_withdrawn,
)
from kaya.db import db, locked, transaction
from kaya.mail import hand_over, post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

KEPT_DAYS = 30


def invite(actor: User, email: str, name: str, role: str = Role.MEMBER) -> Invitation:
    """Send the owner of `email` a link, good for seven days, by which they open an account as `role`.

    Refuses "not-allowed" (403): staff with support invite members, with operations anybody. Refuses "invalid-email",
    "invalid-name", "unknown-role", "has-account" and "already-invited" (409), each beside its field.
    """
    email, name = addresses.checked(email), checked_name(name)
    with transaction() as session:
        check_may_invite(locked(session, actor), role)
        if session.scalar(select(exists().where(User.email == email))):
            words = say("Somebody with that address has an account here already.")
            raise Refusal("has-account", words, field="email", status=409)
        session.execute(delete(Invitation).where(Invitation.email == email, Invitation.expires_at <= clock.now()))
        invitation = Invitation(email=email, name=name, role=role, by=actor)
        send(session, invitation, actor)
        return invitation


def send_again(actor: User, invitation: Invitation) -> Invitation:
    """A new link, good for seven days from now; the one before is worth nothing. Refuses "not-allowed" (403)."""
    with transaction() as session:
        check_may_invite(locked(session, actor), locked(session, invitation).role)
        send(session, invitation, actor)
        return invitation


def withdraw(actor: User, invitation: Invitation) -> None:
    """Its link opens nothing any more. Refuses "not-allowed" (403)."""
    with transaction() as session:
        check_may_invite(locked(session, actor), locked(session, invitation).role)
        session.delete(invitation)
        session.flush()
        announce(invitation_withdrawn, invitation=invitation, by=actor)


def send(session: Session, invitation: Invitation, actor: User) -> None:
    token = new_token()
    invitation.token_hash, invitation.expires_at = hashed(token), clock.now() + LASTS
    try:
        with session.begin_nested():
            session.add(invitation)
    except IntegrityError:
        words = say("They are invited already. You can send the letter again.")
        raise Refusal("already-invited", words, field="email", status=409) from None
    post(
        "invitation",
        invitation.email,
        say("%(name)s invites you", name=actor.name),
        token=token,
        name=invitation.name,
        by=actor.name,
        about=actor,
        ends_at=invitation.expires_at,
        language=actor.language,
        zone=actor.timezone,
        secret=True,
    )
    announce(invitation_sent, invitation=invitation, by=actor)


def check_may_invite(actor: User, role: str) -> None:
    """Members by whoever supports people; practitioners and staff by whoever gives roles."""
    if role not in list(Role):
        raise Refusal("unknown-role", say("Someone is a member, a practitioner or staff."), field="role")
    check_may(actor, Permission.OPERATIONS, *([Permission.SUPPORT] if role == Role.MEMBER else []))


def waiting(token: str) -> Invitation:
    """The invitation that this link is for, to be shown. Refuses ("gone", 410) one that is used, withdrawn or over."""
    invitation = db.session.scalar(Invitation.by_token(token))
    if invitation is None or not invitation.still_stands:
        raise gone()
    return invitation


def accept(token: str, password: str, *, timezone: str = "", language: str = "") -> User:
    """Open the account with this password. The link proves the address.

    Refuses "gone" (410), "weak-password" and "unknown-zone".
    """
    invitation = waiting(token)
    password_hash = passwords.hashed(passwords.check(password, email=invitation.email, name=invitation.name))
    zone, language = checked_zone(timezone), checked_language(language)
    with transaction() as session:
        found = session.scalar(Invitation.by_token(token).with_for_update(of=Invitation))
        if found is None or not found.still_stands:
            raise gone()
        user = opened(session, found, password_hash=password_hash, timezone=zone, language=language)
        post("welcome", user.email, say("Welcome, %(name)s", name=user.first_name), user=user)
        announce(invitation_accepted, user=user, by_id=found.by_id)
        announce(account_opened, user=user)
        return user


def opened(session: Session, invitation: Invitation, **columns: Any) -> User:
    user = User(email=invitation.email, name=invitation.name, role=invitation.role, preferences={}, **columns)
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError:
        raise gone() from None
    session.delete(invitation)
    session.flush()
    hand_over(user, user.email)
    return user


def forget(email: str) -> None:
    """The address has an account now, inside the current transaction: nobody needs to invite it."""
    db.session.execute(delete(Invitation).where(Invitation.email == email))


def purge() -> None:
    """Forget those that were over a month ago."""
    with transaction() as session:
        session.execute(delete(Invitation).where(Invitation.expires_at < clock.ago(days=KEPT_DAYS)))


def gone() -> Refusal:
    words = say("This invitation was used or taken back, or its seven days are over. Please ask for another one.")
    return Refusal("gone", words, status=410)
