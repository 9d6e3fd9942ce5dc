"""WebAuthn's two ceremonies: what a browser is asked for, and whether its answer is worth anything.

A challenge is a row: good once, for five minutes, for one act, and for the person it was made for.
"""

import json
import secrets
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import structlog
import webauthn
from sqlalchemy import delete
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from kaya import clock
from kaya.accounts.models import Passkey, PasskeyChallenge, User
from kaya.accounts.models.passkey import CHALLENGE_LASTS
from kaya.accounts.proofs import hashed_bytes
from kaya.config import settings
from kaya.db import transaction
from kaya.organisation.models import Organisation

log = structlog.get_logger(__name__)

Answer = dict[str, Any]
"""What a browser's PublicKeyCredential says of itself in JSON."""

ADD, SIGN_IN, SECOND_STEP, FRESHNESS = "add", "sign-in", "second-step", "freshness"
CHALLENGE_BYTES = 32
MILLISECONDS = int(CHALLENGE_LASTS.total_seconds() * 1000)
TRANSPORTS = {each.value for each in AuthenticatorTransport}
LOOPBACK = ("127.0.0.1", "::1")


def rp_id() -> str:
    """The name that passkeys belong to: this site's. A number has none, so on one's own machine it is localhost."""
    host = urlsplit(settings().public_url).hostname or ""
    return "localhost" if host in LOOPBACK and settings().is_development else host


def origins() -> list[str]:
    """Where a passkey may be asked for: this site, and in development the same machine by its name."""
    port = urlsplit(settings().public_url).port
    by_name = [f"http://localhost:{port}"] if rp_id() == "localhost" and port else []
    return [settings().public_url, *by_name]


def to_add(user: User, known: Iterable[Passkey]) -> Answer:
    """What navigator.credentials.create is given; devices that hold one of `known` already say so."""
    options = webauthn.generate_registration_options(
        rp_id=rp_id(),
        rp_name=Organisation.here().name,
        user_id=user.id.bytes,
        user_name=user.email,
        user_display_name=user.name,
        challenge=challenge(ADD, user),
        timeout=MILLISECONDS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[described(passkey) for passkey in known],
    )
    return options_to_json_dict(options)


def to_prove(act: str, user: User | None = None, known: Iterable[Passkey] = (), *, verified: bool = True) -> Answer:
    """What navigator.credentials.get is given. `verified`: the device shall look at a finger, a face or a PIN."""
    wanted = UserVerificationRequirement.REQUIRED if verified else UserVerificationRequirement.DISCOURAGED
    options = webauthn.generate_authentication_options(
        rp_id=rp_id(),
        challenge=challenge(act, user),
        timeout=MILLISECONDS,
        allow_credentials=[described(passkey) for passkey in known],
        user_verification=wanted,
    )
    return options_to_json_dict(options)


def described(passkey: Passkey) -> PublicKeyCredentialDescriptor:
    ways = [AuthenticatorTransport(each) for each in passkey.transports if each in TRANSPORTS]
    return PublicKeyCredentialDescriptor(id=passkey.credential_id, transports=ways or None)


def challenge(act: str, user: User | None) -> bytes:
    made = secrets.token_bytes(CHALLENGE_BYTES)
    with transaction() as session:
        session.add(
            PasskeyChallenge(challenge_hash=hashed_bytes(made), act=act, user_id=user.id if user is not None else None)
        )
    return made


def taken(act: str, user: User | None, answer: Answer) -> bytes | None:
    """The challenge that `answer` is for, used up by asking; None when it is over, another's, or for something else."""
    made = challenge_in(answer)
    if made is None:
        return None
    given = delete(PasskeyChallenge).where(PasskeyChallenge.challenge_hash == hashed_bytes(made))
    with transaction() as session:
        row = session.execute(
            given.returning(PasskeyChallenge.act, PasskeyChallenge.user_id, PasskeyChallenge.expires_at)
        ).one_or_none()
    whose = user.id if user is not None else None
    is_meant = row is not None and (row.act, row.user_id) == (act, whose) and row.expires_at > clock.now()
    return made if is_meant else None


def decoded(text: str) -> bytes:
    """base64url's bytes; none where it is something else."""
    try:
        return webauthn.base64url_to_bytes(text)
    except ValueError:
        return b""


def challenge_in(answer: Answer) -> bytes | None:
    """What the browser says it signed; a page in another's frame is not ours."""
    try:
        told = json.loads(webauthn.base64url_to_bytes(answer["response"]["clientDataJSON"]))
        return None if told.get("crossOrigin") else webauthn.base64url_to_bytes(told["challenge"])
    except Exception:  # whatever it stumbles on is no answer
        return None


def added(answer: Answer, made: bytes) -> VerifiedRegistration | None:
    """A new passkey, if it signed `made` here and looked at its owner."""
    try:
        return webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=made,
            expected_rp_id=rp_id(),
            expected_origin=origins(),
            require_user_verification=True,
        )
    except Exception as why:  # the library says no in many ways, and stumbles over what is not WebAuthn at all
        log.info("A passkey was not added", why=type(why).__name__)
        return None


def proved(answer: Answer, made: bytes, passkey: Passkey, *, verified: bool) -> VerifiedAuthentication | None:
    """The use of `passkey` that `answer` is, if it signed `made` here. Whether it was copied is for others to ask."""
    try:
        return webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=made,
            expected_rp_id=rp_id(),
            expected_origin=origins(),
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,
            require_user_verification=verified,
        )
    except Exception as why:
        log.info("A passkey was refused", why=type(why).__name__)
        return None


def transports_in(answer: Answer) -> list[str]:
    """How the browser says that the passkey can be reached, as far as that is known here."""
    response = answer.get("response")
    told = response.get("transports") if isinstance(response, dict) else None
    return [each for each in told if each in TRANSPORTS] if isinstance(told, list) else []


def purge() -> None:
    """Forget challenges that nobody answered."""
    with transaction() as session:
        session.execute(delete(PasskeyChallenge).where(PasskeyChallenge.expires_at < clock.now()))
