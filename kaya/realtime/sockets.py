"""What a client may say over Socket.IO, each answered by an acknowledgement."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from flask import Flask, session
from flask_socketio import disconnect, join_room, leave_room

from kaya.config import Settings
from kaya.db import db
from kaya.realtime.nudges import socketio, version_of
from kaya.realtime.topics import own_room, room_of, topics
from kaya.refusal import Refusal
from kaya.web.viewer import Anonymous, socket_viewer

log = structlog.get_logger(__name__)
KEY = "sign_in_id"


def install(app: Flask, settings: Settings) -> None:
    """Sockets by WebSocket only, from this site's own pages; through Redis when there is one."""
    origins = [settings.public_url, *settings.cors_origins]
    socketio.init_app(
        app,
        async_mode="threading",
        message_queue=settings.redis_url or None,
        channel="kaya",
        transports=["websocket"],
        cors_allowed_origins=None if settings.is_development else origins,
        ping_interval=25,
        ping_timeout=20,
        max_http_buffer_size=64 * 1024,
    )


def viewer() -> Any:
    """Whose socket this is, asked anew at each event: a sign-in that ended is nobody's."""
    return socket_viewer(session.get(KEY)) if session.get(KEY) else Anonymous()


def event(name: str) -> Callable[[Callable[..., dict[str, Any] | None]], Callable[..., dict[str, Any]]]:
    """Declare an event: it answers `{ok: true, …}`, or `{ok: false, problem}`; a sign-in that ended closes the socket."""

    def declare(handle: Callable[..., dict[str, Any] | None]) -> Callable[..., dict[str, Any]]:
        @socketio.on(name)
        @wraps(handle)
        def answer(body: Any = None) -> dict[str, Any]:
            try:
                who = viewer()
                if session.get(KEY) and not who.is_authenticated:
                    disconnect()
                    return problem("unauthenticated", "Please sign in again.", 401)
                return {"ok": True} | (handle(who, body if isinstance(body, dict) else {}) or {})
            except Refusal as refusal:
                return problem(refusal.kind, str(refusal.message), refusal.status)
            except Exception:
                log.exception("A socket event failed", event=name)
                return problem("internal", "Something broke on our side.", 500)
            finally:
                db.session.remove()

        return answer

    return declare


def problem(kind: str, detail: str, status: int) -> dict[str, Any]:
    return {"ok": False, "problem": {"type": f"/problems/{kind}", "title": detail, "detail": detail, "status": status}}


@socketio.on("connect")
def connect(auth: Any = None) -> bool | None:
    """A browser is known by its cookie, a mobile client by `auth: {token}`; a wrong one is refused, none is a guest."""
    try:
        who = socket_viewer(session.get("_user_id"), token=auth.get("token") if isinstance(auth, dict) else None)
        if who is None:
            return False
        if who.is_authenticated:
            session[KEY] = str(who.sign_in_id)
            join_room(own_room(who.id))
            join_room(f"sign-in:{who.sign_in_id}")
        return None
    finally:
        db.session.remove()


@event("subscribe")
def subscribe(who: Any, body: dict[str, Any]) -> dict[str, Any]:
    name, key = str(body.get("topic", ""))[:40], str(body.get("key") or "")[:64]
    may_listen = topics.get(name)
    if may_listen is None or not may_listen(who, key):
        raise Refusal("not-found", "There is no such topic.", status=404)
    join_room(room_of(name, key))
    return {"version": version_of(name, key)}


@event("unsubscribe")
def unsubscribe(who: Any, body: dict[str, Any]) -> None:
    leave_room(room_of(str(body.get("topic", "")), str(body.get("key") or "")))
