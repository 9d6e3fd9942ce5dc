"""Signing in and out: by password, in a browser or an API client."""

from dataclasses import dataclass
from typing import Any, Literal, overload

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import access_tokens, passwords, two_factor
from kaya.accounts.models import Device, Halfway, PasswordTries, RefreshToken, SignIn, User
from kaya.accounts.models.user import normal_email
from kaya.accounts.signals import (
    password_refused,
    refresh_token_reused,
    signed_in,
    signed_out,
    suspended_knocked,
)
from kaya.db import db, locked, transaction
from kaya.jobs import enqueue
from kaya.mail import post
from kaya.realtime.nudges import hang_up
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

UNKNOWN = Device()


@dataclass(frozen=True)
class Tokens:
    """What an API client gets: a JWT for 15 minutes, and the opaque token that brings the next."""

    sign_in: SignIn
    access_token: str
    refresh_token: str
    expires_in: int = int(access_tokens.LASTS.total_seconds())


@overload
def with_password(email: str, password: str, *, device: Device = ...) -> SignIn | Halfway: ...
@overload
def with_password(
    email: str, password: str, *, otp: str = ..., device: Device = ..., medium: Literal["api"]
) -> SignIn: ...
def with_password(
    email: str, password: str, *, otp: str = "", device: Device = UNKNOWN, medium: str = "browser"
) -> SignIn | Halfway:
    """Sign in by password. Takes as long, and says the same, whether or not the address is known.

    With two-factor on, a browser comes halfway (see `second_step`), and a client sends `otp` along.
    Refuses "wrong-password" (401), "suspended" (403), "otp-required" and "wrong-code" (401), "password-locked" (429)
    for 15 minutes after the fifth wrong try in a row, and "codes-locked" (429) as `two_factor.counted` does.
    """
    address = normal_email(email)
    user = db.session.scalar(User.by_email(address))
    checked_hash, known_id = (user.password_hash, user.id) if user else (None, None)
    is_right = passwords.matches(checked_hash, password)
    better_hash = passwords.hashed(password) if is_right and passwords.is_outdated(checked_hash or "") else None
    with transaction() as session:
        tries = PasswordTries.locked_for(session, address)
        if tries.is_locked:
            raise resting(tries)
        user = session.scalar(User.by_email(address)) if is_right else None
        is_theirs = user is not None and user.is_active and user.password_hash == checked_hash
        if user is not None and is_theirs:
            user.password_hash = better_hash or user.password_hash
            tries.forget()
            if user.has_second_factor and medium == "browser":
                return begin_halfway(session, user, device=device)
            if user.has_second_factor and not otp:
                raise otp_required()
            if not user.has_second_factor or two_factor.counted(session, user, otp):
                return begin(session, user, proved_twice=user.has_second_factor, medium=medium, **device.columns)
        is_shut_out = user is not None and not user.is_active and user.password_hash == checked_hash
        if not is_theirs and not is_shut_out and tries.count_wrong():
            enqueue("accounts.tell-of-lock", email=address)
        announce(suspended_knocked if is_shut_out else password_refused, user_id=known_id)
    raise wrong_otp() if is_theirs else suspended() if is_shut_out else wrong_password()


def suspended() -> Refusal:
    """Said to whoever knows the password, and to nobody else."""
    return Refusal(
        "suspended",
        say("The house is closed to you just now. The letter that we sent to this address says why, and whom to ask."),
        status=403,
    )


def wrong_password() -> Refusal:
    return Refusal(
        "wrong-password",
        say("That address and password do not belong together. After five wrong tries they rest for 15 minutes."),
        status=401,
    )


def wrong_otp() -> Refusal:
    return Refusal("wrong-code", two_factor.wrong_code().message, field="otp", status=401)


def otp_required() -> Refusal:
    return Refusal("otp-required", say("Two-factor sign-in is on: send the code of the app as otp."), status=401)


def begin_halfway(session: Session, user: User, *, device: Device) -> Halfway:
    """The first proof was right; the second is asked for on the next page."""
    halfway = Halfway(user=user, **device.columns)
    session.add(halfway)
    return halfway


def resting(tries: PasswordTries) -> Refusal:
    return Refusal(
        "password-locked",
        say("After five wrong passwords, signing in rests for 15 minutes. You can set a new password at once."),
        status=429,
        retry_after=tries.rests_for,
    )


