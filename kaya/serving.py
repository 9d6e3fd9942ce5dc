"""`flask kaya serve`: pages, API, sockets and jobs in gunicorn, one process or many, stopping gracefully."""

import signal
import threading
from typing import Any

import structlog
from flask import Flask
from gunicorn.app.base import BaseApplication

from kaya.config import Settings
from kaya.db import db
from kaya.jobs.runner import Runner
from kaya.realtime.nudges import pass_on, serve_from_here, socketio

log = structlog.get_logger(__name__)
WATCH_SECONDS = 0.4


class Server(BaseApplication):
    """Gunicorn inside our own command."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.app, self.settings = app, settings
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": self.settings.workers,
            "threads": self.settings.threads,
            "worker_class": "gthread",
            "graceful_timeout": self.settings.graceful_seconds,
            "timeout": 120,
            "keepalive": 5,
            "accesslog": None,
            "control_socket_disable": True,
            "post_worker_init": lambda worker: begin(self.app, self.settings, worker),
            "worker_int": lambda worker: end(self.app),
            "worker_exit": lambda server, worker: end(self.app),
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.app


_running: dict[str, Any] = {}


def begin(app: Flask, settings: Settings, worker: Any) -> None:
    """In each worker: connections of its own, jobs, and an ear for other processes' nudges."""
    with app.app_context():
        db.engine.dispose(close=False)
    serve_from_here()
    stop_on_signal(app, worker)
    _running["runner"] = Runner(app, settings.job_threads)
    _running["runner"].start()
    _running["watching"] = threading.Event()
    threading.Thread(target=watch, args=(app, _running["watching"]), name="nudges", daemon=True).start()


def stop_on_signal(app: Flask, worker: Any) -> None:
    """Tell the sockets at the first sign of the end, so that their threads are free for gunicorn's graceful wait."""
    inner = worker.handle_exit

    def handle_exit(number: int, frame: Any) -> None:
        threading.Thread(target=end, args=(app,), name="farewell").start()
        inner(number, frame)

    signal.signal(signal.SIGTERM, handle_exit)


def watch(app: Flask, stopped: threading.Event) -> None:
    while not stopped.wait(WATCH_SECONDS):
        try:
            with app.app_context():
                pass_on()
        except Exception:
            log.exception("Could not pass on nudges")


def end(app: Flask) -> None:
    """Once: tell the sockets and close them, stop taking jobs, let those in hand finish."""
    runner = _running.pop("runner", None)
    if runner is None:
        return
    _running["watching"].set()
    close_sockets()
    runner.stop(app.config["KAYA"].graceful_seconds)


def close_sockets() -> None:
    """Say goodbye: clients come back by themselves, to whoever serves then."""
    socketio.emit("server:closing", {}, ignore_queue=True)
    manager = socketio.server.manager
    for sid, _ in list(manager.get_participants("/", None)):
        socketio.server.disconnect(sid)
