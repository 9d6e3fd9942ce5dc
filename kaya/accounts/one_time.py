"""One-time codes as apps make them: TOTP by RFC 6238, six digits, 30 seconds, SHA-1, which every app knows."""

import hmac
import secrets
from base64 import b32decode, b32encode
from datetime import timedelta

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from kaya import clock

STEP = timedelta(seconds=30)
DIGITS = 6
SECRET_BYTES = 20
DRIFT = 1  # steps that a phone's clock may be before or behind


def new_secret() -> str:
    """160 random bits in base32."""
    return b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def maker(secret: str) -> TOTP:
    step = int(STEP.total_seconds())
    return TOTP(b32decode(secret), DIGITS, SHA1(), step, enforce_key_length=False)  # noqa: S303 - RFC 6238's own


def code_at(secret: str, step: int) -> str:
    """The code of a step, which is counted from the epoch."""
    return maker(secret).generate(step * int(STEP.total_seconds())).decode()


def step_now() -> int:
    return int(clock.now().timestamp() // STEP.total_seconds())


def step_of(secret: str, code: str) -> int | None:
    """The step whose code this is: now, the one before or the one after; None when it is none of them."""
    now = step_now()
    known = [
        step
        for step in range(now - DRIFT, now + DRIFT + 1)
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode())
    ]
    return known[-1] if known else None


def address(secret: str, *, account: str, issuer: str) -> str:
    """The otpauth address that a QR code holds."""
    return maker(secret).get_provisioning_uri(account, issuer)
