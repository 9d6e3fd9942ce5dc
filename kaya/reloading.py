"""`make dev`: serves, and starts again whenever a file of Python changes; templates and assets reload by themselves."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import click

from kaya.config import ROOT

SERVE = [sys.executable, "-m", "flask", "--app", "wsgi", "kaya", "serve"]
BUILD = ["node", "build.mjs", "--watch"]
LOOK_EVERY = 0.5


def main() -> None:
    signal.signal(signal.SIGTERM, leave)
    builder = subprocess.Popen(BUILD, cwd=ROOT)
    server = serve()
    seen = changes()
    try:
        while True:
            time.sleep(LOOK_EVERY)
            if (now := changes()) != seen:
                click.echo("Starting again: a file changed")
                seen, server = now, serve(instead_of=server)
    except KeyboardInterrupt:
        stop(server)
    finally:
        stop(builder)


def serve(*, instead_of: subprocess.Popen[bytes] | None = None) -> subprocess.Popen[bytes]:
    if instead_of:
        stop(instead_of)
    return subprocess.Popen(SERVE, cwd=ROOT, env={**os.environ, "FLASK_DEBUG": "1", "GRACEFUL_SECONDS": "1"})


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait()


def changes() -> dict[Path, float]:
    """When each file of Python was last written."""
    return {path: path.stat().st_mtime for path in [*(ROOT / "kaya").rglob("*.py"), ROOT / "wsgi.py"] if path.exists()}


def leave(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
