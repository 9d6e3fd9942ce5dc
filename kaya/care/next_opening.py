"""When a practitioner is open next, and in which spells, kept beside so that the directory need not work it out."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from kaya import clock
from kaya.care.diary import Diary, diary_of
from kaya.care.models import Offering, OpenSpell, Practitioner
from kaya.db import db, transaction

A_BATCH = 300
SHORTEST_DAY = timedelta(hours=23)
A_MINUTE = timedelta(minutes=1)

Spell = tuple[datetime, datetime]


def count_next_open(practitioner_id: UUID) -> None:
    """Count anew when they are open next, for whichever of their services, and say when to look again.

    Twice is as good as once. Who is not listed, or takes nobody new, is open never.
    """
    with transaction() as session:
        practitioner = session.get(Practitioner, practitioner_id, with_for_update=True, populate_existing=True)
        if practitioner is not None:
            diaries = [diary_of(offering) for offering in shortest_by_room(session, practitioner)]
            starts = open_starts(diaries)
            keep(session, practitioner, starts, recount_at=stale_at(diaries, starts))


def passed(at_most: int = A_BATCH) -> Sequence[UUID]:
    """Whose next open time is to be counted anew by now, who has waited longest first."""
    due = select(Practitioner.id).where(Practitioner.recount_at <= clock.now())
    return db.session.scalars(due.order_by(Practitioner.recount_at).limit(at_most)).all()


def open_starts(diaries: Iterable[Diary]) -> list[datetime]:
    """Every start in the booking window at which one of these can begin, in order."""
    return sorted({slot.start for diary in diaries for slot in diary.slots(clock.now(), diary.last_moment)})


def stale_at(diaries: Iterable[Diary], starts: Sequence[datetime]) -> datetime | None:
    """When the starts are no longer these: the first is too near, a hold lapses, a new day comes into the window."""
    moments = [moment for diary in diaries if diary.is_open for moment in turns_of(diary)]
    if moments and starts:
        notice = min(diary.schedule.minimum_notice_minutes for diary in diaries)
        moments.append(starts[0] - timedelta(minutes=notice) + A_MINUTE)
    return min(moments, default=None)


def turns_of(diary: Diary) -> list[datetime]:
    """When what the diary offers next changes by itself, its first start aside."""
    zone, now = diary.schedule.zone_info, clock.now()
    tomorrow = datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(), zone).astimezone(UTC)
    return [tomorrow, *(each.held_until for each in diary.busy(now, diary.last_moment) if each.held_until)]


def shortest_by_room(session: Session, practitioner: Practitioner) -> list[Offering]:
    """In each room that they use, and without a room, the shortest they offer: when a long one fits, so does it."""
    rows = Offering.listed().where(Offering.practitioner_id == practitioner.id)
    shortest: dict[UUID | None, Offering] = {}
    for offering in session.scalars(rows.order_by(Offering.minutes, Offering.id)):
        shortest.setdefault(offering.room_id, offering)
    return list(shortest.values())


def spells(starts: Iterable[datetime]) -> list[Spell]:
    """`starts`, in order, as (first, last) of those that follow within less than the shortest calendar day."""
    ordered = list(starts)
    breaks = [n for n, (one, other) in enumerate(pairwise(ordered), 1) if other - one >= SHORTEST_DAY]
    return [(ordered[a], ordered[b - 1]) for a, b in pairwise([0, *breaks, len(ordered)]) if a < b]


def keep(session: Session, practitioner: Practitioner, starts: list[datetime], recount_at: datetime | None) -> None:
    # Past the version: what is kept beside is not a change of the profile.
    row = update(Practitioner.__table__).where(Practitioner.id == practitioner.id)  # type: ignore[arg-type]
    session.execute(row.values(next_open_at=starts[0] if starts else None, recount_at=recount_at))
    mine = OpenSpell.practitioner_id == practitioner.id
    was = [(spell.first_start, spell.last_start) for spell in session.scalars(select(OpenSpell).where(mine))]
    if sorted(was) != (now := spells(starts)):
        session.execute(delete(OpenSpell).where(mine), execution_options={"synchronize_session": "fetch"})
        session.add_all(OpenSpell(practitioner_id=practitioner.id, first_start=a, last_start=b) for a, b in now)
