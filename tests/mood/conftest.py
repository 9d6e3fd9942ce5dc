"""Days on which someone said how it was."""

from datetime import UTC, datetime, timedelta

import pytest

from kaya.db import transaction, uuid7
from kaya.mood.models import MoodEntry
from kaya.mood.recounting import recount
from kaya.mood.saying import Said


def utc(*when):
    return datetime(*when, tzinfo=UTC)


def calm(**more):
    return Said("calm", **more)


@pytest.fixture
def years():
    """`years(amara, days, until)`: one entry a day, up to and with `until`."""

    def fill(member, days, until):
        entries = [
            MoodEntry(
                id=uuid7(),
                user_id=member.id,
                word="calm" if n % 3 else "tense",
                valence=round((n % 19) / 9.5 - 0.95, 2),
                arousal=0.1,
                intensity=1 + n % 10,
                tags=[],
                activities=["walking"] if n % 2 else ["work"],
                sleep_hours=6 + n % 3,
                at=datetime.combine(until - timedelta(days=n), datetime.min.time(), UTC) + timedelta(hours=12),
                timezone=member.timezone,
                day=until - timedelta(days=n),
            )
            for n in range(days)
        ]
        with transaction() as session:
            session.add_all(entries)
            session.flush()
            recount(session, member, {entry.day for entry in entries})
        return entries

    return fill
