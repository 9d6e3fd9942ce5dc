"""What staff do about people, written into the audit trail."""

from typing import Any
from uuid import UUID

from kaya import audit
from kaya.accounts.models import Invitation, User
from kaya.accounts.permissions import Permission
from kaya.accounts.signals import (
    account_reopened,
    account_suspended,
    invitation_accepted,
    invitation_sent,
    invitation_withdrawn,
    permission_granted,
    permission_withdrawn,
)
from kaya.audit import Kind, act
from kaya.signals import on
from kaya.words import say

granted = act("permission-granted", label=say("Permission granted"))
taken = act("permission-withdrawn", label=say("Permission taken back"))
suspended = act("account-suspended", label=say("Account suspended"), kind=Kind.SECURITY)
reopened = act("account-reopened", label=say("Suspension lifted"), kind=Kind.SECURITY)
invited = act("invitation-sent", label=say("Invitation sent"))
uninvited = act("invitation-withdrawn", label=say("Invitation taken back"))
came = act("invitation-accepted", label=say("Invitation accepted"), kind=Kind.SECURITY)


@on(permission_granted)
def write_down_a_grant(*, user: User, permission: Permission, by: User | None, **_: Any) -> None:
    audit.record(granted, actor=by, subject=user, reason=str(permission))


@on(permission_withdrawn)
def write_down_a_withdrawal(*, user: User, permission: Permission, by: User | None, **_: Any) -> None:
    audit.record(taken, actor=by, subject=user, reason=str(permission))


@on(account_suspended)
def write_down_a_suspension(*, user: User, by: User, **_: Any) -> None:
    audit.record(suspended, actor=by, subject=user)


@on(account_reopened)
def write_down_a_return(*, user: User, by: User, **_: Any) -> None:
    audit.record(reopened, actor=by, subject=user)


@on(invitation_sent)
def write_down_an_invitation(*, invitation: Invitation, by: User, **_: Any) -> None:
    audit.record(invited, actor=by, row=invitation, reason=str(invitation.role))


@on(invitation_withdrawn)
def write_down_an_invitation_taken_back(*, invitation: Invitation, by: User, **_: Any) -> None:
    audit.record(uninvited, actor=by, row=invitation)


@on(invitation_accepted)
def write_down_who_came(*, user: User, by_id: UUID | None, **_: Any) -> None:
    audit.record(came, actor=user, subject=user, reason=str(user.role))
