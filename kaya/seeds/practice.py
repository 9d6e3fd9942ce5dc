"""Half a year of Amara's practice, a program that she finished and one that she is in; Ben has tried two sessions."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import Rest, User
from kaya.db import uuid7
from kaya.practice import composing, shelf
from kaya.practice.composing import Wording
from kaya.practice.days import day_of
from kaya.practice.models import DayDone, Enrollment, EnrollmentState, Practice, PracticeSession, Program, SessionState
from kaya.practice.own_rows import Row, steps_of_rows
from kaya.practice.script import Need, PracticeKind

DAYS = 182
HOLIDAY = range(71, 80)  # days ago, on which she rested
MORNINGS = (("first-light", 4), ("even-breathing", 6), ("just-sitting", 15), ("a-small-sun", 8), ("six-a-minute", 5))
DAYTIMES = (
    ("between-two-meetings", 3),
    ("neck-and-shoulders", 5),
    ("where-you-are-held", 3),
    ("ten-steps-and-back", 10),
)
NIGHTS = (("lights-out", 12), ("the-night-ferry", 15), ("putting-the-day-down", 8), ("worries-on-the-table", 10))
FINISHED, UNDER_WAY, DAYS_DONE = "on-your-own-side", "seven-quieter-evenings", 4
OWN = Wording(
    "On the stairs",
    steps_of_rows(
        [
            Row("say", "Stop on the landing. One hand on the rail.", 8),
            Row("rounds:long-out", "", 9),
            Row("silence", "", 20),
            Row("say", "And up the rest.", 5),
        ]
    ),
    "Three minutes between the second floor and the third.",
    PracticeKind.BREATHING,
    (Need.CALM,),
)


def plant_practice(session: Session, amara: User, ben: User) -> None:
    """Once: where Amara has practised, nothing is added."""
    if session.scalar(PracticeSession.of(amara).limit(1)):
        return
    library = {row.slug: row for row in session.scalars(select(Practice).where(Practice.author_id.is_(None)))}
    session.add(rested(amara))
    teller = Practised(library)
    session.add_all(teller.of_amara(amara))
    session.add_all(teller.of_ben(ben))
    plant_programs(session, amara)
    composing.make(amara, OWN)


def rested(amara: User) -> Rest:
    first, last = (day_of(amara) - timedelta(days=ago) for ago in (HOLIDAY[-1], HOLIDAY[0]))
    began = local_instant(amara, first, time(8, 10))
    return Rest(
        user_id=amara.id, first_day=first, last_day=last, began_at=began, ended_at=local_instant(amara, last, time(20))
    )


class Practised:
    """The same sessions on every day of seeding, but that they lie before that day."""

    def __init__(self, library: dict[str | None, Practice]) -> None:
        self.library, self.rng = library, random.Random(41)
        self.steps: dict[tuple[str, int], list[object]] = {}

    def of_amara(self, amara: User) -> Iterator[PracticeSession]:
        """Most mornings, some nights, a few middays; none on her holiday, and less in a bad month."""
        today = day_of(amara)
        for ago in range(DAYS, 0, -1):
            if ago in HOLIDAY:
                continue
            share = 0.35 if 100 < ago < 128 else 0.62
            for some, at, chance in (
                (MORNINGS, time(7, 5), share),
                (DAYTIMES, time(12, 40), 0.12),
                (NIGHTS, time(22, 10), 0.3),
            ):
                if self.rng.random() < chance:
                    yield self.held(amara, today - timedelta(days=ago), at, *self.rng.choice(some))

    def of_ben(self, ben: User) -> Iterator[PracticeSession]:
        today = day_of(ben)
        yield self.held(ben, today - timedelta(days=9), time(18, 30), "the-long-sigh", 5)
        yield self.held(ben, today - timedelta(days=2), time(8, 15), "five-four-three-two-one", 4)

    def held(self, member: User, day: date, at: time, slug: str, minutes: int) -> PracticeSession:
        practice, before = self.library[slug], self.rng.choice((1, 2, 2, 3, 3, 3, 4))
        began = local_instant(member, day, at) + timedelta(minutes=self.rng.randrange(35))
        was_left = self.rng.random() < 0.06
        after = min(5, max(1, before + self.rng.choice((-1, 0, 0, 1, 1, 1, 2))))
        said = self.rng.random() < 0.7 and not was_left
        return PracticeSession(
            id=uuid7(), user_id=member.id, practice_id=practice.id, kind=practice.kind, title=practice.title,
            minutes=minutes, steps=self.composed(practice, minutes), seconds=90 if was_left else minutes * 60,
            played=90 if was_left else minutes * 60,
            state=SessionState.ABANDONED if was_left else SessionState.COMPLETED,
            mood_before=before if said else None, mood_after=after if said else None,
            rating=self.rng.choice((3, 4, 4, 5)) if said else None, day=day, hour=at.hour, started_at=began,
            ended_at=began + timedelta(minutes=minutes), updated_at=began + timedelta(minutes=minutes),
        )  # fmt: skip

    def composed(self, practice: Practice, minutes: int) -> list[object]:
        key = (str(practice.slug), minutes)
        if key not in self.steps:
            self.steps[key] = [step.kept() for step in shelf.steps_of(practice, minutes)]
        return self.steps[key]


def plant_programs(session: Session, amara: User) -> None:
    programs = {row.slug: row for row in session.scalars(select(Program))}
    session.add(gone_through(amara, programs[FINISHED], begun_ago=64, every=2, days=programs[FINISHED].days))
    session.add(gone_through(amara, programs[UNDER_WAY], begun_ago=4, every=1, days=DAYS_DONE))


def gone_through(member: User, program: Program, *, begun_ago: int, every: int, days: int) -> Enrollment:
    """A day of it every so many days, in the evening."""
    first = day_of(member) - timedelta(days=begun_ago)
    done = [
        DayDone(number=n + 1, day=day, done_at=local_instant(member, day, time(21, 20)))
        for n in range(days)
        for day in [first + timedelta(days=n * every)]
    ]
    is_finished = days == program.days
    return Enrollment(
        id=uuid7(), user_id=member.id, program=program, done=done, changed_at=done[-1].done_at,
        state=EnrollmentState.FINISHED if is_finished else EnrollmentState.ACTIVE,
        begun_at=local_instant(member, first, time(20, 50)), finished_at=done[-1].done_at if is_finished else None,
    )  # fmt: skip


def local_instant(member: User, day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo(member.timezone)).astimezone(clock.now().tzinfo)
