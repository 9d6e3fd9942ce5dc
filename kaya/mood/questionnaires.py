"""Choosing a questionnaire, filling it in, and how its scores went: a look from outside, never a diagnosis."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.afterwards import told_at
from kaya.config import settings
from kaya.db import db, locked, transaction, upsert, uuid7
from kaya.mood.checking_in import changed
from kaya.mood.instruments import DIFFICULTIES, FREE, Band, Instrument
from kaya.mood.models import QuestionnaireChoice, Sheet
from kaya.mood.signals import questionnaire_filled
from kaya.mood.well_being import well_being
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

FRAME = timedelta(days=14)


@dataclass(frozen=True)
class Result:
    """A sheet with what it comes to."""

    sheet: Sheet
    instrument: Instrument
    score: int
    band: Band | None

    @classmethod
    def of(cls, sheet: Sheet, instrument: Instrument) -> "Result":
        score = instrument.score(sheet.points)
        return cls(sheet, instrument, score, instrument.band(score))

    @property
    def is_alarming(self) -> bool:
        return self.instrument.is_alarming(self.sheet.points)


def offered() -> list[Instrument]:
    """Those that are free, and the WHO-5 where the operator has its words."""
    path = settings().who5_file
    return [*FREE, *([well_being(path)] if path else [])]


def offered_as(kind: str) -> Instrument | None:
    return next((instrument for instrument in offered() if instrument.kind == kind), None)


def chosen(member: User) -> set[str]:
    """The kinds that they use."""
    return {row.kind for row in db.session.scalars(QuestionnaireChoice.of(member))}


def choose(member: User, instrument: Instrument) -> None:
    """Begin to use it."""
    with transaction() as session:
        upsert(
            session,
            QuestionnaireChoice,
            {"user_id": member.id, "kind": instrument.kind},
            on=("user_id", "kind"),
            change=(),
        )
        changed(member)


def put_away(member: User, instrument: Instrument) -> None:
    """Use it no more; what was filled in stays until it is deleted."""
    mine = (QuestionnaireChoice.user_id == member.id, QuestionnaireChoice.kind == instrument.kind)
    with transaction() as session:
        session.execute(delete(QuestionnaireChoice).where(*mine))
        changed(member)


def fill_in(
    member: User,
    instrument: Instrument,
    points: Sequence[int],
    *,
    difficulty: int | None = None,
    at: datetime | None = None,
    id: UUID | None = None,
) -> Result:
    """Keep a sheet: a point for each of its items, counted from 0; `at`: when, where its device
    sends it later, up to thirty days. Who asks again with the same `id` and the same answers gets the same sheet.

    Refuses "not-chosen", "incomplete", "scale", "in-the-future", "too-early", and ("id-taken") other answers under an
    id that is in use.
    """
    given = checked(instrument, points, difficulty)
    with transaction() as session:
        locked(session, member)
        if made := filled_before(session, member, instrument, given, id):
            return Result.of(made, instrument)
        if instrument.kind not in chosen(member):
            raise Refusal("not-chosen", say("Please choose to use this questionnaire first."))
        day = day_of(member, told_at(at))
        sheet = Sheet(id=id or uuid7(), user_id=member.id, kind=instrument.kind, answers=json.dumps(given), day=day)
        session.add(sheet)
        session.flush()
        changed(member)
        announce(questionnaire_filled, sheet=sheet, actor=member)
        return Result.of(sheet, instrument)


def tear_up(member: User, sheet: Sheet) -> None:
    """Delete it, for good. Refuses "not-allowed"."""
    with transaction() as session:
        locked(session, sheet)
        if sheet.user_id != member.id:
            raise Refusal("not-allowed", say("Only your own can be deleted."), status=403)
        session.delete(sheet)
        changed(member)


def results(member: User, instrument: Instrument) -> list[Result]:
    """The first first."""
    sheets = db.session.scalars(Sheet.of(member).where(Sheet.kind == instrument.kind))
    return [Result.of(sheet, instrument) for sheet in sheets]


def is_soon_after(member: User, latest: Result | None) -> bool:
    """Do the two weeks that it asks about overlap with the last time's?"""
    return latest is not None and day_of(member) - latest.sheet.day < FRAME


def filled_before(
    session: Session, member: User, instrument: Instrument, given: list[int | None], id: UUID | None
) -> Sheet | None:
    made = session.get(Sheet, id) if id else None
    if made and (made.user_id, made.kind) != (member.id, instrument.kind):
        raise Refusal("id-taken", say("This id is in use for something else."), field="id", status=409)
    if made and json.loads(made.answers) != given:
        raise Refusal("id-taken", say("Other answers were kept under this id."), field="id", status=409)
    return made


def checked(instrument: Instrument, points: Sequence[int], difficulty: int | None) -> list[int | None]:
    if len(points) != len(instrument.items):
        raise Refusal("incomplete", say("Please answer each of the questions."), field="answers")
    for n, point in enumerate(points):
        if point not in range(len(instrument.options)):
            raise Refusal("scale", say("That is not among the choices."), field=f"item_{n}")
    if difficulty is not None and difficulty not in range(len(DIFFICULTIES)):
        raise Refusal("scale", say("That is not among the choices."), field="difficulty")
    return [*points, difficulty]
