"""What staff's open pages are told when people come, change, or may do something else."""

from typing import Any

from kaya.accounts.models import User
from kaya.accounts.signals import (
    account_opened,
    account_reopened,
    account_suspended,
    invitation_accepted,
    invitation_sent,
    invitation_withdrawn,
    permission_granted,
    permission_withdrawn,
    profile_changed,
    role_changed,
    signed_out,
    two_factor_disabled,
    two_factor_enabled,
)
from kaya.realtime import touch
from kaya.signals import on

EVENT = "people:changed"


@on(account_opened, account_suspended, account_reopened, role_changed, permission_granted, permission_withdrawn)
@on(two_factor_enabled, two_factor_disabled, profile_changed)
def tell_of_someone(*, user: User, **_: Any) -> None:
    touch("people", event=EVENT)
    touch("people", user.id, event=EVENT)


@on(signed_out)
def tell_who_looks_at_them(*, user: User, **_: Any) -> None:
    touch("people", user.id, event=EVENT)


@on(invitation_sent, invitation_withdrawn, invitation_accepted)
def tell_of_invitations(**_: Any) -> None:
    touch("people", event=EVENT)
