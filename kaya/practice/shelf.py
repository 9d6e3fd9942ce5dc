"""The library as a member looks through it: by need, length, time of day, kind and words; and their own sessions."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from kaya import fulltext
from kaya.accounts.models import User
from kaya.db import db
from kaya.practice.composer import filled, no_such_length
from kaya.practice.library import BY_SLUG
from kaya.practice.models import Practice, Program
from kaya.practice.own_steps import passages_of
from kaya.practice.script import Need, Passage, PracticeKind, Script, TimeOfDay
from kaya.practice.sought import telling
from kaya.practice.steps import Step, step_kept
from kaya.refusal import Refusal
from kaya.words import say


@dataclass(frozen=True)
class Wanted:
    """What someone looks for; what is left out may be anything."""

    q: str = ""
    need: Need | None = None
    kind: PracticeKind | None = None
    time: TimeOfDay | None = None
    minutes: int | None = None
    own: bool | None = None


def matching(viewer: User, wanted: Wanted) -> Select[Practice]:
    """What fits all of `wanted`, in no order: `Practice.position`, then its id, is the library's own."""
    return Practice.of(viewer).where(*conditions(viewer, wanted))


def conditions(viewer: User, wanted: Wanted) -> list[ColumnElement[bool]]:
    said: list[ColumnElement[bool]] = []
    if wanted.need:
        said.append(Practice.serves(Practice.needs, wanted.need))
    if wanted.time:
        said.append(Practice.serves(Practice.times, wanted.time))
    if wanted.kind:
        said.append(Practice.kind == wanted.kind)
    if wanted.minutes:
        said.append(and_(Practice.shortest <= wanted.minutes, Practice.longest >= wanted.minutes))
    if wanted.own is not None:
        said.append(Practice.author_id == viewer.id if wanted.own else Practice.author_id.is_(None))
    if wanted.q.strip():
        said.append(has_words(viewer, wanted.q))
    return said


def has_words(viewer: User, q: str) -> ColumnElement[bool]:
    """The library's are found by their index; one's own, which is in no index, by the title."""
    own = and_(Practice.author_id == viewer.id, func.lower(Practice.title).contains(q.strip().lower(), autoescape=True))
    words = fulltext.matching("practice", telling(q))
    return own if words is None else or_(own, Practice.id.in_(select(words.c.row_id)))


def programs_matching(wanted: Wanted) -> Select[Program] | None:
    """The programs that fit what was typed, and the need; None where no word was typed, or one's own are wanted."""
    words = fulltext.matching("program", telling(wanted.q))
    if words is None or wanted.own:
        return None
    rows = Program.offered().where(Program.id.in_(select(words.c.row_id))).order_by(Program.position)
    return rows.where(Practice.serves(Program.needs, wanted.need)) if wanted.need else rows


def chosen(viewer: User, kind: PracticeKind, minutes: int) -> Practice:
    """The library's session of a kind for so many minutes: whose usual length is nearest.

    Refuses ("length") when none of the kind can be so long or so short.
    """
    rows = matching(viewer, Wanted(kind=kind, own=False))
    found = list(db.session.scalars(rows.order_by(Practice.position, Practice.id)))
    fitting = [practice for practice in found if practice.can_last(minutes)]
    if fitting:
        return min(fitting, key=lambda practice: abs(practice.minutes - minutes))
    if not found:
        raise Refusal("unknown-kind", say("There is no session of this kind."), field="kind")
    raise no_such_length((min(p.shortest for p in found), max(p.longest for p in found)))


def script_of(practice: Practice) -> Script | None:
    """What the library has written for it: cautions and sources too. None for a member's own."""
    return BY_SLUG.get(practice.slug or "")


def steps_of(practice: Practice, minutes: int) -> list[Step]:
    """Composed for exactly `minutes`. Refuses ("length") what it cannot fill."""
    steps = filled(passages(practice), minutes) if practice.can_last(minutes) else None
    if steps is None:
        raise no_such_length((practice.shortest, practice.longest))
    return steps


def passages(practice: Practice) -> tuple[Passage, ...]:
    script = script_of(practice)
    return script.passages if script else passages_of([step_kept(each) for each in practice.steps])
