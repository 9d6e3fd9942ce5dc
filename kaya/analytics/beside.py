"""What the journal shows of moods beside its days."""

from datetime import date

from kaya.accounts.models import User
from kaya.db import db
from kaya.journal.beside import beside
from kaya.mood.models import MoodEntry
from kaya.mood.telling import mark_words


@beside
def moods(member: User, days: list[date]) -> dict[date, list[str]]:
    """ "Calm, a little", the first first."""
    rows = MoodEntry.of(member).where(MoodEntry.day.in_(days)).order_by(MoodEntry.at, MoodEntry.id)
    found: dict[date, list[str]] = {}
    for entry in db.session.scalars(rows):
        found.setdefault(entry.day, []).append(str(mark_words(entry.word, entry.intensity)))
    return found
