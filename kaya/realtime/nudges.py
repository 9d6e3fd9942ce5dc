"""Touching a topic in a transaction, and nudging whoever listens once it is committed."""

from typing import Any

from flask_socketio import SocketIO
from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from kaya.db import afterwards, at_the_end, db, transaction
from kaya.realtime.models import PendingNudge, TopicVersion
from kaya.realtime.topics import own_room, room_of

socketio = SocketIO()


def touch(topic: str, key: Any = "", *, event: str = "changed", versioned: bool = True) -> None:
    """Say inside a transaction that what `topic`/`key` shows has changed.

    Its version is bumped at the transaction's end, touched topics in one order, so that two writers never wait for each
    other; the nudge goes out after the commit. A topic everybody shares (`versioned=False`) has no version to queue for.
    """
    name = str(key)

    def at_end(session: Session) -> None:
        version = bumped(session, topic, name) if versioned else 0
        send(session, room_of(topic, name), "nudge", {"topic": topic, "key": name, "version": version, "event": event})

    at_the_end(("topic", topic, name), at_end)


def deliver(user_id: Any, event: str, body: dict[str, Any]) -> None:
    """Send one person `event` with `body`, once the current transaction is committed."""
    at_the_end(("user", str(user_id), event, str(body)), lambda session: send(session, own_room(user_id), event, body))


def bumped(session: Session, topic: str, key: str) -> int:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    row = dialect.insert(TopicVersion).values(topic=topic, key=key, version=1)
    raised = row.on_conflict_do_update(index_elements=["topic", "key"], set_={"version": TopicVersion.version + 1})
    return int(session.scalar(raised.returning(TopicVersion.version)) or 0)


def send(session: Session, room: str, event: str, body: dict[str, Any]) -> None:
    """Emit after the commit; from a process that cannot, leave a row that the server passes on."""
    if can_emit():
        afterwards(lambda: socketio.emit(event, body, to=room))
    else:
        session.add(PendingNudge(room=room, event=event, body=body))


_serving = False


def serve_from_here() -> None:
    """This process holds sockets itself."""
    global _serving
    _serving = True


def can_emit() -> bool:
    """Does an emit from this process reach the sockets: because it has them, or by way of Redis?"""
    return _serving or bool(
        socketio.server_options.get("client_manager") or socketio.server_options.get("message_queue")
    )


def version_of(topic: str, key: Any = "") -> int:
    """How often `topic`/`key` has changed; a page rendered now shows at least this."""
    where = (TopicVersion.topic == topic, TopicVersion.key == str(key))
    return db.session.scalar(select(TopicVersion.version).where(*where)) or 0


def pass_on() -> int:
    """Emit the nudges that other processes left, and say how many."""
    if not db.session.scalar(select(func.count()).select_from(PendingNudge)):
        db.session.rollback()
        return 0
    with transaction() as session:
        waiting = list(
            session.scalars(select(PendingNudge).order_by(PendingNudge.id).with_for_update(skip_locked=True))
        )
        for nudge in waiting:
            room, event, body = nudge.room, nudge.event, nudge.body
            afterwards(lambda room=room, event=event, body=body: socketio.emit(event, body, to=room))  # type: ignore[misc]
            session.delete(nudge)
    return len(waiting)
