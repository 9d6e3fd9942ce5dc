"""Sessions of one's own: made of steps, changed, removed."""

import math
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.db import locked, transaction, uuid7
from kaya.practice.composer import fillable
from kaya.practice.models import Practice
from kaya.practice.own_steps import passages_of, refuse_bad
from kaya.practice.script import Need, PracticeKind
from kaya.practice.signals import practice_changed, practice_made, practice_removed
from kaya.practice.steps import Step, length
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST_TITLE = 120
LONGEST_SUMMARY = 400
MOST_OWN = 200
OWN_FIRST = -1
UNDONE_WITHIN = 24  # hours


@dataclass(frozen=True)
class Wording:
    """What a member says of a session of theirs."""

    title: str
    steps: list[Step]
    summary: str = ""
    kind: PracticeKind = PracticeKind.MEDITATION
    needs: tuple[Need, ...] = ()


def make(author: User, wording: Wording, *, id: UUID | None = None) -> Practice:
    """A session of `author`'s own. Who asks again with the same `id` gets the same one.

    Refuses "blank" and "too-long" words, steps that are none (see own_steps.refuse_bad), "too-many" of them, and
    "id-taken".
    """
    wording = tidied(wording)
    with transaction() as session:
        if made := made_before(session, author, id):
            return made
        refuse_too_many(session, author)
        practice = Practice(id=id or uuid7(), author_id=author.id, position=OWN_FIRST)
        put(practice, wording)
        session.add(practice)
        session.flush()
        announce(practice_made, practice=practice, actor=author)
        return practice


def change(author: User, practice: Practice, wording: Wording) -> Practice:
    """Put `wording` in the place of what was; sessions that were held stay as they were. Refuses as `make` does, and
    "not-allowed" what is not theirs.
    """
    with transaction() as session:
        locked(session, practice)
        refuse_others(author, practice)
        put(practice, tidied(wording))
        announce(practice_changed, practice=practice, actor=author)
        return practice


def remove(author: User, practice: Practice) -> None:
    """It is gone from their shelf, and for good after a day; the sessions that were held with it stay.

    Refuses ("not-allowed") others'.
    """
    with transaction() as session:
        locked(session, practice)
        refuse_others(author, practice)
        practice.retired_at = practice.retired_at or clock.now()
        announce(practice_removed, practice=practice, actor=author)


def restore(author: User, practice: Practice) -> Practice:
    """What was removed within the last day is there again. Refuses "not-allowed", "too-many"."""
    with transaction() as session:
        locked(session, practice)
        refuse_others(author, practice)
        if practice.retired_at:
            refuse_too_many(session, author)
            practice.retired_at = None
            announce(practice_changed, practice=practice, actor=author)
        return practice


def purge_removed() -> None:
    """What its author removed more than a day ago."""
    with transaction() as session:
        gone = (Practice.author_id.is_not(None), Practice.retired_at < clock.ago(hours=UNDONE_WITHIN))
        session.execute(delete(Practice).where(*gone))


def tidied(wording: Wording) -> Wording:
    title = sized(wording.title, LONGEST_TITLE, "title")
    if not title:
        raise Refusal("blank", say("Please give it a name."), field="title")
    refuse_bad(wording.steps)
    summary = sized(wording.summary, LONGEST_SUMMARY, "summary")
    return Wording(title, wording.steps, summary, wording.kind, wording.needs)


def sized(text: str, longest: int, field: str) -> str:
    text = text.strip()
    if len(text) > longest:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=longest), field=field)
    return text


def put(practice: Practice, wording: Wording) -> None:
    possible = fillable(passages_of(wording.steps))
    practice.title, practice.summary, practice.kind = wording.title, wording.summary, wording.kind
    practice.needs, practice.times = list(wording.needs), []
    practice.steps = [step.kept() for step in wording.steps]
    practice.minutes = max(1, math.ceil(length(wording.steps) / 60))
    practice.shortest, practice.longest = possible[0], possible[-1]
    practice.updated_at = clock.now()


def made_before(session: Session, author: User, id: UUID | None) -> Practice | None:
    made = session.get(Practice, id) if id else None
    if made and made.author_id != author.id:
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    return made


def refuse_too_many(session: Session, author: User) -> None:
    own = (Practice.author_id == author.id, Practice.retired_at.is_(None))
    there = session.scalar(select(func.count()).select_from(Practice).where(*own))
    if (there or 0) >= MOST_OWN:
        words = say("You have %(count)s sessions of your own. Remove one to make room.", count=MOST_OWN)
        raise Refusal("too-many", words)


def refuse_others(author: User, practice: Practice) -> None:
    if not practice.can_be_changed_by(author):
        raise Refusal("not-allowed", say("Only sessions of your own can be changed."), status=403)
