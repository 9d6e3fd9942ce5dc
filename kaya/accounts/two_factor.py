"""A second proof besides the password: codes from an app, and ten on paper for when the app is gone."""

import secrets
from base64 import b32encode
from dataclasses import dataclass
from uuid import UUID

import segno
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts import one_time
from kaya.accounts.models import Authenticator, Passkey, PasswordTries, RecoveryCode, User
from kaya.accounts.proofs import hashed
from kaya.accounts.signals import (
    codes_locked,
    recovery_code_used,
    recovery_codes_made,
    two_factor_disabled,
    two_factor_enabled,
)
from kaya.db import db, locked, transaction
from kaya.mail import post
from kaya.organisation.models import Organisation
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

RECOVERY_CODES = 10
RECOVERY_CODE_BYTES = 10


@dataclass(frozen=True)
class Setup:
    """What an app needs to begin: the secret in base32, the same as an otpauth address, and that as a QR code."""

    secret: str
    uri: str

    @property
    def qr_svg(self) -> str:
        """SVG without a size of its own: dark on whatever stands behind it."""
        drawn = segno.make(self.uri, error="m", micro=False)
        return drawn.svg_inline(omitsize=True, border=2, svgclass="qr")


@dataclass(frozen=True)
class Proofs:
    """What someone has besides the password."""

    app: bool
    passkey: bool


def proofs(user: User) -> Proofs:
    return Proofs(has_app(db.session(), user), has_passkey(db.session(), user))


def set_up(user: User) -> Setup:
    """A new secret for an app, which counts from `enable` on. Refuses ("already-on", 409) while one is on."""
    with transaction() as session:
        person = locked(session, user)
        authenticator = session.scalar(Authenticator.of(person.id))
        if authenticator is not None and authenticator.enabled_at:
            raise Refusal("already-on", say("Two-factor sign-in is on already."), status=409)
        if authenticator is None:
            authenticator = Authenticator(user_id=person.id)
            session.add(authenticator)
        authenticator.secret, authenticator.last_step = one_time.new_secret(), 0
    return shown(person, str(authenticator.secret))


def waiting(user: User) -> Setup | None:
    """The set-up that was begun and not enabled yet."""
    authenticator = db.session.scalar(Authenticator.of(user.id))
    return None if authenticator is None or authenticator.enabled_at else shown(user, str(authenticator.secret))


def shown(user: User, secret: str) -> Setup:
    return Setup(secret, one_time.address(secret, account=user.email, issuer=Organisation.here().name))


def enable(user: User, otp: str) -> list[str]:
    """Turn it on with the app's first code; answers the ten recovery codes, which are never told again.

    Refuses "wrong-code" (beside otp), "not-set-up" and "already-on" (409).
    """
    with transaction() as session:
        person = locked(session, user)
        authenticator = session.scalar(Authenticator.of(person.id).with_for_update())
        if authenticator is None:
            raise Refusal("not-set-up", say("Please begin with a new secret for your app."), status=409)
        if authenticator.enabled_at:
            raise Refusal("already-on", say("Two-factor sign-in is on already."), status=409)
        if not authenticator.accepts(digits(otp)):
            raise wrong_code()
        authenticator.enabled_at = person.second_factor_at = clock.now()
        proved_here(person)
        codes = write_codes(session, person)
        post("two-factor-on", person.email, say("Two-factor sign-in is on"), user=person)
        announce(two_factor_enabled, user=person)
        return codes


def disable(user: User, otp: str) -> Proofs:
    """Take the app's codes away with one of them or a recovery code; answers what is left: passkeys keep it on.

    Refuses "wrong-code" (beside otp), "not-set-up" (409) without an app, and "not-allowed" (403) for staff and
    practitioners who have to have it on and have nothing else; "codes-locked" (429) as `counted` does.
    """
    with transaction() as session:
        if user.needs_second_factor and not has_passkey(session, user):
            raise still_needed()
        is_theirs = counted(session, user, otp)
    if not is_theirs:
        raise wrong_code()
    with transaction() as session:
        person = locked(session, user)
        if person.needs_second_factor and not has_passkey(session, person):
            raise still_needed()
        if not has_app(session, person):
            raise Refusal("not-set-up", say("There is no app that makes codes."), status=409)
        session.execute(delete(Authenticator).where(Authenticator.user_id == person.id))
        if has_passkey(session, person):
            post("app-removed", person.email, say("Signing in no longer takes the codes of your app"), user=person)
        end_without_proofs(session, person)
        announce(two_factor_disabled, user=person)
        return proofs(person)


