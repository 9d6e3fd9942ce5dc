"""A member's devices hear how far a session of theirs has come."""

from typing import Any
from uuid import UUID

from kaya.db import db
from kaya.practice.models import PracticeSession
from kaya.realtime import topic


@topic("session")
def ones_own_session(viewer: Any, key: str) -> bool:
    try:
        id = UUID(key)
    except ValueError:
        return False
    if not viewer.is_authenticated:
        return False
    return db.session.scalar(PracticeSession.of(viewer).where(PracticeSession.id == id)) is not None
