"""Access tokens for the API: short-lived, signed with this installation's own Ed25519 key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm

from kaya import clock
from kaya.accounts.models import SignIn
from kaya.accounts.signing_keys import TOKENS_LAST, keys
from kaya.config import settings
from kaya.db import uuid7

LASTS = TOKENS_LAST
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
