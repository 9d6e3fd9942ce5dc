"""The installation's keys, which wrap everybody's: in a folder of this machine, or from the settings of a fleet."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from kaya.config import settings
from kaya.sealing.envelope import KEY_BYTES
from kaya.sealing.files import files_in, next_number, write_once

SUFFIX = ".key"


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
    if can_be_added():
        keys = [words for _, words in files_in(key_folder(), SUFFIX)]
    else:
        keys = [bytes.fromhex(each) for each in given.split(",")]
    return Ring({id_of(key): key for key in keys})


def id_of(key: bytes) -> str:
    """A key is known by its fingerprint, so two machines that each made a first one do not take them for the same."""
    return hashlib.sha256(b"kaya installation key" + key).hexdigest()[:16]


def can_be_added() -> bool:
    """May Kaya make keys here? Those that the settings hold are made by whoever runs the fleet."""
    return not settings().data_key or settings().data_key.startswith("/")


def first() -> Ring:
    """The ring, with a first key made when there is none; of several processes that start together one makes it."""
    held = ring()
    return held if held.by_id else add(1)


def add(number: int) -> Ring:
    """Make the key with this number, unless another process just did."""
    write_once(key_folder() / f"{number:04}{SUFFIX}", os.urandom(KEY_BYTES))
    return ring()


def add_next() -> Ring:
    return add(next_number(key_folder(), SUFFIX))


def remove(id: str) -> None:
    """Take a key's file away: what it wraps, here or in a backup, is lost."""
    file_of(id).unlink()


def made_at(id: str) -> float:
    """When, in seconds since 1970, this key came here."""
    return file_of(id).stat().st_mtime


def file_of(id: str) -> Path:
    return next(key_folder() / f"{name}{SUFFIX}" for name, key in files_in(key_folder(), SUFFIX) if id_of(key) == id)


def key_folder() -> Path:
    given = settings().data_key
    return Path(given) if given else settings().instance_path / "keys" / "data"


def where() -> str:
    """Where keys are looked for, in the operator's words."""
    return str(key_folder()) if can_be_added() else "KAYA_DATA_KEY"
