"""Access tokens for the API: short-lived, signed with this installation's own Ed25519 key."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm

from kaya import clock
from kaya.accounts.models import SignIn
from kaya.config import settings
from kaya.db import uuid7

LASTS = timedelta(minutes=15)
AUDIENCE = "kaya-api"
KIND = "at+jwt"
ALGORITHM = "EdDSA"
HEADERS = {"alg", "kid", "typ"}
CLAIMS = {"aud", "exp", "iat", "iss", "jti", "sid", "sub", "type"}


@dataclass(frozen=True)
class Claims:
    """Whose token it is, and the sign-in that it hangs on."""

    user_id: UUID
    sign_in_id: UUID


@dataclass(frozen=True)
class Keys:
    """The private keys by their id; the newest signs, all of them are still believed."""

    by_id: dict[str, Ed25519PrivateKey]

    @property
    def newest(self) -> str:
        return max(self.by_id)


def issue(sign_in: SignIn) -> str:
    """A token for 15 minutes; it is worth nothing once its sign-in has ended."""
    kid = keys().newest
    claims = {
        "iss": settings().public_url,
        "aud": AUDIENCE,
        "sub": str(sign_in.user_id),
        "sid": str(sign_in.id),
        "jti": uuid7().hex,
        "type": "access",
        "iat": clock.now(),
        "exp": clock.now() + LASTS,
    }
    return jwt.encode(claims, keys().by_id[kid], ALGORITHM, headers={"kid": kid, "typ": KIND})


def read(token: str) -> Claims | None:
    """What a token says, or None when it is not ours, not of this kind, or over."""
    try:
        header = jwt.get_unverified_header(token)
        if set(header) != HEADERS or header["typ"] != KIND or header["alg"] != ALGORITHM:
            return None
        claims = verified(token, keys().by_id[header["kid"]])
        if claims["type"] != "access" or datetime.fromtimestamp(claims["exp"], clock.now().tzinfo) <= clock.now():
            return None
        return Claims(UUID(claims["sub"]), UUID(claims["sid"]))
    except (jwt.PyJWTError, KeyError, ValueError, TypeError, AttributeError, OverflowError):
        return None


def verified(token: str, key: Ed25519PrivateKey) -> dict[str, Any]:
    """Its claims once the signature holds; time is looked at by our own clock."""
    return jwt.decode(
        token,
        key.public_key(),
        algorithms=[ALGORITHM],
        audience=AUDIENCE,
        issuer=settings().public_url,
        options={"require": sorted(CLAIMS), "verify_exp": False, "verify_iat": False, "strict_aud": True},
    )


def public_keys() -> list[dict[str, Any]]:
    """The keys that tokens can be checked with, as a JWKS lists them."""
    return [
        OKPAlgorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": kid, "use": "sig", "alg": ALGORITHM}
        for kid, key in sorted(keys().by_id.items())
    ]


def keys() -> Keys:
    return keys_in(settings().instance_path / "keys")


@cache
def keys_in(folder: Path) -> Keys:
    """The keys in `folder`; the first start makes one, and of several processes that start together only one does."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(folder.glob("*.pem")):
        with suppress(FileExistsError):
            make_key(folder)
    return Keys(dict(read_keys(folder)))


def make_key(folder: Path) -> None:
    """Written aside and then linked to its name, so that nobody reads half a key."""
    words = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    aside = folder / f".{uuid7().hex}"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(words)
    try:
        os.link(aside, folder / "0001.pem")
    finally:
        aside.unlink()


def read_keys(folder: Path) -> Iterator[tuple[str, Ed25519PrivateKey]]:
    for path in folder.glob("*.pem"):
        key = serialization.load_pem_private_key(path.read_bytes(), None)
        if isinstance(key, Ed25519PrivateKey):
            yield path.stem, key
