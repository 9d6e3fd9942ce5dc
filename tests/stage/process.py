"""Processes of the staged Kaya: started, watched, told to stop, killed."""

import contextlib
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import socketio

from kaya.config import ROOT
from tests.servers import die_with_parent, free_port

FLASK = [sys.executable, "-m", "flask", "--app", "tests.stage.wsgi"]
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
        done = subprocess.run(
            [*FLASK, "kaya", *command], cwd=ROOT, env=self.environment(**settings), capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *command: str, **settings: Any) -> "Process":
        said = (self.folder / f"said-{time.monotonic_ns()}").open("w+b")
        process = subprocess.Popen(
            [*FLASK, "kaya", *command],
            cwd=ROOT,
            env=self.environment(**settings),
            stdout=said,
            stderr=said,
            preexec_fn=die_with_parent,
            start_new_session=True,
        )
        return Process(process, Path(said.name))

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
    inner: subprocess.Popen[bytes]
    log: Path

    def tell(self, sign: signal.Signals) -> None:
        self.inner.send_signal(sign)

    def ended(self, seconds: float = PATIENCE) -> int:
        return self.inner.wait(seconds)

    def kill(self) -> None:
        """The process and its children, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.inner.pid, signal.SIGKILL)
        self.inner.wait(PATIENCE)


@dataclass
class Server:
    process: Process
    address: str

    def get(self, path: str, **options: Any) -> httpx.Response:
        return httpx.get(self.address + path, timeout=PATIENCE, verify=TLS, **options)

    def answers(self) -> bool:
        assert self.process.inner.poll() is None, self.process.log.read_text()
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
