"""The audit trail's own key: made on the first start, kept beside the database and never in it."""

import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kaya.config import settings

BYTES = 32


@dataclass(frozen=True)
class Keys:
    """`chain` for the MACs, `people` to wrap each person's own key, `strangers` for addresses that are nobody's."""

    chain: bytes
    people: bytes
    strangers: bytes


def keys() -> Keys:
    return keys_in(settings().instance_path / "keys")


@cache
def keys_in(folder: Path) -> Keys:
    secret = kept(folder / "audit.key")
    chain, people, strangers = (hmac.digest(secret, use, "sha256") for use in (b"chain", b"people", b"strangers"))
    return Keys(chain, people, strangers)


def kept(path: Path) -> bytes:
    """Of several processes that start together one makes it: written aside, then linked to its name."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        aside = path.parent / f".{secrets.token_hex(8)}"
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(BYTES))
        with suppress(FileExistsError):
            os.link(aside, path)
        aside.unlink()
    return bytes.fromhex(path.read_text().strip())
