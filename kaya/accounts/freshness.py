"""Proving again that it is still oneself, before what is worth asking twice."""

from kaya import clock
from kaya.accounts import ceremonies, passkeys, passwords, signing_in, two_factor
from kaya.accounts.ceremonies import Answer
from kaya.accounts.models import PasswordTries, SignIn, User
from kaya.db import locked, transaction
from kaya.jobs import enqueue
from kaya.refusal import Refusal
from kaya.words import say


def by_password(sign_in: SignIn, password: str) -> None:
    """Make `sign_in` fresh for ten minutes, though not for what changes a second proof of someone who has one.

    Refuses "wrong-password" (beside password); the fifth wrong one in a row lets passwords rest for 15 minutes
    ("password-locked", 429), as at sign-in.
    """
    checked_hash = sign_in.user.password_hash
    is_right = passwords.matches(checked_hash, password)
    with transaction() as session:
        tries = PasswordTries.locked_for(session, sign_in.user.email)
        if tries.is_locked:
            raise signing_in.resting(tries)
        if is_right and locked(session, sign_in.user).password_hash == checked_hash:
            tries.forget()
            locked(session, sign_in).fresh_at = clock.now()
            return
        if tries.count_wrong():
            enqueue("accounts.tell-of-lock", email=sign_in.user.email)
    raise Refusal("wrong-password", say("That is not your password."), field="password")


def by_code(sign_in: SignIn, otp: str) -> None:
    """The same by a code of the app or a recovery code, and for anything.

    Refuses "wrong-code" (beside otp), and "codes-locked" (429) as `two_factor.counted` does.
    """
    with transaction() as session:
        if two_factor.counted(session, sign_in.user, otp):
            locked(session, sign_in).prove_twice()
            return
    raise two_factor.wrong_code()


def ask_for_passkey(user: User) -> Answer:
    """What the device of a passkey is asked for."""
    return passkeys.ask(ceremonies.FRESHNESS, user, verified=True)


def by_passkey(sign_in: SignIn, answer: Answer) -> None:
    """The same by a passkey that looked at its owner; refuses "wrong-passkey" (401), which is no wrong password."""
    made = ceremonies.taken(ceremonies.FRESHNESS, sign_in.user, answer)
    with transaction() as session:
        if passkeys.used(session, answer, made, of=sign_in.user, verified=True):
            locked(session, sign_in).prove_twice()
            return
    raise passkeys.wrong_passkey()
