"""What comes round: what was let go is emptied after a day, and a file that nobody took in goes."""

from datetime import timedelta

from sqlalchemy import delete, update

from kaya import clock
from kaya.db import transaction
from kaya.jobs import every
from kaya.mood.checking_in import TAKEN_BACK
from kaya.mood.models import Arrival, MoodEntry

TOLD = timedelta(days=90)
A_DAY = timedelta(days=1)
NOTHING = {
    "word": "",
    "valence": 0,
    "arousal": 0,
    "intensity": 1,
    "tags": [],
    "activities": [],
    "sleep_hours": None,
    "sleep_quality": None,
    "sealed_note": None,
    "origin": None,
}


@every("mood.sweep", hours=1)
def sweep() -> None:
    """What was let go a day ago says nothing any more; phones are told for ninety days that it went."""
    now = clock.now()
    with transaction() as session:
        gone = (MoodEntry.deleted_at < now - TAKEN_BACK, MoodEntry.word != "")
        session.execute(update(MoodEntry).where(*gone).values(NOTHING))
        session.execute(delete(MoodEntry).where(MoodEntry.deleted_at < now - TOLD))
        session.execute(delete(Arrival).where(Arrival.created_at < now - A_DAY))
