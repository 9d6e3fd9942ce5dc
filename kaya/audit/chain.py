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
SHORT = 128
LENGTHS = [length.to_bytes(4) for length in range(SHORT)]

AS_BYTES: dict[type, Any] = {
    bytes: bytes,
    str: str.encode,
    int: lambda number: b"%d" % number,
    UUID: lambda name: name.bytes,
    datetime: lambda moment: b"%d" % ((moment - EPOCH) // MICROSECOND),
}


def packed(fields: Iterable[Any]) -> bytes:
    return b"".join([written(field) for field in fields])


def written(field: Any) -> bytes:
    if field is None:
        return NOTHING
    said = AS_BYTES[type(field)](field)
    length = len(said)
    return bytes((LENGTHS[length] if length < SHORT else length.to_bytes(4)) + said)


def mac(key: bytes, purpose: bytes, fields: Iterable[Any]) -> bytes:
    """`purpose` keeps the MAC of one thing from being taken for another's."""
    return hmac.digest(key, purpose + b":" + packed(fields), "sha256")


def is_same(one: bytes | None, other: bytes) -> bool:
    return one is not None and hmac.compare_digest(one, other)
