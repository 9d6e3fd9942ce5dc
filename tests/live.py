"""Kaya as people meet it: `flask kaya serve` in a process of its own, on a port of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kaya.config import ROOT
from tests.servers import free_port, running

FLASK = [sys.executable, "-m", "flask", "--app", "tests.stage.kaya_then"]


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
        seeding = subprocess.run([*FLASK, "kaya", "seed"], cwd=ROOT, env=env, capture_output=True, text=True)
        assert seeding.returncode == 0, seeding.stderr
    with running([*FLASK, "kaya", "serve"], signal.SIGTERM, lambda: is_healthy(address), cwd=ROOT, env=env):
        yield address


def is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
