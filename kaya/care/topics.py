"""Who may listen to what care tells."""

from typing import Any

from kaya.realtime import topic
from kaya.realtime.topics import personal_topic

personal_topic("appointments")


@topic("availability")
def anyone(viewer: Any, key: str) -> bool:
    """Which times are free is public; without a key, of all practitioners."""
    return True
