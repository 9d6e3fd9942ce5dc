"""Where archives lie: instance/archives, under made-up names, for Kaya's own user alone."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kaya.config import settings


def new_name() -> str:
    """Says nothing of whose it is, and cannot be guessed."""
    return secrets.token_hex(24)


def folder() -> Path:
    return settings().instance_path.resolve() / "archives"


def place_of(name: str) -> Path:
    return folder() / f"{name}.zip"


@contextmanager
def growing(name: str) -> Iterator[IO[bytes]]:
    """The file is there whole, or not at all."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = folder() / f"{name}.part"
    aside.unlink(missing_ok=True)
    with os.fdopen(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, place_of(name))


def size_of(name: str) -> int:
    return place_of(name).stat().st_size


def remove(name: str) -> None:
    for ending in ("zip", "part"):
        (folder() / f"{name}.{ending}").unlink(missing_ok=True)


def names() -> list[str]:
    return sorted({file.stem for file in folder().glob("*.*")}) if folder().is_dir() else []