def arrive(user: User, *, device: Device = UNKNOWN, medium: str = "browser") -> SignIn:
    """Sign in someone who has proved themselves in another way: by a mail's link or code."""
    with transaction() as session:
        return begin(session, locked(session, user), medium=medium, **device.columns)


def begin(session: Session, user: User, *, proved_twice: bool = False, **columns: Any) -> SignIn:
    """A new sign-in with these columns, inside the current transaction."""
    sign_in = SignIn(user=user, second_proof_at=clock.now() if proved_twice else None, **columns)
    session.add(sign_in)
    session.flush()
    if sign_in.medium == "api":
        sign_in.first_token = RefreshToken.next_for(session, sign_in)
    announce(signed_in, user=user, sign_in=sign_in)
    return sign_in


def tokens_for(sign_in: SignIn) -> Tokens:
    """A pair of tokens for a sign-in; whatever refresh token it had is worth nothing from now on.

    One that has just begun has its first already, which is told once.
    """
    if sign_in.first_token:
        first, sign_in.first_token = sign_in.first_token, ""
        return Tokens(sign_in, access_tokens.issue(sign_in), first)
    with transaction() as session:
        locked(session, sign_in).last_seen_at = clock.now()
        RefreshToken.use_up(session, sign_in)
        refresh_token = RefreshToken.next_for(session, sign_in)
    return Tokens(sign_in, access_tokens.issue(sign_in), refresh_token)


def refresh(refresh_token: str) -> Tokens:
    """A new pair for an old refresh token, which dies. Refuses ("invalid-token", 401) one that is no good.

    Whoever lost the answer may ask once more within ten seconds. Later, a token that was used ends its sign-in: one of
    the two who have it is a thief, and their person is told.
    """
    with transaction() as session:
        sign_in = session.scalar(RefreshToken.family_of(refresh_token).with_for_update(of=SignIn))
        if sign_in is None:
            raise no_good()
        given = RefreshToken.given(session, refresh_token)
        is_good = given.was_just_used or not given.is_used
        if is_good:
            next_token = go_on(session, sign_in, given)
        else:
            end_for_theft(session, sign_in)
    if not is_good:
        raise no_good()
    return Tokens(sign_in, access_tokens.issue(sign_in), next_token)


def go_on(session: Session, sign_in: SignIn, given: RefreshToken) -> str:
    sign_in.last_seen_at = clock.now()
    if not given.is_used:
        RefreshToken.use_up(session, sign_in)
    return RefreshToken.next_for(session, sign_in)


def end_for_theft(session: Session, sign_in: SignIn) -> None:
    """Whoever has a token of this family is out, and its person knows."""
    user = sign_in.user
    end_all(session, user, only=sign_in)
    post("token-reused", user.email, say("You were signed out on one device"), user=user, device=sign_in.device)
    announce(refresh_token_reused, user=user, sign_in=sign_in)


def no_good() -> Refusal:
    return Refusal("invalid-token", say("Please sign in again."), status=401)


def end(sign_in: SignIn) -> None:
    """Sign out here: its cookie or tokens are worth nothing from now on."""
    with transaction() as session:
        if locked(session, sign_in).ended_at is None:
            end_all(session, sign_in.user, only=sign_in)


def end_all(session: Session, user: User, *, only: SignIn | None = None, but: SignIn | None = None) -> None:
    """End `user`'s sign-ins inside the current transaction: all, one, or all but one."""
    rows = SignIn.of(user)
    if only is not None:
        rows = rows.where(SignIn.id == only.id)
    if but is not None:
        rows = rows.where(SignIn.id != but.id)
    for sign_in in session.scalars(rows.order_by(SignIn.id)).all():
        sign_in.ended_at = clock.now()
        hang_up(sign_in.id)
        announce(signed_out, user=user, sign_in=sign_in)


def notice(sign_in: SignIn) -> None:
    """Write down that a sign-in was in use just now; done at most every five minutes."""
    with transaction() as session:
        session.execute(update(SignIn).where(SignIn.id == sign_in.id).values(last_seen_at=clock.now()))


def purge() -> None:
    """Forget sign-ins that ended or expired 30 days ago, and wrong passwords of yesterday."""
    with transaction() as session:
        session.execute(delete(SignIn).where(SignIn.expires_at < clock.ago(days=30)))
        session.execute(delete(PasswordTries).where(PasswordTries.last_at < clock.ago(days=1)))


def current(user: User) -> list[SignIn]:
    """Where `user` is signed in, the one seen last first."""
    return list(db.session.scalars(SignIn.of(user).order_by(SignIn.last_seen_at.desc())))
