"""What a MAC is made of: every field of a row, each behind its length, so that nothing can be moved between fields."""

import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

BEGINNING = bytes(32)  # what the first row takes for the one before it
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NOTHING = b"\xff\xff\xff\xff"

AS_BYTES: dict[type, Any] = {
    bytes: bytes,
    str: str.encode,
    int: lambda number: b"%d" % number,
    UUID: lambda name: name.bytes,
    datetime: lambda moment: b"%d" % ((moment - EPOCH) // MICROSECOND),
}


def packed(fields: Iterable[Any]) -> bytes:
    parts: list[bytes] = []
    for field in fields:
        if field is None:
            parts.append(NOTHING)
        else:
            said = AS_BYTES[type(field)](field)
            parts += (len(said).to_bytes(4), said)
    return b"".join(parts)


def mac(key: bytes, purpose: bytes, fields: Iterable[Any]) -> bytes:
    """`purpose` keeps the MAC of one thing from being taken for another's."""
    return hmac.digest(key, purpose + b":" + packed(fields), "sha256")


def is_same(one: bytes | None, other: bytes) -> bool:
    return one is not None and hmac.compare_digest(one, other)
