"""A new mail address, by a link that is sent to it."""

from uuid import UUID

from sqlalchemy import delete, exists, select, update

from kaya import clock
from kaya.accounts import addresses
from kaya.accounts.models import EmailChange, PasswordReset, User
from kaya.accounts.proofs import hashed, new_token
from kaya.accounts.signals import email_change_asked, email_changed
from kaya.db import db, locked, transaction, uuid7
from kaya.jobs import enqueue
from kaya.mail import post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def ask(user: User, email: str) -> None:
    """Ask that mails for `user` go to `email` from now on; a link there confirms it.

    Says and does the same whether or not that address has an account: a job looks. Refuses "invalid-email", and
    "same-email".
    """
    wanted = addresses.checked(email)
    if wanted == user.email:
        raise Refusal("same-email", say("That is your address already."), field="email")
    with transaction():
        enqueue("accounts.send-email-change", user_id=str(user.id), email=wanted, change_id=str(uuid7()))
        announce(email_change_asked, user=user)


def send(user_id: UUID, email: str, change_id: UUID) -> None:
    """Mail the link, good for an hour and once; to an address that has an account, a word that it has.

    Done twice with the same `change_id`, it is sent once.
    """
    with transaction() as session:
        user = session.get(User, user_id)
        if user is None or not user.is_active or session.scalar(select(exists().where(EmailChange.id == change_id))):
            return
        known = session.scalar(User.by_email(email))
        token = new_token()
        session.add(EmailChange(id=change_id, user=user, email=email, token_hash=hashed(token)))
        if known is not None:
            post("already-have-account", known.email, say("You already have an account here"), user=known)
            return
        post("email-change", email, say("Is this your new address?"), user=user, token=token, secret=True)


def waiting(token: str) -> EmailChange:
    """The change that this link is for, to be shown. Refuses ("gone", 410) one that was used or is over."""
    change = db.session.scalar(EmailChange.live(token))
    if change is None:
        raise gone()
    return change


def confirm(token: str) -> User:
    """The new address is theirs; the old one is told, and every link that lies in a mailbox is worth nothing.

    Refuses "gone" (410): used, over, or taken by somebody else meanwhile.
    """
    with transaction() as session:
        change = session.scalar(EmailChange.live(token).with_for_update(of=EmailChange))
        if change is None or session.scalar(User.by_email(change.email)):
            raise gone()
        user, former = locked(session, change.user), change.user.email
        user.email = change.email
        now = clock.now()
        session.execute(update(EmailChange).where(EmailChange.user_id == user.id).values(used_at=now))
        session.execute(update(PasswordReset).where(PasswordReset.user_id == user.id).values(used_at=now))
        post("email-changed", former, say("Your mails go to another address now"), user=user)
        announce(email_changed, user=user)
        return user


def purge() -> None:
    """Forget changes whose hour was over yesterday."""
    with transaction() as session:
        session.execute(delete(EmailChange).where(EmailChange.expires_at < clock.ago(days=1)))


def gone() -> Refusal:
    return Refusal("gone", say("This link has been used, or its hour is over. Please ask for a new one."), status=410)
