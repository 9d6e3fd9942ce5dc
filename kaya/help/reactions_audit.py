"""What staff do to the helplines, written into the audit trail."""

from typing import Any

from kaya import audit
from kaya.accounts.models import User
from kaya.audit import act
from kaya.help.models import Helpline
from kaya.help.signals import helpline_changed
from kaya.signals import on
from kaya.words import say

changed = act("helpline-changed", label=say("A helpline changed"))


@on(helpline_changed)
def write_down_a_changed_line(*, actor: User, line: Helpline, **_: Any) -> None:
    audit.record(changed, actor=actor, row=line)
