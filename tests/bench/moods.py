"""Ten years of moods, as nobody has them yet."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert

from kaya.accounts.days import day_of
from kaya.accounts.models import User
from kaya.db import transaction, uuid7
from kaya.mood.models import MoodEntry
from kaya.mood.recounting import recount

YEAR, TEN_YEARS = 365, 3652


def feel(member: User, days: int) -> None:
    """An entry a day up to today, and nothing else."""
    today = day_of(member)
    with transaction() as session:
        session.execute(delete(MoodEntry).where(MoodEntry.user_id == member.id))
        session.execute(insert(MoodEntry), [a_day(member, n) for n in range(days)])
        recount(session, member, {today - timedelta(days=n) for n in range(TEN_YEARS + YEAR)})


def a_day(member: User, ago: int) -> dict[str, object]:
    day = day_of(member) - timedelta(days=ago)
    return {
        "id": uuid7(), "user_id": member.id, "word": "calm", "valence": (ago % 19) / 9.5 - 0.95, "arousal": 0.0,
        "intensity": 5, "tags": [], "activities": ["walking"] if ago % 3 else ["work"], "sleep_hours": 6.5 + ago % 2,
        "at": datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "timezone": member.timezone, "day": day,
        "source": "pad", "version": 1,
    }  # fmt: skip
