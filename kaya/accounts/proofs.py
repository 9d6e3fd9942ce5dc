"""Secrets that prove something: made here, told once, kept only as hashes."""

import hashlib
import hmac
import secrets


def new_token() -> str:
    """256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Six digits, to be typed."""
    return f"{secrets.randbelow(1_000_000):06d}"


def hashed(proof: str) -> bytes:
    """How a long random token is kept: it cannot be guessed, so a plain hash will do."""
    return hashed_bytes(proof.encode(errors="surrogatepass"))


def hashed_bytes(proof: bytes) -> bytes:
    return hashlib.sha256(proof).digest()


def hashed_code(code: str, token_hash: bytes) -> bytes:
    """How a short code is kept: bound to its registration, so that no table made beforehand fits."""
    return hmac.digest(token_hash, code.encode(), "sha256")


def is_code(code: str, code_hash: bytes, token_hash: bytes) -> bool:
    return hmac.compare_digest(hashed_code(code, token_hash), code_hash)