def still_needed() -> Refusal:
    return Refusal("not-allowed", say("Whoever works here keeps two-factor sign-in on."), status=403)


def has_app(session: Session, person: User) -> bool:
    """Does an app make codes for them?"""
    rows = Authenticator.of(person.id).where(Authenticator.enabled_at.is_not(None))
    return bool(session.scalar(select(rows.exists())))


def has_passkey(session: Session, person: User) -> bool:
    return bool(session.scalar(select(Passkey.of(person).exists())))


def begin_with(session: Session, person: User) -> list[str]:
    """A passkey was added, inside the current transaction: ten recovery codes if it is the first second proof."""
    if person.second_factor_at is not None:
        return []
    person.second_factor_at = clock.now()
    proved_here(person)
    announce(two_factor_enabled, user=person)
    return write_codes(session, person)


def proved_here(person: User) -> None:
    """Where they are signed in now, what they just made was their second proof."""
    if person.sign_in is not None:
        person.sign_in.prove_twice()


def end_without_proofs(session: Session, person: User) -> None:
    """A proof was taken away: without another, two-factor sign-in is off and its owner is told."""
    if has_app(session, person) or has_passkey(session, person):
        return
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == person.id))
    person.second_factor_at = None
    post("two-factor-off", person.email, say("Two-factor sign-in is off"), user=person)


def renew_codes(user: User) -> list[str]:
    """Ten new recovery codes; the former ones are worth nothing. Refuses "not-set-up" (409) while it is off."""
    with transaction() as session:
        person = locked(session, user)
        if person.second_factor_at is None:
            raise Refusal("not-set-up", say("Two-factor sign-in is not on."), status=409)
        post("recovery-codes-made", person.email, say("Ten new recovery codes were made"), user=person)
        announce(recovery_codes_made, user=person)
        return write_codes(session, person)


def write_codes(session: Session, person: User) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == person.id))
    codes = [new_recovery_code() for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(user_id=person.id, code_hash=hashed(tidy(code))) for code in codes)
    return codes


def codes_left(user_id: UUID) -> int:
    return db.session.scalar(select(func.count()).select_from(RecoveryCode.unused(user_id).subquery())) or 0


def counted(session: Session, person: User, otp: str) -> bool:
    """Is `otp` right, of someone who passed the first proof? Inside the current transaction, as `is_right`.

    The fifth wrong one in a row, at whichever door, lets codes rest for 15 minutes ("codes-locked", 429).
    """
    tries = PasswordTries.of_codes(session, person.id)
    if tries.is_locked:
        words = say("After five wrong codes, codes rest for 15 minutes. A passkey goes on working.")
        raise Refusal("codes-locked", words, status=429, retry_after=tries.rests_for)
    if is_right(session, person, otp):
        tries.forget()
        return True
    if tries.count_wrong():
        post("codes-locked", person.email, say("Five wrong codes at your second lock"), user=person)
        announce(codes_locked, user=person)
    return False


def is_right(session: Session, person: User, otp: str) -> bool:
    """Is `otp` a code of the app, or a recovery code? Used up by asking, inside the current transaction."""
    code = digits(otp)
    if len(code) == one_time.DIGITS and code.isdigit():
        authenticator = session.scalar(Authenticator.of(person.id).with_for_update())
        return authenticator is not None and authenticator.enabled_at is not None and authenticator.accepts(code)
    recovery = session.scalar(RecoveryCode.with_code(person.id, tidy(otp)).with_for_update())
    if recovery is None:
        return False
    recovery.used_at = clock.now()
    post("recovery-code-used", person.email, say("A recovery code was used"), user=person)
    announce(recovery_code_used, user=person)
    return True


def new_recovery_code() -> str:
    """Sixteen letters and digits in fours, easily copied: K3QX-…"""
    letters = b32encode(secrets.token_bytes(RECOVERY_CODE_BYTES)).decode()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def tidy(code: str) -> str:
    """A recovery code as it is kept, however it was typed."""
    return "".join(c for c in code.upper() if c.isalnum())


def digits(otp: str) -> str:
    return "".join(otp.split())


def wrong_code() -> Refusal:
    return Refusal("wrong-code", say("That code is not right, or was used before. Wait for the next one."), field="otp")
