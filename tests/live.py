"""Kaya as people meet it: `flask kaya serve` in a process of its own, on a port of its own."""

import contextlib
import os
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.servers import free_port
from tests.stage.process import Process, nursery, wait_for

FLASK = ["flask", "--app", "tests.stage.kaya_then"]


@contextlib.contextmanager
def serving(
    folder: Path, database_url: str, *, seeded: bool = True, host: str = "127.0.0.1", **settings: Any
) -> Iterator[str]:
    """Kaya's address while it serves the migrated `database_url`; `settings` are those of .env.example, lower case."""
    port = free_port()
    address = f"http://{host}:{port}"
    usual = {
        "database_url": database_url,
        "instance_path": folder,
        "secret_key": "a secret that only the tests know",
        "port": port,
        "public_url": address,
        "argon2_memory_kib": 8,
        "argon2_time_cost": 1,
        "graceful_seconds": 1,
        "log_level": "WARNING",
    }
    env = {**os.environ, **{name.upper(): str(value) for name, value in {**usual, **settings}.items()}}
    if seeded:
        seeding = begun(folder, "seed", env)
        assert seeding.ended() == 0, seeding.log.read_text()
    server = begun(folder, "serve", env)
    try:
        wait_for(lambda: is_healthy(server, address))
        yield address
    finally:
        server.tell(signal.SIGTERM)
        server.ended()


def begun(folder: Path, command: str, env: dict[str, str]) -> Process:
    with (folder / f"said-by-{command}").open("w+b") as said:
        return Process(nursery().start([*FLASK, "kaya", command], env, said.fileno()), Path(said.name))


def is_healthy(server: Process, address: str) -> bool:
    assert not server.has_ended(), server.log.read_text()
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
