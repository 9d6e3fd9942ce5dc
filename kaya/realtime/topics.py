"""What can be listened to, and who may. A topic that nobody declared cannot be joined."""

import re
from collections.abc import Callable
from typing import Any

MayListen = Callable[[Any, str], bool]

A_KEY = re.compile(r"[A-Za-z0-9_.-]{0,64}")

topics: dict[str, MayListen] = {}
personal: set[str] = set()


def topic(name: str) -> Callable[[MayListen], MayListen]:
    """Declare who may listen to `name`: asked with the viewer and the key ("" for the topic without one)."""

    def declare(may_listen: MayListen) -> MayListen:
        topics[name] = may_listen
        return may_listen

    return declare


def personal_topic(name: str) -> None:
    """Declare a topic that everyone has of their own: its key is their own id, and they may leave it out."""
    topics[name] = lambda viewer, key: viewer.is_authenticated and key == str(viewer.id)
    personal.add(name)


def asked_for(viewer: Any, name: object, key: object) -> tuple[str, str] | None:
    """The topic and key that a viewer means; None when there is none, or none for them."""
    if not isinstance(name, str) or name not in topics or not A_KEY.fullmatch(str(key or "")):
        return None
    meant = str(key or "")
    if name in personal and not meant and viewer.is_authenticated:
        meant = str(viewer.id)
    return (name, meant) if topics[name](viewer, meant) else None


def room_of(name: str, key: str) -> str:
    return f"{name}:{key}"


def parts_of(room: str | None) -> tuple[str, str] | None:
    """The topic and key of a topic's room."""
    name, colon, key = (room or "").partition(":")
    return (name, key) if colon and name in topics else None


def own_room(user_id: Any) -> str:
    """Everything meant for one person alone goes here."""
    return f"user:{user_id}"


def sign_in_room(sign_in_id: Any) -> str:
    """The sockets of one sign-in, to be closed when it ends."""
    return f"sign-in:{sign_in_id}"
