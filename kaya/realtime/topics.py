"""What can be listened to, and who may. A topic that nobody declared cannot be joined."""

from collections.abc import Callable
from typing import Any

MayListen = Callable[[Any, str], bool]

topics: dict[str, MayListen] = {}


def topic(name: str) -> Callable[[MayListen], MayListen]:
    """Declare who may listen to `name`: asked with the viewer and the key ("" for the topic without one)."""

    def declare(may_listen: MayListen) -> MayListen:
        topics[name] = may_listen
        return may_listen

    return declare


def room_of(name: str, key: str) -> str:
    return f"{name}:{key}"


def own_room(user_id: Any) -> str:
    """Everything meant for one person alone goes here."""
    return f"user:{user_id}"
