"""Processes of the staged Kaya: started, watched, told to stop, killed."""

import contextlib
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import socketio

from kaya.config import ROOT
from tests.servers import die_with_parent, free_port

FLASK = ["flask", "--app", "tests.stage.wsgi"]
PATIENCE = 60.0
TLS = ssl.create_default_context()  # made once: a client that makes its own takes 30 ms for it at each question


def wait_for(what: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """What `what` answers as soon as that is true; fails when it never is."""
    deadline = time.monotonic() + seconds
    while not (answer := what()):
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        time.sleep(0.01)
    return answer


@dataclass
class Stage:
    """Where processes run: a folder, a database, and settings that are the same for all."""

    folder: Path
    database_url: str
    settings: dict[str, Any] = field(default_factory=dict)

    def environment(self, **settings: Any) -> dict[str, str]:
        usual = {
            "database_url": self.database_url,
            "instance_path": self.folder,
            "secret_key": "a secret that only the tests know",
            "graceful_seconds": 5,
            "job_lease_seconds": 1,
            "log_level": "INFO",
            "log_format": "json",
            "rate_limit_scale": 1000,
        }
        chosen = {**usual, **self.settings, **settings}
        return {**os.environ, **{name.upper(): str(value) for name, value in chosen.items()}}

    def run(self, *command: str, **settings: Any) -> str:
        """A command of `flask kaya`, to its end."""
        done = self.start(*command, **settings)
        assert done.ended() == 0, done.log.read_text()
        return done.log.read_text()

    def start(self, *command: str, **settings: Any) -> "Process":
        with (self.folder / f"said-{time.monotonic_ns()}").open("w+b") as said:
            env = self.environment(**settings)
            return Process(nursery().start([*FLASK, "kaya", *command], env, said.fileno()), Path(said.name))

    @contextlib.contextmanager
    def serving(self, **settings: Any) -> Iterator["Server"]:
        port = free_port()
        process = self.start("serve", port=port, public_url=f"http://127.0.0.1:{port}", **settings)
        server = Server(process, f"http://127.0.0.1:{port}")
        try:
            wait_for(server.answers)
            yield server
        finally:
            process.kill()

    @property
    def notes(self) -> list[str]:
        path = self.folder / "notes"
        return path.read_text().split("\n")[:-1] if path.exists() else []


@dataclass
class Process:
    """A copy of what the nursery has loaded, at the head of a group of its own."""

    pid: int
    log: Path
    code: int | None = None

    def tell(self, sign: signal.Signals) -> None:
        os.kill(self.pid, sign)

    def has_ended(self) -> bool:
        if self.code is None:
            self.code = nursery().code_of(self.pid)
        return self.code is not None

    def ended(self, seconds: float = PATIENCE) -> int | None:
        """How it ended, as soon as it has: below zero when a signal did it."""
        wait_for(self.has_ended, seconds)
        return self.code

    def kill(self) -> None:
        """The process and its children, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.ended()


class Nursery:
    """See tests/stage/nursery.py."""

    def __init__(self) -> None:
        self.words, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with there:
            subprocess.Popen(
                [sys.executable, "-m", "tests.stage.nursery", str(there.fileno())],
                cwd=ROOT,
                pass_fds=[there.fileno()],
                preexec_fn=die_with_parent,
            )

    def start(self, argv: list[str], env: dict[str, str], said: int) -> int:
        """The id of a process that writes to the file `said`."""
        order = json.dumps({"do": "start", "argv": argv, "env": env}).encode()
        socket.send_fds(self.words, [order], [said])
        return int(self.words.recv(100))

    def code_of(self, pid: int) -> int | None:
        self.words.send(json.dumps({"do": "poll", "pid": pid}).encode())
        code: int | None = json.loads(self.words.recv(100))
        return code


nursery = cache(Nursery)


@dataclass
class Server:
    process: Process
    address: str

    def get(self, path: str, **options: Any) -> httpx.Response:
        return httpx.get(self.address + path, timeout=PATIENCE, verify=TLS, **options)

    def answers(self) -> bool:
        assert not self.process.has_ended(), self.process.log.read_text()
        try:
            return httpx.get(f"{self.address}/health", timeout=2, verify=TLS).status_code == 200
        except httpx.HTTPError:
            return False

    @contextlib.contextmanager
    def socket(self, **options: Any) -> Iterator["Socket"]:
        client = Socket(self.address, **options)
        try:
            yield client
        finally:
            client.inner.disconnect()


class Socket:
    """A socket client that writes down what it hears."""

    def __init__(self, address: str, **options: Any) -> None:
        self.inner = socketio.Client(reconnection=False)
        self.heard: list[tuple[str, Any]] = []
        self.inner.on("*", lambda event, *body: self.heard.append((event, body[0] if body else None)))
        self.inner.connect(address, transports=["websocket"], wait_timeout=PATIENCE, **options)

    def ask(self, event: str, body: Any = None) -> Any:
        return self.inner.call(event, body, timeout=PATIENCE)

    def hears(self, event: str, seconds: float = PATIENCE) -> Any:
        """The body of the next `event`."""

        def found() -> Any:
            index = next((i for i, (name, _) in enumerate(self.heard) if name == event), None)
            return None if index is None else [self.heard.pop(index)[1]]

        return wait_for(found, seconds)[0]
