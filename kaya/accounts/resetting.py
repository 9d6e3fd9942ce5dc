"""A new password: by a link when the old one is forgotten, or in exchange for the old one."""

from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import passwords, signing_in
from kaya.accounts.models import EmailChange, Halfway, PasswordReset, PasswordTries, SignIn, User
from kaya.accounts.models.user import normal_email
from kaya.accounts.proofs import hashed, new_token
from kaya.accounts.signals import password_changed, password_locked, password_refused, password_reset_asked
from kaya.db import db, locked, transaction, uuid7
from kaya.jobs import enqueue
from kaya.mail import post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def ask(email: str) -> None:
    """Ask for a link to set a new password. A job looks whether the address is known: here nothing differs."""
    with transaction():
        enqueue("accounts.send-reset", email=normal_email(email)[:254], reset_id=str(uuid7()))


def send(email: str, reset_id: UUID) -> None:
    """Mail the link, good for an hour and once, if the address has an account.

    Done twice with the same `reset_id`, it is sent once.
    """
    with transaction() as session:
        user = session.scalar(User.by_email(email))
        if user is None or not user.is_active or is_sent(session, reset_id):
            return
        token = new_token()
        session.add(PasswordReset(id=reset_id, user=user, token_hash=hashed(token)))
        post("reset", user.email, say("Set a new password"), user=user, token=token, secret=True)
        announce(password_reset_asked, user=user)


def is_sent(session: Session, reset_id: UUID) -> bool:
    return bool(session.scalar(select(exists().where(PasswordReset.id == reset_id))))


def tell_of_lock(email: str) -> None:
    """Tell the owner that someone gave five wrong passwords, if the address has one."""
    with transaction() as session:
        user = session.scalar(User.by_email(email))
        if user is not None and user.is_active:
            post("password-locked", user.email, say("Signing in with your password rests for a while"), user=user)
            announce(password_locked, user=user)


def waiting(token: str) -> PasswordReset:
    """The reset that this link is for, to be shown. Refuses ("gone", 410) one that was used or is over."""
    reset = db.session.scalar(PasswordReset.live(token))
    if reset is None:
        raise gone()
    return reset


def reset(token: str, password: str) -> User:
    """Set a new password by a mail's link; ends every sign-in, and every other link.

    Refuses "gone" (410) and "weak-password".
    """
    person = waiting(token).user
    password_hash = passwords.hashed(passwords.check(password, email=person.email, name=person.name))
    with transaction() as session:
        found = session.scalar(PasswordReset.live(token).with_for_update(of=PasswordReset))
        if found is None:
            raise gone()
        user = locked(session, found.user)
        PasswordTries.locked_for(session, user.email).forget()
        settle(session, user, password_hash)
        signing_in.end_all(session, user)
        return user


def change(user: User, current_password: str, password: str, *, here: SignIn | None) -> None:
    """Exchange one's password for a new one; ends every sign-in but `here`, and every mailed link.

    Refuses "wrong-password" (beside current_password) and "weak-password"; the fifth wrong one in a row lets
    passwords rest for 15 minutes ("password-locked", 429), as at sign-in.
    """
    checked_hash = user.password_hash
    is_right = passwords.matches(checked_hash, current_password)
    password_hash = passwords.hashed(passwords.check(password, email=user.email, name=user.name))
    with transaction() as session:
        tries = PasswordTries.locked_for(session, user.email)
        if tries.is_locked:
            raise signing_in.resting(tries)
        if is_right and locked(session, user).password_hash == checked_hash:
            tries.forget()
            settle(session, user, password_hash)
            signing_in.end_all(session, user, but=here)
            return
        announce(password_refused, user_id=user.id)
        if tries.count_wrong():
            enqueue("accounts.tell-of-lock", email=user.email)
    raise Refusal("wrong-password", say("That is not your present password."), field="current_password")


def settle(session: Session, user: User, password_hash: str) -> None:
    """The new password stands. Whatever was begun with the old one opens nothing: no link that lies in a mailbox, be it
    to set another or to have mails sent elsewhere, and no sign-in that waits for its second proof.
    """
    user.password_hash, now = password_hash, clock.now()
    for link in (PasswordReset, EmailChange):
        session.execute(update(link).where(link.user_id == user.id, link.used_at.is_(None)).values(used_at=now))
    session.execute(update(Halfway).where(Halfway.user_id == user.id, Halfway.ended_at.is_(None)).values(ended_at=now))
    post("password-changed", user.email, say("Your password was changed"), user=user)
    announce(password_changed, user=user)


def purge() -> None:
    """Forget resets whose hour was over yesterday."""
    with transaction() as session:
        session.execute(delete(PasswordReset).where(PasswordReset.expires_at < clock.ago(days=1)))


def gone() -> Refusal:
    return Refusal("gone", say("This link has been used, or its hour is over. Please ask for a new one."), status=410)
