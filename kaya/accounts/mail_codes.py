"""Signing in by six digits that were sent by mail, good once and for ten minutes."""

from typing import Literal, overload
from uuid import UUID

from sqlalchemy import delete

from kaya import clock
from kaya.accounts import signing_in, two_factor
from kaya.accounts.models import Device, Halfway, MailCode, SignIn, User
from kaya.accounts.models.user import normal_email
from kaya.accounts.proofs import new_code
from kaya.accounts.signals import mail_code_asked, mail_code_refused
from kaya.accounts.signing_in import UNKNOWN
from kaya.db import transaction, uuid7
from kaya.jobs import enqueue
from kaya.mail import post
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def ask(email: str) -> None:
    """Ask for a code; one sent before is worth nothing. A job looks whether the address is known."""
    address, asked_id = normal_email(email)[:254], uuid7()
    with transaction() as session:
        MailCode.put(session, address, asked_id)
        enqueue("accounts.send-mail-code", email=address, asked_id=str(asked_id))


def send(email: str, asked_id: UUID) -> None:
    """Mail the code, if the address has an account. Done twice with the same `asked_id`, it is sent once."""
    with transaction() as session:
        row = session.scalar(MailCode.to(email).with_for_update())
        user = session.scalar(User.by_email(email))
        if row is None or row.asked_id != asked_id or row.code_hash or user is None or not user.is_active:
            return
        code = new_code()
        row.keep(code)
        post("sign-in-code", user.email, say("%(code)s is your code", code=code), user=user, code=code, secret=True)
        announce(mail_code_asked, user=user)


@overload
def sign_in(email: str, code: str, *, device: Device = ...) -> SignIn | Halfway: ...
@overload
def sign_in(email: str, code: str, *, otp: str = ..., device: Device = ..., medium: Literal["api"]) -> SignIn: ...
def sign_in(
    email: str, code: str, *, otp: str = "", device: Device = UNKNOWN, medium: str = "browser"
) -> SignIn | Halfway:
    """Sign in by the newest mail's code. Says the same whether or not the address is known.

    With two-factor on, a browser comes halfway (see `second_step`), and a client sends `otp` along.
    Refuses "wrong-code" (beside code) and, for what was used, is over or had five wrong tries, "gone" (410);
    "otp-required" and a wrong `otp` (401), which is one of the five wrong tries of the code too, and "codes-locked"
    (429) as `two_factor.counted` does.
    """
    with transaction() as session:
        row = session.scalar(MailCode.to(email).with_for_update())
        if row is None or row.is_over:
            raise gone()
        user = session.scalar(User.by_email(email))
        is_theirs = row.is_right(code) and user is not None and user.is_active
        if user is not None and is_theirs:
            if user.has_second_factor and medium == "browser":
                row.end()
                return signing_in.begin_halfway(session, user, device=device)
            if user.has_second_factor and not otp:
                raise signing_in.otp_required()
            if not user.has_second_factor or two_factor.counted(session, user, otp):
                row.end()
                twice = user.has_second_factor
                return signing_in.begin(session, user, proved_twice=twice, medium=medium, **device.columns)
        announce(mail_code_refused, user_id=user.id if user is not None else None)
        row.count_wrong()
    raise signing_in.wrong_otp() if is_theirs else wrong_code()


def wrong_code() -> Refusal:
    return Refusal("wrong-code", say("That is not the code. Please look at the newest mail again."), field="code")


def gone() -> Refusal:
    return Refusal(
        "gone", say("This code has been used, or its ten minutes are over. Please ask for a new one."), status=410
    )


def purge() -> None:
    """Forget codes whose ten minutes are over."""
    with transaction() as session:
        session.execute(delete(MailCode).where(MailCode.expires_at < clock.now()))
