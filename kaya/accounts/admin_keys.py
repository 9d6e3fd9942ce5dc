"""Admin API keys: made, known again, revoked."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, update

from kaya import clock
from kaya.accounts.models import ApiKey, User
from kaya.accounts.models.admin_key import SCOPES
from kaya.accounts.permissions import Permission, check_may
from kaya.accounts.signals import api_key_made, api_key_revoked
from kaya.db import db, locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

BEGINS = "kaya_"
SHOWN = len(BEGINS) + 6  # characters of a key that a list tells
USUALLY = timedelta(days=90)
LONGEST = timedelta(days=365)
LONGEST_NAME = 80
FORGOTTEN_AFTER_DAYS = 400


def make(actor: User, name: str, scopes: Collection[str], expires_at: datetime | None = None) -> tuple[ApiKey, str]:
    """A key and its words, which nobody can be told again. Good for 90 days if not said otherwise, a year at most.

    Refuses "not-allowed" (403) to whoever lacks operations, and by field: "no-name", "too-long" (name), "no-scope",
    "unknown-scope", "not-yours" (scopes that `actor` may not do themselves), "too-soon", "too-far-ahead" (expires_at).
    """
    with transaction() as session:
        locked(session, actor)
        check_may(actor, Permission.OPERATIONS)
        words = BEGINS + secrets.token_urlsafe(32)
        key = ApiKey(
            user=actor,
            name=checked_name(name),
            prefix=words[:SHOWN],
            secret_hash=digest(words),
            scopes=checked_scopes(actor, scopes),
            expires_at=checked_end(expires_at),
        )
        session.add(key)
        session.flush()
        announce(api_key_made, key=key, by=actor)
        return key, words


def revoke(actor: User, key: ApiKey) -> None:
    """It opens nothing from now on. Refuses "not-allowed" (403) to whoever lacks operations."""
    with transaction() as session:
        check_may(actor, Permission.OPERATIONS)
        if locked(session, key).revoked_at is None:
            key.revoked_at = clock.now()
            announce(api_key_revoked, key=key, by=actor)


def known(words: str) -> ApiKey | None:
    """The key with these words, while it counts."""
    if not words.startswith(BEGINS):
        return None
    key = db.session.scalar(ApiKey.live().where(ApiKey.secret_hash == digest(words)))
    return key if key is not None and key.user.is_staff else None


def notice(key: ApiKey) -> None:
    """Write down that it was used just now; done at most every five minutes."""
    with transaction() as session:
        session.execute(update(ApiKey).where(ApiKey.id == key.id).values(last_used_at=clock.now()))


def purge() -> None:
    """Forget keys that ended more than a year ago."""
    with transaction() as session:
        session.execute(delete(ApiKey).where(ApiKey.expires_at < clock.ago(days=FORGOTTEN_AFTER_DAYS)))


def digest(words: str) -> bytes:
    """A hash without salt is enough for words that are 256 random bits."""
    return hashlib.sha256(words.encode()).digest()


def checked_name(name: str) -> str:
    name = name.strip()
    if not name:
        raise Refusal("no-name", say("Say what the key is for, so that others know it."), field="name")
    if len(name) > LONGEST_NAME:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=LONGEST_NAME), field="name")
    return name


def checked_scopes(actor: User, scopes: Collection[str]) -> list[str]:
    if not scopes:
        raise Refusal("no-scope", say("Choose at least one thing that the key may do."), field="scopes")
    for scope in scopes:
        if scope not in SCOPES:
            raise Refusal("unknown-scope", say("There is no such scope."), field="scopes")
        if scope.partition(":")[0] not in actor.permissions:
            raise Refusal("not-yours", say("A key may do only what you may do yourself."), field="scopes")
    return sorted(set(scopes))


def checked_end(expires_at: datetime | None) -> datetime:
    if expires_at is None:
        return clock.now() + USUALLY
    if expires_at <= clock.now():
        raise Refusal("too-soon", say("That is over already."), field="expires_at")
    if expires_at > clock.now() + LONGEST:
        raise Refusal("too-far-ahead", say("A key is good for a year at most."), field="expires_at")
    return expires_at
