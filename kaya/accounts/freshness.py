"""Proving again that it is still oneself, before what is worth asking twice."""

from kaya import clock
from kaya.accounts import passwords, signing_in
from kaya.accounts.models import PasswordTries, SignIn
from kaya.db import locked, transaction
from kaya.jobs import enqueue
from kaya.refusal import Refusal
from kaya.words import say


def by_password(sign_in: SignIn, password: str) -> None:
    """Make `sign_in` fresh for ten minutes.

    Refuses "wrong-password" (beside password); the fifth wrong one in a row lets passwords rest for 15 minutes
    ("password-locked", 429), as at sign-in.
    """
    user = sign_in.user
    checked_hash = user.password_hash
    is_right = passwords.matches(checked_hash, password)
    with transaction() as session:
        tries = PasswordTries.locked_for(session, user.email)
        if tries.is_locked:
            raise signing_in.resting(tries)
        if is_right and locked(session, user).password_hash == checked_hash:
            tries.forget()
            locked(session, sign_in).fresh_at = clock.now()
            return
        if tries.count_wrong():
            enqueue("accounts.tell-of-lock", email=user.email)
    raise Refusal("wrong-password", say("That is not your password."), field="password")
