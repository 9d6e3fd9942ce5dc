"""What happens to accounts, written into the audit trail."""

from typing import Any
from uuid import UUID

from blinker import NamedSignal

from kaya import audit
from kaya.accounts.models import SignIn, User
from kaya.accounts.signals import (
    account_opened,
    codes_locked,
    email_change_asked,
    email_changed,
    mail_code_asked,
    mail_code_refused,
    passkey_added,
    passkey_copied,
    passkey_refused,
    passkey_removed,
    password_changed,
    password_locked,
    password_refused,
    password_reset_asked,
    profile_changed,
    recovery_code_used,
    recovery_codes_made,
    refresh_token_reused,
    role_changed,
    signed_in,
    signed_out,
    suspended_knocked,
    two_factor_disabled,
    two_factor_enabled,
)
from kaya.audit import Act, Kind, act
from kaya.origin import origin
from kaya.signals import on
from kaya.words import say

opened = act("account-opened", label=say("Account opened"), kind=Kind.SECURITY)
came_in = act("signed-in", label=say("Signed in"), kind=Kind.SECURITY)
went_out = act("signed-out", label=say("Signed out"), kind=Kind.SECURITY)
wrong_password = act("wrong-password", label=say("Wrong password"), kind=Kind.SECURITY)
locked = act("password-locked", label=say("Five wrong passwords: they rest"), kind=Kind.SECURITY)
reset_asked = act("password-reset-asked", label=say("A new password asked for"), kind=Kind.SECURITY)
changed = act("password-changed", label=say("Password changed"), kind=Kind.SECURITY)
reused = act("refresh-token-reused", label=say("A refresh token used twice"), kind=Kind.SECURITY)
role_given = act("role-given", label=say("Role given"))
own_profile = act("profile-changed", label=say("Own profile or preferences changed"))
profile_by_staff = act("profile-changed-by-staff", label=say("Someone else’s profile changed"))


@on(account_opened)
def write_down_an_account(*, user: User, **_: Any) -> None:
    audit.record(opened, actor=user, subject=user)


@on(signed_in)
def write_down_who_came_in(*, user: User, sign_in: SignIn, **_: Any) -> None:
    audit.record(came_in, actor=user, subject=user, row=sign_in)


@on(signed_out)
def write_down_who_went_out(*, user: User, sign_in: SignIn, **_: Any) -> None:
    audit.record(went_out, subject=user, row=sign_in)


@on(password_refused)
def write_down_a_wrong_password(*, user_id: UUID | None, **_: Any) -> None:
    audit.record(wrong_password, subject=user_id)


@on(password_locked)
def write_down_a_lock(*, user: User, **_: Any) -> None:
    audit.record(locked, subject=user)


@on(password_reset_asked)
def write_down_a_reset(*, user: User, **_: Any) -> None:
    audit.record(reset_asked, subject=user)


@on(password_changed)
def write_down_a_new_password(*, user: User, **_: Any) -> None:
    audit.record(changed, subject=user)


@on(refresh_token_reused)
def write_down_a_stolen_token(*, user: User, sign_in: SignIn, **_: Any) -> None:
    audit.record(reused, subject=user, row=sign_in)


@on(role_changed)
def write_down_a_role(*, user: User, role: str, by: User | None, **_: Any) -> None:
    audit.record(role_given, actor=by or origin().viewer_id, subject=user, reason=str(role))


@on(profile_changed)
def write_down_a_changed_profile(*, user: User, **_: Any) -> None:
    """By themselves or by another; what the house does on its own is no act."""
    if origin().viewer_id is not None:
        audit.record(own_profile if origin().viewer_id == user.id else profile_by_staff, subject=user)


def of_somebody(fact: NamedSignal, what: Act) -> None:
    @on(fact)
    def write_down(*, user_id: UUID | None, **_: Any) -> None:
        audit.record(what, subject=user_id)


of_somebody(passkey_refused, act("wrong-passkey", label=say("Wrong passkey"), kind=Kind.SECURITY))
of_somebody(suspended_knocked, act("suspended-knocked", label=say("Right password, suspended"), kind=Kind.SECURITY))
of_somebody(mail_code_refused, act("wrong-mail-code", label=say("Wrong code from a mail"), kind=Kind.SECURITY))


def of_oneself(fact: NamedSignal, what: Act) -> None:
    @on(fact)
    def write_down(*, user: User, **_: Any) -> None:
        audit.record(what, subject=user)


of_oneself(codes_locked, act("codes-locked", label=say("Five wrong codes: they rest"), kind=Kind.SECURITY))
of_oneself(two_factor_enabled, act("two-factor-enabled", label=say("Two-factor turned on"), kind=Kind.SECURITY))
of_oneself(two_factor_disabled, act("two-factor-disabled", label=say("Two-factor turned off"), kind=Kind.SECURITY))
of_oneself(recovery_codes_made, act("recovery-codes-made", label=say("Recovery codes made"), kind=Kind.SECURITY))
of_oneself(recovery_code_used, act("recovery-code-used", label=say("Recovery code used"), kind=Kind.SECURITY))
of_oneself(passkey_added, act("passkey-added", label=say("Passkey added"), kind=Kind.SECURITY))
of_oneself(passkey_removed, act("passkey-removed", label=say("Passkey removed"), kind=Kind.SECURITY))
of_oneself(passkey_copied, act("passkey-copied", label=say("A copy of a passkey was refused"), kind=Kind.SECURITY))
of_oneself(mail_code_asked, act("mail-code-asked", label=say("A code by mail asked for"), kind=Kind.SECURITY))
of_oneself(email_change_asked, act("email-change-asked", label=say("Another address asked for"), kind=Kind.SECURITY))
of_oneself(email_changed, act("email-changed", label=say("Address changed"), kind=Kind.SECURITY))
