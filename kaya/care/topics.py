"""Who may listen to what care tells."""

from typing import Any

from kaya.accounts.permissions import Permission
from kaya.realtime import topic
from kaya.realtime.topics import personal_topic

personal_topic("appointments")


@topic("availability")
def anyone(viewer: Any, key: str) -> bool:
    """Which times are free is public; without a key, of all practitioners."""
    return True


@topic("catalogue")
def anyone_who_reads(viewer: Any, key: str) -> bool:
    """What is done here is public."""
    return key == ""


@topic("agenda")
def staff(viewer: Any, key: str) -> bool:
    """All appointments of the house."""
    return key == "" and viewer.may(Permission.SUPPORT)
