"""Everything that someone said, as CSV."""

import csv
import io
from collections.abc import Iterator

from kaya.accounts.models import User
from kaya.cells import harmless
from kaya.db import db
from kaya.mood.feelings import name_of
from kaya.mood.models import MoodEntry

COLUMNS = (
    *("at", "timezone", "day", "mood", "valence", "arousal", "intensity", "tags", "activities"),
    *("sleep_hours", "sleep_quality", "note", "source"),
)
AT_ONCE = 500


def as_csv(member: User) -> Iterator[str]:
    """The first first, by parts; instants in UTC."""
    yield line(COLUMNS)
    rows = MoodEntry.of(member).order_by(MoodEntry.at, MoodEntry.id)
    for some in db.session.scalars(rows.execution_options(yield_per=AT_ONCE)).partitions():
        yield "".join(line(cells(entry)) for entry in some)


def cells(entry: MoodEntry) -> tuple[object, ...]:
    words = (name_of(entry.word), " | ".join(entry.tags), " | ".join(entry.activities), entry.note)
    word, tags, activities, note = map(harmless, words)
    at = entry.at.isoformat().replace("+00:00", "Z")
    place = (at, entry.timezone, entry.day, word, entry.valence, entry.arousal, entry.intensity)
    return (*place, tags, activities, entry.sleep_hours, entry.sleep_quality, note, entry.source)


def line(values: tuple[object, ...]) -> str:
    paper = io.StringIO()
    csv.writer(paper).writerow("" if value is None else value for value in values)
    return paper.getvalue()
