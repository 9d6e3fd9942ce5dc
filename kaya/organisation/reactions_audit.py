"""What staff do to the house, written into the audit trail."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import act
from kaya.organisation.signals import organisation_changed
from kaya.signals import on
from kaya.words import say

changed = act("organisation-changed", label=say("The house or a place changed"))


@on(organisation_changed)
def write_down_a_changed_house(*, actor: User, about: Any, **_: Any) -> None:
    audit.record(changed, actor=actor, row=about)
