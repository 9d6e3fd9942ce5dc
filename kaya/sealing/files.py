"""Files that hold keys: written once and whole, and read again as soon as another process changes their folder."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kaya.db import uuid7

Files = tuple[tuple[str, bytes], ...]

A_SECOND = 1_000_000_000
_seen: dict[tuple[Path, str], tuple[int, Files]] = {}


def files_in(folder: Path, suffix: str) -> Files:
    """The files in `folder`, each as its name without `suffix` and its bytes, in order of their names.

    They are read when the folder's time of change is another than before. Two changes within a tick of that clock look
    like one, so what changed just now is not believed in yet.
    """
    try:
        changed = folder.stat().st_mtime_ns
    except FileNotFoundError:
        return ()
    if (seen := _seen.get((folder, suffix))) and seen[0] == changed:
        return seen[1]
    found = tuple(read_all(folder, suffix))
    if time.time_ns() - changed > A_SECOND:
        _seen[folder, suffix] = changed, found
    return found


def read_all(folder: Path, suffix: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob(f"*{suffix}")):
        with suppress(FileNotFoundError):
            yield path.stem, path.read_bytes()


def next_number(folder: Path, suffix: str) -> int:
    return max((int(name) for name, _ in files_in(folder, suffix)), default=0) + 1


def write_once(path: Path, words: bytes) -> None:
    """Written aside, kept, and then linked to its name: nobody reads half of it, and whoever was first stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = path.parent / f".{uuid7().hex}"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(words)
        os.fsync(file.fileno())
    try:
        with suppress(FileExistsError):
            os.link(aside, path)
    finally:
        aside.unlink()
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """A file's name is as safe as its folder is on disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
