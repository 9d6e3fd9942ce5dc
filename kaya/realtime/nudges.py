"""Touching a topic in a transaction, and nudging whoever listens once it is committed."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from kaya.db import afterwards, at_the_end, db
from kaya.realtime.models import PendingNudge, TopicVersion
from kaya.realtime.news import CONNECT_ANEW, HANG_UP, carries_after_commit, say
from kaya.realtime.topics import own_room, room_of, sign_in_room


def touch(topic: str, key: Any = "", *, event: str = "changed", versioned: bool = True) -> None:
    """Say inside a transaction that what `topic`/`key` shows has changed.

    Its version is bumped at the transaction's end, touched topics in one order, so that two writers never wait for
    each other; the nudge goes out after the commit. A topic that everybody shares has no version to queue for
    (`versioned=False`).
    """
    name = str(key)

    def at_end(session: Session) -> None:
        version = bumped(session, topic, name) if versioned else 0
        send(session, room_of(topic, name), "nudge", {"topic": topic, "key": name, "version": version, "event": event})

    at_the_end(("topic", topic, name), at_end)


def deliver(user_id: Any, event: str, body: dict[str, Any]) -> None:
    """Send one person `event` with `body`, once the current transaction is committed."""
    at_the_end(("user", str(user_id), event, str(body)), lambda session: send(session, own_room(user_id), event, body))


def whisper(user_id: Any, event: str, body: dict[str, Any]) -> None:
    """Send one person something that nobody keeps (someone is typing, the next word of an answer), at once."""
    say(own_room(user_id), event, body)


def hang_up(sign_in_id: Any) -> None:
    """Close every socket of a sign-in, on every process, once the transaction that ended it is committed."""
    at_the_end(("hang-up", str(sign_in_id)), lambda session: send(session, sign_in_room(sign_in_id), HANG_UP, {}))


def connect_anew(sign_in_id: Any) -> None:
    """Let the open pages of a sign-in, which goes on, ask anew what they may listen to, once this is committed."""
    room = sign_in_room(sign_in_id)
    at_the_end(("connect-anew", str(sign_in_id)), lambda session: send(session, room, CONNECT_ANEW, {}))


def bumped(session: Session, topic: str, key: str) -> int:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    row = dialect.insert(TopicVersion).values(topic=topic, key=key, version=1)
    raised = row.on_conflict_do_update(index_elements=["topic", "key"], set_={"version": TopicVersion.version + 1})
    return int(session.scalar(raised.returning(TopicVersion.version)) or 0)


def send(session: Session, room: str, event: str, body: dict[str, Any]) -> None:
    """Carry it after the commit; from a process that cannot, leave a row that servers read."""
    if carries_after_commit():
        afterwards(lambda: say(room, event, body))
    else:
        session.add(PendingNudge(room=room, event=event, body=body))


def version_of(topic: str, key: Any = "") -> int:
    """How often `topic`/`key` has changed; a page rendered now shows at least this."""
    return db.session.scalar(version_in(topic, key)) or 0


def version_in(topic: str, key: Any = "") -> Select[int]:
    """The same, to be asked beside something else in one question; no row is version 0."""
    return select(TopicVersion.version).where(TopicVersion.topic == topic, TopicVersion.key == str(key))
