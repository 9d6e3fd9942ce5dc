"""Carrying news of a change to every process's open sockets: here at once, elsewhere by Redis, or by a row."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import structlog
from flask import Flask
from flask_socketio import SocketIO
from sqlalchemy import delete, insert, select, tuple_

from kaya import clock
from kaya.db import db, transaction
from kaya.jobs import every, queue
from kaya.realtime.bus import Bus, News
from kaya.realtime.models import PendingNudge, TopicVersion
from kaya.realtime.topics import parts_of

log = structlog.get_logger(__name__)
socketio = SocketIO()

HANG_UP = "hang-up"
CONNECT_ANEW = "connect-anew"
SIGNED_OUT = "signed-out"  # the last word that such a socket hears: its page leads to the door
WORK = "work"
LOOK_SECONDS = 0.4
FIRST_WORD_SECONDS = 5
FRESH = timedelta(seconds=30)


class Station:
    """What this process knows of the others: the bus, if there is one, and whether it holds sockets itself."""

    bus: Bus | None = None
    holds_sockets = False
    name = ""


station = Station()


def connect_processes(redis_url: str) -> None:
    station.bus = Bus(redis_url) if redis_url else None
    queue.bells_elsewhere[:] = [ring_elsewhere] if redis_url else []


def ring_elsewhere() -> None:
    """Let runners in other processes look for a job now; should Redis be away, they look within two seconds anyway."""
    if station.bus is not None:
        station.bus.publish({"room": "", "event": WORK, "body": {}, "origin": station.name})


def carries_after_commit() -> bool:
    """Can this process tell sockets once a change is committed, or must it leave a row in the transaction?"""
    return station.holds_sockets or station.bus is not None


def say(room: str, event: str, body: dict[str, Any]) -> None:
    """Tell everyone in `room`, whichever process holds their socket. What Redis cannot take is kept as a row."""
    news = {"room": room, "event": event, "body": body, "origin": station.name}
    if station.holds_sockets:
        tell_here(news)
    if station.bus is not None and not station.bus.publish(news):
        keep(news)


def keep(news: News) -> None:
    with db.engine.connect().execution_options(sqlite_begin="IMMEDIATE") as connection, connection.begin():
        connection.execute(insert(PendingNudge).values(**news))


def tell_here(news: News) -> None:
    if news["event"] == WORK:
        queue.ring_here()
    elif news["event"] == HANG_UP:
        hang_up_here(news["room"])
    elif news["event"] == CONNECT_ANEW:
        empty_rooms_here(news["room"])
    else:
        socketio.emit(news["event"], news["body"], to=news["room"])


def hang_up_here(room: str) -> None:
    for sid, eio_sid in list(socketio.server.manager.get_participants("/", room)):
        socketio.emit(SIGNED_OUT, {}, to=sid)
        socketio.server.disconnect(sid)
        if open_socket := socketio.server.eio.sockets.get(eio_sid):
            open_socket.close(wait=False)


def empty_rooms_here(room: str) -> None:
    """The topics are left at once; the connection breaks, which a page mends by itself, and asks for its topics."""
    for sid, eio_sid in list(socketio.server.manager.get_participants("/", room)):
        for each in [each for each in socketio.server.rooms(sid) if parts_of(each)]:
            socketio.server.leave_room(sid, each)
        if open_socket := socketio.server.eio.sockets.get(eio_sid):
            open_socket.close(wait=False)


# In a process that serves


def begin_listening(app: Flask, stopped: threading.Event) -> None:
    """This process holds sockets: let them hear what others say. A forked process calls this after the fork.

    No socket comes before news can be heard: what Redis says to nobody is lost. Without Redis it begins all the same.
    """
    station.holds_sockets, station.name = True, uuid4().hex
    in_background("rows", read_rows, app, stopped)
    if station.bus is not None:
        in_background("bus", listen_to_bus, app, station.bus, stopped)
        station.bus.hears.wait(FIRST_WORD_SECONDS)


def begin_listening_for_work(stopped: threading.Event) -> None:
    """This process only does jobs: let it hear when another one wrote some."""
    station.name = uuid4().hex
    if station.bus is not None:
        in_background("bus", station.bus.listen, hear, queue.ring_here, stopped)


def in_background(name: str, act: Callable[..., None], *given: Any) -> None:
    threading.Thread(target=act, args=given, name=f"news-{name}", daemon=True).start()


def listen_to_bus(app: Flask, bus: Bus, stopped: threading.Event) -> None:
    bus.listen(hear, lambda: catch_up(app), stopped)


def hear(news: News) -> None:
    if news["origin"] != station.name:
        tell_here(news)


def read_rows(app: Flask, stopped: threading.Event) -> None:
    began, seen = clock.now(), set[UUID]()
    while not stopped.wait(LOOK_SECONDS):
        try:
            with app.app_context():
                seen = pass_on(max(began, clock.now() - FRESH), seen)
        except Exception:
            log.exception("Could not read the news")


def pass_on(since: datetime, seen: set[UUID]) -> set[UUID]:
    """Tell the sockets here what other processes left as rows since then; answers which rows were there.

    Every server reads every row, so nobody takes it from another; a row that is committed late is still found.
    """
    rows = list(db.session.scalars(select(PendingNudge).where(PendingNudge.at > since).order_by(PendingNudge.id)))
    db.session.rollback()
    for row in rows:
        if row.id not in seen:
            hear({"room": row.room, "event": row.event, "body": row.body, "origin": row.origin})
    return {row.id for row in rows}


def catch_up(app: Flask) -> None:
    """Name to every subscriber here the version that their topic has now; who is not behind takes no notice."""
    with app.app_context():
        topics = [parts for room in list(socketio.server.manager.rooms.get("/", {})) if (parts := parts_of(room))]
        for start in range(0, len(topics), 500):
            nudge_each(topics[start : start + 500])


def nudge_each(topics: list[tuple[str, str]]) -> None:
    which = tuple_(TopicVersion.topic, TopicVersion.key).in_(topics)
    for row in db.session.scalars(select(TopicVersion).where(which)):
        body = {"topic": row.topic, "key": row.key, "version": row.version, "event": "changed"}
        socketio.emit("nudge", body, to=f"{row.topic}:{row.key}")
    db.session.rollback()


@every("realtime.forget-news", minutes=5)
def forget() -> None:
    """Drop the rows that every server has read by now."""
    with transaction() as session:
        session.execute(delete(PendingNudge).where(PendingNudge.at < clock.now() - 2 * FRESH))
