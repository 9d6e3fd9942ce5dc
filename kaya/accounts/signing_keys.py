"""The Ed25519 keys that access tokens are signed with: one signs, those before it are believed until it is over."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kaya import clock
from kaya.config import settings
from kaya.sealing.files import Files, files_in, next_number, write_once

SUFFIX = ".pem"
TOKENS_LAST = timedelta(minutes=15)
HEARD_OF_WITHIN = timedelta(minutes=5)


@dataclass(frozen=True)
class Keys:
    """The private keys by their id; the newest signs, all of them are still believed."""

    by_id: dict[str, Ed25519PrivateKey]

    @property
    def newest(self) -> str:
        return max(self.by_id)


def keys() -> Keys:
    """The keys as they are now: one that another process makes, or takes away, is noticed at once."""
    return keys_in(key_folder())


def keys_in(folder: Path) -> Keys:
    """The keys in `folder`; the first start makes one, and of several processes that start together only one does."""
    files = files_in(folder, SUFFIX)
    if not files:
        write_once(folder / f"0001{SUFFIX}", new_key())
        files = files_in(folder, SUFFIX)
    return read(files)


def rotate() -> str:
    """Make the key that signs from now on, and say its id. Those before it go once no token of theirs is left."""
    folder = key_folder()
    keys_in(folder)
    retire()
    write_once(folder / f"{next_number(folder, SUFFIX):04}{SUFFIX}", new_key())
    return keys_in(folder).newest


def retire() -> list[str]:
    """Take away the keys whose tokens are all over; says which."""
    folder, settled = key_folder(), clock.now() - TOKENS_LAST - HEARD_OF_WITHIN
    names = [name for name, _ in files_in(folder, SUFFIX)]
    gone = []
    for name, follower in pairwise(names):
        if (folder / f"{follower}{SUFFIX}").stat().st_mtime < settled.timestamp():
            (folder / f"{name}{SUFFIX}").unlink(missing_ok=True)
            gone.append(name)
    return gone


@lru_cache(maxsize=16)
def read(files: Files) -> Keys:
    found = {name: serialization.load_pem_private_key(words, None) for name, words in files}
    return Keys({name: key for name, key in found.items() if isinstance(key, Ed25519PrivateKey)})


def new_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def key_folder() -> Path:
    return settings().instance_path / "keys"
