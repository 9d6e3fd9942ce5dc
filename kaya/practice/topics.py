"""A member's devices say and hear how far a session of theirs has come."""

from typing import Any
from uuid import UUID

from kaya.db import db
from kaya.practice import practising
from kaya.practice.models import PracticeSession
from kaya.realtime import topic
from kaya.realtime.nudges import whisper
from kaya.realtime.sockets import event
from kaya.refusal import Refusal
from kaya.words import say

A_DAY = 24 * 60 * 60
LONGEST_DEVICE = 64


@topic("session")
def ones_own_session(viewer: Any, key: str) -> bool:
    return own_session(viewer, key) is not None


@event("session:progress")
def progress(who: Any, body: dict[str, Any]) -> dict[str, Any]:
    """`{session_id, seconds, played?}`: it has come so far, and so many seconds of it were practised.

    `device` and `playing` let another device follow, and take over.

    Without `seconds` it asks: whichever device plays it says where it is.
    """
    held = own_session(who, body.get("session_id"))
    if held is None:
        raise Refusal("not-found", say("There is no such session."), status=404)
    device = str(body.get("device") or "")[:LONGEST_DEVICE]
    if body.get("seconds") is None:
        whisper(who.id, "session:progress", {"session_id": str(held.id), "asks": device})
    else:
        playing = body.get("playing") if isinstance(body.get("playing"), bool) else None
        played = None if body.get("played") is None else seconds_in(body["played"])
        held = practising.progress(
            who, held, seconds_in(body["seconds"]), played=played, device=device, playing=playing
        )
    return {
        "session_id": str(held.id), "seconds": held.seconds, "played": held.played, "state": str(held.state)
    }  # fmt: skip


def own_session(viewer: Any, key: object) -> PracticeSession | None:
    try:
        id = UUID(str(key))
    except ValueError:
        return None
    if not viewer.is_authenticated:
        return None
    return db.session.scalar(PracticeSession.of(viewer).where(PracticeSession.id == id))


def seconds_in(said: object) -> int:
    if isinstance(said, bool) or not isinstance(said, int) or not 0 <= said <= A_DAY:
        raise Refusal("seconds", say("A whole number of seconds, please."), status=422)
    return said
