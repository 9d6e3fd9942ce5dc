"""A data key in its wrapping: sealed under an installation key, bound to its owner and version."""

import os

from kaya.sealing import installation
from kaya.sealing.envelope import KEY_BYTES, closed, opened
from kaya.sealing.owner import Owner


def new_key(owner: Owner, version: int) -> tuple[bytes, str]:
    """A new data key, wrapped, and the id of the installation key that wraps it."""
    return wrapped(os.urandom(KEY_BYTES), owner, version)


def wrapped(key: bytes, owner: Owner, version: int) -> tuple[bytes, str]:
    ring = installation.first()
    return closed(ring[ring.newest], key, place(owner, version)), ring.newest


def unwrapped(wrapped: bytes, by: str, owner: Owner, version: int) -> bytes:
    """The key itself. Raises KeyMissing without the installation key that it was wrapped `by`, else Unsealable."""
    return opened(installation.ring()[by], wrapped, place(owner, version))


def place(owner: Owner, version: int) -> tuple[str, ...]:
    return "data_keys", owner.kind, str(owner.id), str(version)
