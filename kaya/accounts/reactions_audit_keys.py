"""Admin API keys, written into the audit trail."""

from typing import Any

from kaya import audit
from kaya.accounts.models import ApiKey, User
from kaya.accounts.signals import api_key_made, api_key_revoked
from kaya.audit import Kind, act
from kaya.signals import on
from kaya.words import say

made = act("api-key-made", label=say("Admin key made"), kind=Kind.SECURITY)
revoked = act("api-key-revoked", label=say("Admin key revoked"), kind=Kind.SECURITY)


@on(api_key_made)
def write_down_a_key(*, key: ApiKey, by: User, **_: Any) -> None:
    audit.record(made, actor=by, subject=key.user, row=key)


@on(api_key_revoked)
def write_down_a_revoked_key(*, key: ApiKey, by: User, **_: Any) -> None:
    audit.record(revoked, actor=by, subject=key.user, row=key)
