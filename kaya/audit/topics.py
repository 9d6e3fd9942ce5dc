"""Staff hear when the trail was looked at."""

from typing import Any

from kaya.accounts.permissions import Permission
from kaya.realtime import topic


@topic("audit")
def staff(viewer: Any, key: str) -> bool:
    return key == "" and bool(viewer.may(Permission.AUDIT))
