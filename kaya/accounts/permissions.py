"""What staff may do, one by one: granted to a person, and the scopes of an admin API key."""

from enum import StrEnum
from typing import Any

from kaya.refusal import Refusal
from kaya.words import Words, say


class Permission(StrEnum):
    """A part of staff's work."""

    SUPPORT = "support"
    VERIFICATION = "verification"
    MODERATION = "moderation"
    SHOP = "shop"
    CONTENT = "content"
    AUDIT = "audit"
    OPERATIONS = "operations"

    @property
    def label(self) -> Words:
        return LABELS[self]


LABELS: dict[Permission, Words] = {
    Permission.SUPPORT: say("People and their appointments"),
    Permission.VERIFICATION: say("Practitioners' papers"),
    Permission.MODERATION: say("What people write to each other"),
    Permission.SHOP: say("The shop and its orders"),
    Permission.CONTENT: say("Services, programs and texts"),
    Permission.AUDIT: say("The audit trail"),
    Permission.OPERATIONS: say("Jobs, keys and the machine"),
}


def check_may(actor: Any, *permissions: Permission) -> None:
    """What a verb begins with: refuses ("not-allowed", 403) whoever has none of these."""
    if not actor.may(*permissions):
        raise Refusal("not-allowed", say("That part of the work is not among those that you were given."), status=403)
