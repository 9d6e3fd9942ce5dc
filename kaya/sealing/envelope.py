"""How one sealed thing looks: AES-256-GCM, bound to where it lies, so that nothing can be moved or changed."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
FORMAT = 1
HEADER_BYTES = 5  # the format in one byte, the key's version in four


class Unsealable(Exception):
    """It was changed or moved, or its key is not the right one. What it said is not told."""


def closed(key: bytes, text: bytes, bound_to: tuple[str, ...], *, version: int = 0) -> bytes:
    """`text` sealed under `key`: format, the key's version, nonce, then what is encrypted."""
    header, nonce = bytes([FORMAT]) + version.to_bytes(4), os.urandom(NONCE_BYTES)
    return header + nonce + AESGCM(key).encrypt(nonce, text, header + bound(bound_to))


def opened(key: bytes, sealed: bytes, bound_to: tuple[str, ...]) -> bytes:
    """What was sealed; Unsealable when it is not exactly that, there."""
    header, nonce, rest = (
        sealed[:HEADER_BYTES],
        sealed[HEADER_BYTES:][:NONCE_BYTES],
        sealed[HEADER_BYTES:][NONCE_BYTES:],
    )
    try:
        return AESGCM(key).decrypt(nonce, rest, header + bound(bound_to))
    except (InvalidTag, ValueError):
        raise Unsealable("It was changed, or lies where it was not sealed.") from None


def version_of(sealed: bytes) -> int:
    """Under which version of its owner's key it was sealed."""
    if len(sealed) < HEADER_BYTES + NONCE_BYTES or sealed[0] != FORMAT:
        raise Unsealable("It is no sealed text.")
    return int.from_bytes(sealed[1:HEADER_BYTES])


def bound(parts: tuple[str, ...]) -> bytes:
    """Each part with its length before it: no two places are written alike."""
    written = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4) + part for part in written)
