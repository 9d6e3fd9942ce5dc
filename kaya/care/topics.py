"""Who may listen to what care tells."""

from typing import Any

from kaya.realtime import topic


@topic("availability")
def anyone(viewer: Any, key: str) -> bool:
    """Which times are free is public; without a key, of all practitioners."""
    return True


@topic("appointments")
def oneself(viewer: Any, key: str) -> bool:
    return bool(viewer.is_authenticated) and key in ("", str(viewer.id))
