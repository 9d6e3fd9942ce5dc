"""Saying how it is, as often as one likes; mending what was said, letting it go and taking it back."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import locked, transaction, uuid7
from kaya.mood.models import MoodEntry, Source
from kaya.mood.recounting import recount
from kaya.mood.saying import Said, when
from kaya.mood.signals import mood_let_go, mood_mended, mood_said, mood_taken_back
from kaya.realtime import touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

TAKEN_BACK = timedelta(days=1)
SAME_TIME = timedelta(minutes=1)


def check_in(
    member: User, said: Said, *, at: datetime | None = None, source: Source = Source.PAD, id: UUID | None = None
) -> MoodEntry:
    """Keep how it is, or how it was at the instant `at`. Who asks again with the same `id` and words gets the same.

    Refuses "blank", "unknown-mood", "scale", "too-long", "too-many", "in-the-future", "too-early", and ("id-taken")
    something else under an id that is in use.
    """
    said, now = said.checked(), when(at)
    with transaction() as session:
        locked(session, member)
        if made := made_before(session, member, id):
            refuse_other_words(made, said, at)
            return made
        entry = MoodEntry(id=id or uuid7(), user_id=member.id, source=source, **columns(said), **place(member, now))
        session.add(entry)
        session.flush()
        recount(session, member, {entry.day})
        changed(member)
        announce(mood_said, entry=entry, actor=member)
        return entry


def mend(member: User, entry: MoodEntry, said: Said, *, at: datetime | None = None) -> MoodEntry:
    """It was otherwise, or at another time. Refuses as check_in does; others' ("not-allowed"), and what was let go."""
    said = said.checked()
    moved = at is not None and at != entry.at
    place_now = place(member, when(at)) if moved else {}
    with transaction() as session:
        locked(session, member)
        locked(session, entry)
        refuse_others(member, entry)
        refuse_gone(entry)
        days = {entry.day}
        put(entry, columns(said) | place_now)
        session.flush()
        recount(session, member, days | {entry.day})
        changed(member)
        announce(mood_mended, entry=entry, actor=member)
        return entry


def let_go(member: User, entry: MoodEntry) -> MoodEntry:
    """Delete it; for a day it can be taken back, then what it said is gone. Refuses "not-allowed"."""
    with transaction() as session:
        locked(session, member)
        locked(session, entry)
        refuse_others(member, entry)
        if entry.is_kept:
            entry.deleted_at = clock.now()
            session.flush()
            recount(session, member, {entry.day})
            changed(member)
            announce(mood_let_go, entry=entry, actor=member)
        return entry


def take_back(member: User, entry: MoodEntry) -> MoodEntry:
    """It stays after all. Refuses "not-allowed", and ("gone") after a day."""
    with transaction() as session:
        locked(session, member)
        locked(session, entry)
        refuse_others(member, entry)
        if entry.deleted_at is None:
            return entry
        if entry.deleted_at < clock.now() - TAKEN_BACK:
            raise Refusal("gone", say("This was deleted more than a day ago."), status=410)
        entry.deleted_at = None
        session.flush()
        recount(session, member, {entry.day})
        changed(member)
        announce(mood_taken_back, entry=entry, actor=member)
        return entry


def columns(said: Said) -> dict[str, Any]:
    return asdict(said) | {"tags": list(said.tags), "activities": list(said.activities)}


def place(member: User, at: datetime) -> dict[str, Any]:
    """When, and on which day of theirs, by the clock that they live by now."""
    return {"at": at, "timezone": member.timezone, "day": day_of(member, at)}


def put(entry: MoodEntry, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if getattr(entry, name) != value:
            setattr(entry, name, value)


def changed(member: User) -> None:
    """Inside a transaction: what `member` sees of their mood is no longer so."""
    touch("mood", member.id, event="mood:changed")


def made_before(session: Session, member: User, id: UUID | None) -> MoodEntry | None:
    made = session.get(MoodEntry, id) if id else None
    if made and made.user_id != member.id:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return made


def refuse_other_words(made: MoodEntry, said: Said, at: datetime | None) -> None:
    is_another = any(getattr(made, name) != value for name, value in columns(said).items())
    if is_another or (at is not None and abs(at - made.at) >= SAME_TIME):
        raise Refusal("id-taken", say("Something else was said under this id."), field="id", status=409)


def refuse_others(member: User, entry: MoodEntry) -> None:
    if not entry.can_be_changed_by(member):
        raise Refusal("not-allowed", say("Only what you said yourself can be changed."), status=403)


def refuse_gone(entry: MoodEntry) -> None:
    if not entry.is_kept:
        raise Refusal("gone", say("This was deleted. Take it back first."), status=410)
