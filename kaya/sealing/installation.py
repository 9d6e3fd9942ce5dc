"""The installation's keys, which wrap everybody's: in a folder of this machine, or from the settings of a fleet."""

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaya.config import settings
from kaya.db import uuid7
from kaya.sealing.envelope import KEY_BYTES


class KeyMissing(Exception):
    """A row was wrapped by an installation key that is not here."""


@dataclass(frozen=True)
class Ring:
    """The installation's keys by their ids, oldest first. The last one wraps, all of them unwrap."""

    by_id: dict[str, bytes]

    @property
    def newest(self) -> str:
        return next(reversed(self.by_id))

    def __getitem__(self, id: str) -> bytes:
        try:
            return self.by_id[id]
        except KeyError:
            raise KeyMissing(f"The installation key {id} is not here.") from None


def ring() -> Ring:
    """The keys as they are now: what another process adds to the folder is seen at once."""
    given = settings().data_key
    if given and not is_folder(given):
        return Ring({id_of(key): key for key in map(bytes.fromhex, given.split(","))})
    folder = key_folder()
    if not folder.exists():
        return Ring({})
    return ring_in(folder, folder.stat().st_mtime_ns)


def ring_with(id: str) -> Ring:
    """The ring; read anew where it lacks `id`, for two changes within a clock's tick look like one."""
    held = ring()
    if id not in held.by_id:
        ring_in.cache_clear()
        held = ring()
    return held


@lru_cache(maxsize=8)
def ring_in(folder: Path, changed: int) -> Ring:
    keys = [path.read_bytes() for path in sorted(folder.glob("*.key"))]
    return Ring({id_of(key): key for key in keys})


def id_of(key: bytes) -> str:
    """A key is known by its fingerprint, so two machines that each made a first one do not take them for the same."""
    return hashlib.sha256(b"kaya installation key" + key).hexdigest()[:16]


def can_be_added() -> bool:
    """May Kaya make keys here? Those that the settings hold are made by whoever runs the fleet."""
    return not settings().data_key or is_folder(settings().data_key)


def first() -> Ring:
    """The ring, with a first key made when there is none; of several processes that start together one makes it."""
    held = ring()
    return held if held.by_id else add(1)


def add(number: int) -> Ring:
    """Make the key with this number, unless another process just did."""
    folder = key_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_once(folder / f"{number:04}.key", os.urandom(KEY_BYTES))
    ring_in.cache_clear()
    return ring()


def add_next() -> Ring:
    return add(max((int(path.stem) for path in key_folder().glob("*.key")), default=0) + 1)


def remove(id: str) -> None:
    """Take a key's file away: what it wraps, here or in a backup, is lost."""
    file_of(id).unlink()
    ring_in.cache_clear()


def made_at(id: str) -> float:
    """When, in seconds since 1970, this key came here."""
    return file_of(id).stat().st_mtime


def file_of(id: str) -> Path:
    return next(path for path in key_folder().glob("*.key") if id_of(path.read_bytes()) == id)


def where() -> str:
    """Where keys are looked for, in the operator's words."""
    return str(key_folder()) if can_be_added() else "KAYA_DATA_KEY"


def write_once(path: Path, words: bytes) -> None:
    """Written aside, kept, and then linked to its name: nobody reads half of it, and the first one stays."""
    aside = path.parent / f".{uuid7().hex}"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(words)
        os.fsync(file.fileno())
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def key_folder() -> Path:
    given = settings().data_key
    return Path(given) if given else settings().instance_path / "keys" / "data"


def is_folder(given: str) -> bool:
    return given.startswith("/")
