"""Months of moods for the people who show the house: made up, the same each time, up to the day of planting."""

import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import uuid7
from kaya.mood.feelings import nearest
from kaya.mood.instruments import GAD_7
from kaya.mood.models import MoodEntry, QuestionnaireChoice, Sheet
from kaya.mood.recounting import recount

MONTHS_OF_LIFE, FIRST_DAYS = 120, 6
NOTES = (
    "Slept till four, then again till six.",
    "Walked to the river before work.",
    "The meeting went on for two hours and I said nothing.",
    "Mother rang. We laughed about the soup.",
    "Eleven pages of the bird book, then sleep.",
    "Rain all day. I did not mind as much as last week.",
    "Too much coffee, I think.",
    "Breathed for six minutes on the stairs. It was enough to go in.",
)


@dataclass(frozen=True)
class Night:
    hours: float
    quality: int


def plant_moods(session: Session, amara: User, ben: User) -> None:
    """Amara's last four months, with a questionnaire now and then; Ben's first days. Those who have any keep theirs."""
    if not has_any(session, amara):
        plant(session, amara, MONTHS_OF_LIFE, random.Random("amara"))
        plant_sheets(session, amara)
    if not has_any(session, ben):
        plant(session, ben, FIRST_DAYS, random.Random("ben"))


def has_any(session: Session, member: User) -> bool:
    return bool(session.scalar(select(exists().where(MoodEntry.user_id == member.id))))


def plant(session: Session, member: User, days: int, chance: random.Random) -> None:
    now = clock.now()
    entries = [
        entry
        for ago in range(days, -1, -1)
        for entry in a_day(member, ago, 1 - ago / days, chance)
        if entry.at <= now - timedelta(minutes=20)
    ]
    session.add_all(entries)
    session.flush()
    recount(session, member, {entry.day for entry in entries})


def a_day(member: User, ago: int, along: float, chance: random.Random) -> list[MoodEntry]:
    """It gets a little lighter with time, after good nights, and on days with a walk; one day in nine says nothing."""
    day = day_of(member) - timedelta(days=ago)
    night = Night(round(chance.gauss(6.4 + 0.7 * along, 0.9) * 4) / 4, 1 + round(chance.random() * 2 + 2 * along))
    walked = chance.random() < 0.25 + 0.3 * along
    if ago and chance.random() < 0.11:
        return []
    middle = -0.25 + 0.45 * along + 0.14 * (night.hours - 6.5) + (0.2 if walked else 0)
    hours = [8, *([20] if chance.random() < 0.45 else [])]
    return [an_entry(member, datetime.combine(day, time(hour, chance.randrange(60)), ZoneInfo(member.timezone)),
                     middle + (0.08 if hour > 12 else 0), night if hour < 12 else None, walked, chance)
            for hour in hours]  # fmt: skip


def an_entry(
    member: User, at: datetime, middle: float, night: Night | None, walked: bool, chance: random.Random
) -> MoodEntry:
    valence = max(-0.95, min(0.95, chance.gauss(middle, 0.28)))
    arousal = max(-0.9, min(0.9, chance.gauss(-0.1 - 0.3 * valence, 0.4)))
    sun = random.Random(at.date().toordinal()).random()
    outdoors = sun < (0.8 if walked else 0.2)
    others = [name for name in ("work", "friends", "reading", "cooking", "screens") if chance.random() < 0.3]
    return MoodEntry(
        id=uuid7(),
        user_id=member.id,
        word=nearest(valence, arousal).name,
        valence=round(valence, 2),
        arousal=round(arousal, 2),
        intensity=max(1, min(10, round(3 + 6 * abs(valence) + chance.random() * 2))),
        tags=["deadline"] if "work" in others and chance.random() < 0.2 else [],
        activities=[*(["walking"] if walked else []), *(["outdoors"] if outdoors else []), *others],
        sleep_hours=max(3.0, min(10.0, night.hours)) if night else None,
        sleep_quality=max(1, min(5, night.quality)) if night else None,
        note=chance.choice(NOTES) if chance.random() < 0.2 else "",
        at=at.astimezone(UTC),
        timezone=member.timezone,
        day=day_of(member, at),
    )


def plant_sheets(session: Session, member: User) -> None:
    """Every second week or so, and lighter at the end."""
    session.add(QuestionnaireChoice(user_id=member.id, kind=GAD_7.kind))
    for ago, points in ((98, "2232121"), (77, "2222111"), (56, "2121121"), (35, "1211110"), (16, "1110110")):
        answers = json.dumps([*map(int, points), 1 if ago > 40 else 0])
        at = clock.now() - timedelta(days=ago)
        session.add(
            Sheet(
                id=uuid7(), user_id=member.id, kind=GAD_7.kind, answers=answers, day=day_of(member, at), created_at=at
            )
        )
    session.flush()
