"""Bringing in what was said elsewhere: a file is kept for a look at what it would add, then taken in, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import db, locked, transaction, uuid7
from kaya.mood import daylio
from kaya.mood.checking_in import changed
from kaya.mood.daylio import LEVELS, Line, Reading
from kaya.mood.models import Arrival, MoodEntry, Source
from kaya.mood.recounting import recount
from kaya.mood.saying import MOST_NAMES
from kaya.refusal import Refusal
from kaya.words import say

LARGEST = 8 * 1024 * 1024
MIDDLING = 5
MOST_MOODS = 200  # of their own: the look asks about each


@dataclass(frozen=True)
class Brought:
    """How many were added, were here already (also those let go since), and lie in the future."""

    added: int
    known: int
    early: int


def lay_out(member: User, name: str, content: bytes) -> Arrival:
    """Keep a file for a look at it; the one before goes.

    Refuses "empty", "too-large", "not-text", "not-daylio", and "too-many" moods of their own.
    """
    text = text_of(content)
    refuse_what_cannot_be_looked_at(daylio.read(text))
    with transaction() as session:
        locked(session, member)
        for before in session.scalars(Arrival.of(member)):
            session.delete(before)
        arrival = Arrival(id=uuid7(), user_id=member.id, name=name[-120:], lines=text)
        session.add(arrival)
        session.flush()
        return arrival


def refuse_what_cannot_be_looked_at(reading: Reading) -> None:
    if not reading.lines:
        raise Refusal("empty", say("There is no entry in this file that can be read."), field="file")
    if len(reading.names) > MOST_MOODS:
        words = say("These are more than %(count)s moods of your own: is this the right file?", count=MOST_MOODS)
        raise Refusal("too-many", words, field="file")


def look_into(arrival: Arrival) -> Reading:
    return daylio.read(arrival.lines)


def would_bring(member: User, reading: Reading) -> Brought:
    """What taking it in would come to now."""
    known = known_to(db.session(), member)
    new = [line for line in reading.lines if line.origin not in known]
    early = sum(instant_of(member, line) > clock.now() for line in new)
    return Brought(len(new) - early, len(reading.lines) - len(new), early)


def take_in(member: User, arrival: Arrival, levels: Mapping[str, float]) -> Brought:
    """Add what is not here yet, by the clock of the member's zone. `levels` says of each mood that is their own how
    pleasant it is, from -1 to 1. Doing it again adds nothing.

    Refuses "unknown-mood" where that is missing, and others' ("not-allowed").
    """
    reading = look_into(arrival)
    valences = {**LEVELS, **levels}
    for name in reading.names:
        if name not in levels:
            raise Refusal("unknown-mood", say("Please say how pleasant “%(name)s” is.", name=name), field=name)
    with transaction() as session:
        locked(session, member)
        refuse_others(member, arrival)
        brought = add(session, member, reading, valences)
        session.delete(arrival)
        changed(member)
        return brought


def send_away(member: User, arrival: Arrival) -> None:
    """Take nothing of it in. Refuses others' ("not-allowed")."""
    with transaction() as session:
        locked(session, arrival)
        refuse_others(member, arrival)
        session.delete(arrival)


def refuse_others(member: User, arrival: Arrival) -> None:
    if arrival.user_id != member.id:
        raise Refusal("not-allowed", say("This is someone else's."), status=403)


def add(session: Session, member: User, reading: Reading, valences: Mapping[str, float]) -> Brought:
    known = known_to(session, member)
    entries = [entry_of(member, line, valences[line.mood]) for line in reading.lines if line.origin not in known]
    here = [entry for entry in entries if entry.at <= clock.now()]
    session.add_all(here)
    session.flush()
    recount(session, member, {entry.day for entry in here})
    return Brought(len(here), len(reading.lines) - len(entries), len(entries) - len(here))


def known_to(session: Session, member: User) -> set[str | None]:
    """Which lines of files were taken in before, those of entries that were let go since included."""
    return set(session.scalars(select(MoodEntry.origin).where(MoodEntry.user_id == member.id)))


def instant_of(member: User, line: Line) -> datetime:
    return datetime.combine(line.day, line.time, ZoneInfo(member.timezone)).astimezone(clock.now().tzinfo)


def entry_of(member: User, line: Line, valence: float) -> MoodEntry:
    """Daylio asks neither how stirred up nor how strongly: both are in the middle."""
    at = instant_of(member, line)
    return MoodEntry(
        id=uuid7(),
        user_id=member.id,
        word=line.mood,
        valence=valence,
        arousal=0.0,
        intensity=MIDDLING,
        tags=[],
        activities=list(line.activities[:MOST_NAMES]),
        note=line.note,
        at=at,
        timezone=member.timezone,
        day=day_of(member, at),
        source=Source.DAYLIO,
        origin=line.origin,
    )


def text_of(content: bytes) -> str:
    if len(content) > LARGEST:
        raise Refusal("too-large", say("This file is larger than 8 MB."), field="file")
    if not content.strip():
        raise Refusal("empty", say("Please choose the file that Daylio exported."), field="file")
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("not-text", say("This is no CSV file."), field="file")
