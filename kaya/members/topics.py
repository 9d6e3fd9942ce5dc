"""Staff who look after people hear when something about them changes: of all (no key), or of one."""

from typing import Any

from kaya.accounts.permissions import Permission
from kaya.realtime import topic


@topic("people")
def those_who_look_after_people(viewer: Any, key: str) -> bool:
    return bool(viewer.may(Permission.SUPPORT, Permission.OPERATIONS))
