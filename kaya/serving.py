"""`flask kaya serve`: pages, API, sockets and jobs in gunicorn, one process or many, stopping gracefully."""

import gc
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import structlog
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger
from gunicorn.http import wsgi

from kaya.config import Settings
from kaya.db import db
from kaya.jobs.runner import Runner
from kaya.realtime.news import begin_listening, socketio

IDLE_CONNECTIONS = 1000

log = structlog.get_logger(__name__)
wsgi.SERVER = "Kaya"  # which server answers helps nobody who means well, and there is no setting for it
last_words: list[Callable[[], None]] = []


class Backstage:
    """What one serving process does beside requests: jobs, hearing what other processes change, and saying goodbye."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.app = app
        self.seconds = settings.graceful_seconds
        self.runner = Runner(app, settings.job_threads)
        self.closing = threading.Event()
        self.farewell = threading.Thread(target=self.close, name="farewell", daemon=True)

    def open(self) -> None:
        """Called in the process itself: a fork keeps no threads, and must not share its parent's connections."""
        with self.app.app_context():
            db.engine.dispose(close=False)
        begin_listening(self.app, self.closing)
        self.runner.start()
        self.farewell.start()

    def close(self) -> None:
        """Waiting for the end: then the sockets are told and closed, which frees their threads, and no job is begun."""
        self.closing.wait()
        say_goodbye()
        self.runner.stop(self.seconds - 0.5)
        say_last_words(self.app)

    def close_on(self, worker: Any) -> None:
        """Begin the end at the first sign of it. The signal only sets an event: it may strike inside any lock."""
        graceful = worker.handle_exit

        def leave(number: int, frame: FrameType | None) -> None:
            self.closing.set()
            graceful(number, frame)

        signal.signal(signal.SIGTERM, leave)
        signal.siginterrupt(signal.SIGTERM, False)

    def end(self) -> None:
        self.closing.set()
        self.farewell.join(self.seconds)


def at_shutdown(act: Callable[[], None]) -> Callable[[], None]:
    """Declare what a process does last, in the app's context, once its jobs have stopped."""
    last_words.append(act)
    return act


def say_last_words(app: Flask) -> None:
    for act in last_words:
        try:
            with app.app_context():
                act()
        except Exception:
            log.exception("Something at the end failed")


def say_goodbye() -> None:
    """Clients whose connection is closed come back by themselves, to whoever serves then."""
    socketio.emit("server:closing", {})
    for open_socket in list(socketio.server.eio.sockets.values()):
        open_socket.close(wait=False)


class Server(BaseApplication):
    """Gunicorn inside our own command."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.backstage: Backstage | None = None
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": self.settings.workers,
            "threads": self.settings.threads,
            "worker_connections": self.settings.threads + IDLE_CONNECTIONS,
            "worker_class": "gthread",
            "graceful_timeout": self.settings.graceful_seconds,
            "timeout": 120,
            "keepalive": 5,
            "logger_class": Log,
            "control_socket_disable": True,
            "post_worker_init": self.begin,
            "worker_int": lambda worker: self.end(),
            "worker_exit": lambda server, worker: self.end(),
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """What is loaded by now stays for good: no collection looks at it again, least of all the one at the end."""
        gc.collect()
        gc.freeze()
        return self.app

    def begin(self, worker: Any) -> None:
        self.backstage = Backstage(self.app, self.settings)
        self.backstage.open()
        self.backstage.close_on(worker)

    def end(self) -> None:
        if self.backstage is not None:
            self.backstage.end()


class Log(Logger):
    """Gunicorn's own words go where all others go."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True
