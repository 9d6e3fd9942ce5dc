"""Practising: a session is begun, goes on, and is completed or left; how it was may be said before and after."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.afterwards import told_at
from kaya.db import locked, transaction, uuid7
from kaya.practice import shelf
from kaya.practice.composing import LONGEST_TITLE, sized
from kaya.practice.days import day_of, local
from kaya.practice.models import Practice, PracticeSession, SessionState
from kaya.practice.signals import session_abandoned, session_begun, session_completed, session_progressed
from kaya.realtime.nudges import deliver, touch
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST_NOTES = 4000
LONGEST_FEELING = 40
BACKDATED = timedelta(hours=48)
SCALE = range(1, 6)
JUST_NOW = timedelta(seconds=40)  # a player says every ten seconds where it is, without a socket every thirty


@dataclass(frozen=True)
class Mood:
    """How someone is: `mood` from 1, heavy, to 5, bright; `arousal` from 1, drowsy, to 5, wide awake; a word for it."""

    mood: int | None = None
    arousal: int | None = None
    feeling: str = ""


NOT_SAID = Mood()


def begin(
    member: User,
    practice: Practice,
    minutes: int,
    *,
    title: str = "",
    before: Mood = NOT_SAID,
    at: datetime | None = None,
    within: timedelta = BACKDATED,
    id: UUID | None = None,
) -> PracticeSession:
    """A session of exactly `minutes`, its steps composed and kept. `at`: when it began, up to 48 hours ago or `within`.

    Who asks again with the same `id` gets the same session. Refuses "length", "too-long", "scale", "too-early",
    "in-the-future", "id-taken".
    """
    title = sized(title, LONGEST_TITLE, "title") or practice.title
    refuse_off_scale(before, "before")
    began = told_at(at, within=within, field="started_at")
    steps = [step.kept() for step in shelf.steps_of(practice, minutes)]
    with transaction() as session:
        if begun := begun_before(session, member, id):
            return begun
        begun = PracticeSession(
            id=id or uuid7(), user_id=member.id, practice_id=practice.id, kind=practice.kind, title=title,
            minutes=minutes, steps=steps, day=day_of(member, began), hour=local(member, began).hour, started_at=began,
            mood_before=before.mood, arousal_before=before.arousal, feeling_before=before.feeling.strip(),
        )  # fmt: skip
        session.add(begun)
        session.flush()
        announce(session_begun, session=begun, actor=member)
        return begun


def progress(
    member: User,
    held: PracticeSession,
    seconds: int,
    *,
    played: int | None = None,
    device: str = "",
    playing: bool | None = None,
) -> PracticeSession:
    """It has come so far: never back, and never beyond its end. What has ended stays as it is.

    `played`: how many seconds of it were practised, where a device counts them (see `count_played`).

    The member's other devices hear where it is, forward or back; if it is said, also on which `device`, and whether
    it is `playing` there: then it has begun, before its first second is over. Refuses ("not-allowed") others'.
    """
    with transaction() as session:
        locked(session, held)
        refuse_others(member, held)
        here = min(seconds, held.length)
        if held.is_open:
            count_played(held, played, here, clock.now())
        reached = max(here, 1) if playing else here
        is_further = held.is_open and reached > held.seconds
        if is_further:
            is_start = held.seconds == 0 or not has_just_played(held.updated_at)
            held.seconds = reached
            touch("session", held.id, event="session:changed")
            announce(session_progressed, session=held, actor=member, is_start=is_start)
        if is_further or (held.is_open and device):
            tell_devices(held, seconds=here, device=device, playing=playing)
        return held


def has_just_played(changed_at: datetime) -> bool:
    """Of an open session that has begun, which changed last then: is it playing, or was it until a moment ago?"""
    return changed_at > clock.now() - JUST_NOW


def complete(
    member: User,
    held: PracticeSession,
    *,
    after: Mood = NOT_SAID,
    rating: int | None = None,
    notes: str | None = None,
    at: datetime | None = None,
    played: int | None = None,
) -> PracticeSession:
    """It has come to its end; told again, what is said of it is put right and the rest stays.

    `played`: how many seconds of it were practised, where a device counts them (see `count_played`).

    A session that was left, and finished on another device without a network, is completed too. Refuses "not-allowed",
    "scale", "too-long".
    """
    refuse_off_scale(after, "after")
    refuse_off_scale(Mood(rating), "rating")
    notes = None if notes is None else sized(notes, LONGEST_NOTES, "notes")
    with transaction() as session:
        locked(session, held)
        refuse_others(member, held)
        is_news = held.state != SessionState.COMPLETED
        remember(held, after, rating, notes)
        if is_news:
            end(held, SessionState.COMPLETED, at)
            held.seconds = held.length
            count_played(held, played, held.length, held.ended_at or clock.now(), device=at)
            touch("session", held.id, event="session:changed")
            tell_devices(held)
            announce(session_completed, session=held, actor=member)
        return held


def abandon(member: User, held: PracticeSession) -> PracticeSession:
    """It ends here, and what was practised counts. Refuses "not-allowed"; and "ended" what was completed."""
    with transaction() as session:
        locked(session, held)
        refuse_others(member, held)
        if held.state == SessionState.COMPLETED:
            raise Refusal("ended", say("This session is completed already."))
        if held.is_open:
            end(held, SessionState.ABANDONED, None)
            touch("session", held.id, event="session:changed")
            tell_devices(held)
            announce(session_abandoned, session=held, actor=member)
        return held


def begun_before(session: Session, member: User, id: UUID | None) -> PracticeSession | None:
    begun = session.get(PracticeSession, id) if id else None
    if begun and begun.user_id != member.id:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return begun


def end(held: PracticeSession, state: SessionState, at: datetime | None) -> None:
    now = clock.now()
    held.state, held.ended_at = state, min(max(at or now, held.started_at), now)


def count_played(
    held: PracticeSession, said: int | None, here: int, until: datetime, *, device: datetime | None = None
) -> None:
    """So many seconds of it were practised, as a device `said`: never more than it has, nor than passed since it began.

    Where that `device` has a clock that is ahead, it began by that clock too. Where nothing was said it is as far as
    it came, as long as so much time had passed `until` then.
    """
    now = clock.now()
    passed = (max(device or now, now) if said is not None else until) - held.started_at
    most = min(held.length, max(0, round(passed.total_seconds())))
    held.played = max(held.played, min(here if said is None else said, most))


def remember(held: PracticeSession, after: Mood, rating: int | None, notes: str | None) -> None:
    """What is said now; what is not said stays."""
    held.mood_after = after.mood or held.mood_after
    held.arousal_after = after.arousal or held.arousal_after
    held.feeling_after = after.feeling.strip() or held.feeling_after
    held.rating = rating or held.rating
    if notes is not None:
        held.notes = notes


def tell_devices(held: PracticeSession, **where: Any) -> None:
    """The member's other devices go along."""
    said = {name: value for name, value in where.items() if value not in ("", None)}
    told = {"session_id": str(held.id), "seconds": held.seconds, "played": held.played, "state": str(held.state)}
    deliver(held.user_id, "session:progress", told | said)


def refuse_off_scale(mood: Mood, which: str) -> None:
    for name, value in (("mood", mood.mood), ("arousal", mood.arousal)):
        if value is not None and value not in SCALE:
            field = which if which == "rating" else f"{name}_{which}"
            raise Refusal("scale", say("This goes from 1 to 5."), field=field)
    if len(mood.feeling.strip()) > LONGEST_FEELING:
        words = say("Please use at most %(count)s characters.", count=LONGEST_FEELING)
        raise Refusal("too-long", words, field=f"feeling_{which}")


def refuse_others(member: User, held: PracticeSession) -> None:
    if held.user_id != member.id:
        raise Refusal("not-allowed", say("Only your own sessions can be changed."), status=403)
