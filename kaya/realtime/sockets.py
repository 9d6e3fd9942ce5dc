"""What a client may say over Socket.IO, each answered by an acknowledgement."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from flask import Flask, request, session
from flask_socketio import ConnectionRefusedError, disconnect, join_room, leave_room, rooms
from sqlalchemy.exc import DataError, OperationalError

from kaya.config import Settings
from kaya.config import settings as chosen_settings
from kaya.db import db
from kaya.origin import Medium, arrive, leave
from kaya.realtime.gate import Gate
from kaya.realtime.news import connect_processes, socketio
from kaya.realtime.nudges import version_of
from kaya.realtime.topics import asked_for, own_room, room_of, sign_in_room
from kaya.refusal import Refusal
from kaya.web.viewer import Anonymous, socket_viewer
from kaya.words import say

log = structlog.get_logger(__name__)

KEY = "sign_in_id"
MOST_TOPICS = 200
SPARE_THREADS = 32
MINUTE = 60.0
PATIENCE = 50  # events beyond the limit that are still answered before the socket is closed
PACE = "kaya.pace"


def install(app: Flask, settings: Settings) -> None:
    """Sockets by WebSocket only, from this site's own pages, and no more of them than leave threads for requests.

    A socket's events are answered one after the other in its own thread: a flood waits for itself alone.
    """
    origins = [settings.public_url, *settings.cors_origins]
    socketio.init_app(
        app,
        async_mode="threading",
        async_handlers=False,
        transports=["websocket"],
        cors_allowed_origins=None if settings.is_development else origins,
        ping_interval=25,
        ping_timeout=20,
        max_http_buffer_size=64 * 1024,
    )
    app.wsgi_app = Gate(  # type: ignore[method-assign]
        app.wsgi_app, socketio.server.eio, settings.threads - SPARE_THREADS, settings.sockets_per_address
    )
    connect_processes(settings.redis_url)


def event(name: str) -> Callable[[Callable[..., dict[str, Any] | None]], Callable[..., dict[str, Any]]]:
    """Declare an event: it answers `{ok: true, …}`, or `{ok: false, problem}`; a sign-in that ended closes the socket.

    Its function is called with the viewer and the body (an object, empty when the client sent none).
    """

    def declare(act: Callable[..., dict[str, Any] | None]) -> Callable[..., dict[str, Any]]:
        @wraps(act)
        def answer(body: Any = None, *_more: Any) -> dict[str, Any]:
            try:
                keep_pace()
                return acknowledge(act, body if isinstance(body, dict) else {})
            except Refusal as refusal:
                return problem(refusal.kind, str(refusal.message), refusal.status, **refusal.details)
            except OperationalError:
                log.exception("The database did not answer")
                return problem("unavailable", say("Kaya needs a moment. Please try again shortly."), 503)
            except DataError:
                return problem("bad-request", say("Something in it was garbled. Please try once more."), 400)
            except Exception:
                if has_left():
                    return {"ok": False}
                log.exception("A socket event failed", event_name=name)
                return problem("internal", say("Something broke on our side."), 500)
            finally:
                leave()
                db.session.remove()

        socketio.on_event(name, answer)
        return answer

    return declare


def acknowledge(act: Callable[..., dict[str, Any] | None], body: dict[str, Any]) -> dict[str, Any]:
    who = viewer()
    arrive(Medium.SOCKET, request_id=request.sid, address=request.remote_addr or "", viewer=who)  # type: ignore[attr-defined]
    if session.get(KEY) and not who.is_authenticated:
        disconnect()
        raise Refusal("unauthenticated", say("Please sign in again."), status=401)
    return {"ok": True} | (act(who, body) or {})


def keep_pace() -> None:
    """Count this event of this socket. Beyond the limit of a minute it is refused; whoever goes on is disconnected."""
    most, now = chosen_settings().socket_events_per_minute, time.monotonic()
    began, count = request.environ.get(PACE, (now, 0))
    began, count = (began, count + 1) if now - began < MINUTE else (now, 1)
    request.environ[PACE] = began, count
    if count > most + PATIENCE:
        disconnect()
    if count > most:
        wait = max(1, round(began + MINUTE - now))
        raise Refusal("too-many-events", say("That was a lot in a short time."), status=429, retry_after=wait)


def viewer() -> Any:
    """Whose socket this is, asked anew at each event: a sign-in that ended is nobody's."""
    return (socket_viewer(session[KEY]) if session.get(KEY) else None) or Anonymous()


def has_left() -> bool:
    """Whether the client closed its socket meanwhile: its rooms are gone, and nobody waits for the answer."""
    return not socketio.server.manager.is_connected(request.sid, request.namespace)  # type: ignore[attr-defined]


def problem(kind: str, detail: object, status: int, **more: Any) -> dict[str, Any]:
    said = str(detail)
    about = {"type": f"/problems/{kind}", "title": said, "status": status, "detail": said}
    return {"ok": False, "problem": about | more}


@socketio.on("connect")
def connect(auth: Any = None) -> bool | None:
    """A browser is known by its cookie, anyone else by `auth: {token}`; a wrong one is refused, none is a guest."""
    try:
        token = auth.get("token") if isinstance(auth, dict) else None
        who = socket_viewer(cookies_sign_in(), token=str(token) if token else None)
        if who is None:
            return False
        session.pop(KEY, None)
        if who.is_authenticated:
            check_how_many(who)
            session[KEY] = str(who.sign_in_id)
            join_room(own_room(who.id))
            join_room(sign_in_room(who.sign_in_id))
        return None
    finally:
        db.session.remove()


def cookies_sign_in() -> str | None:
    """What this site's own pages bring along. A page of a site that CORS_ORIGINS names is a guest without a token."""
    settings = chosen_settings()
    elsewhere = {*settings.cors_origins} - {settings.public_url}
    return None if request.headers.get("Origin") in elsewhere else session.get("_user_id")


def check_how_many(who: Any) -> None:
    """Refuse one more open page of a sign-in that has as many as it may, in words that its client is given."""
    there = socketio.server.manager.get_participants("/", sign_in_room(who.sign_in_id))
    if sum(1 for _ in there) >= chosen_settings().sockets_per_sign_in:
        words = say("Too many open pages. Close some of them and live updates come back.")
        raise ConnectionRefusedError(problem("too-many-sockets-here", words, 429)["problem"])


@event("subscribe")
def subscribe(who: Any, body: dict[str, Any]) -> dict[str, Any]:
    """Join a topic. The answer names the version it has now, read after joining, so that nothing falls between."""
    asked = asked_for(who, body.get("topic"), body.get("key"))
    if asked is None:
        raise Refusal("not-found", say("There is no such topic."), status=404)
    if len(rooms()) > MOST_TOPICS:
        raise Refusal("too-many-topics", say("This connection listens to too many topics."), status=429)
    name, key = asked
    join_room(room_of(name, key))
    return {"topic": name, "key": key, "version": version_of(name, key)}


@event("unsubscribe")
def unsubscribe(who: Any, body: dict[str, Any]) -> None:
    asked = asked_for(who, body.get("topic"), body.get("key"))
    if asked:
        leave_room(room_of(*asked))


@socketio.on("*")
def unknown(name: str, *_more: Any) -> dict[str, Any]:
    """What nobody declared counts too."""
    try:
        keep_pace()
    except Refusal as refusal:
        return problem(refusal.kind, str(refusal.message), refusal.status, **refusal.details)
    return problem("not-found", say("There is no such event."), 404)
