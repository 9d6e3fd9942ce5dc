"""Taking a key, remembering what was made under it, and forgetting both after a day."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kaya import clock
from kaya.db import transaction, upsert
from kaya.once.models import KeptKey
from kaya.refusal import Refusal
from kaya.words import say

NAME = ("user_id", "endpoint", "key")


@dataclass(frozen=True)
class Wish:
    """Who asks for what under which key."""

    user_id: UUID
    endpoint: str
    key: str
    body: bytes

    @property
    def name(self) -> dict[str, object]:
        return {"user_id": self.user_id, "endpoint": self.endpoint, "key": digest(self.key.encode())}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def take(session: Session, wish: Wish) -> KeptKey:
    """The key's row, inside the current transaction: ours when it has no `thing_id`, else what was made before.

    Whoever comes second waits here until the first has committed or given up. Refuses "key-reused" (422) when it
    came with another body.
    """
    body = digest(wish.body)
    session.execute(delete(KeptKey).where(KeptKey.named(**wish.name), KeptKey.is_over()))
    upsert(session, KeptKey, {**wish.name, "body": body, "made_at": clock.now()}, on=NAME, change=())
    kept = session.get_one(KeptKey, tuple(wish.name[column] for column in NAME), populate_existing=True)
    if kept.body != body:
        raise Refusal(
            "key-reused", say("This key came with another request before. Make a new one."), field="Idempotency-Key"
        )
    return kept


def purge() -> None:
    """Forget the keys of more than a day ago."""
    with transaction() as session:
        session.execute(delete(KeptKey).where(KeptKey.is_over()))
