"""What a MAC is made of: every field of a row, each behind its length, so that nothing can be moved between fields."""

import hmac
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from types import NoneType
from typing import Any
from uuid import UUID

BEGINNING = bytes(32)  # what the first row takes for the one before it
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NOTHING = b"\xff\xff\xff\xff"
SHORT = 128
LENGTHS = [length.to_bytes(4) for length in range(SHORT)]


def packed(fields: Iterable[Any]) -> bytes:
    return b"".join([WRITTEN[type(field)](field) for field in fields])


def sized(said: bytes) -> bytes:
    length = len(said)
    return (LENGTHS[length] if length < SHORT else length.to_bytes(4)) + said


WRITTEN: dict[type, Callable[[Any], bytes]] = {
    NoneType: lambda _: NOTHING,
    bytes: sized,
    str: lambda words: sized(words.encode()),
    int: lambda number: sized(b"%d" % number),
    UUID: lambda name: LENGTHS[16] + name.int.to_bytes(16),
    datetime: lambda moment: sized(b"%d" % ((moment - EPOCH) // MICROSECOND)),
}


def mac(key: bytes, purpose: bytes, fields: Iterable[Any]) -> bytes:
    """`purpose` keeps the MAC of one thing from being taken for another's."""
    return hmac.digest(key, purpose + b":" + packed(fields), "sha256")


def is_same(one: bytes | None, other: bytes) -> bool:
    return one is not None and hmac.compare_digest(one, other)
