"""What somebody may need now, by what they said of how they are; nothing is read into what was pleasant."""

from datetime import timedelta

from kaya.accounts.models import User
from kaya.mood.feelings import FEELINGS, label_of, nearest
from kaya.mood.models import MoodEntry
from kaya.practice.script import Need
from kaya.practice.suggesting import Felt, feels
from kaya.today.day import Day

LATELY = timedelta(hours=12)
PLEASANT = 0.2
LATE, EVENING, MORNING = 17, 20, 5  # by their clock, from when who is tired needs rest, sleep, and waking up

# The first is looked for first.
NEEDS_BY_WORD: dict[str, tuple[Need, ...]] = {
    "panicky": (Need.GROUNDING, Need.CALM),
    "restless": (Need.CALM, Need.GROUNDING),
    "tense": (Need.CALM,),
    "sad": (Need.KINDNESS, Need.LOW),
    "heavy": (Need.LOW, Need.KINDNESS),
    "empty": (Need.LOW, Need.KINDNESS),
    "tired": (Need.ENERGY,),
}


@feels
def felt_now(member: User) -> Felt | None:
    """For the library, which suggests what Today does."""
    return felt_on(Day.of(member))


def felt_on(day: Day) -> Felt | None:
    """By the last word of the last twelve hours; None where it asks for nothing."""
    latest = day.moods[-1] if day.moods else None
    if latest is None or latest.at < day.now - LATELY:
        return None
    needs = needs_of(latest, day.now.hour)
    return Felt(needs, label_of(latest.word)) if needs else None


def needs_of(entry: MoodEntry, hour: int) -> tuple[Need, ...]:
    """A word of their own counts as ours that lies nearest on the pad, unless it was pleasant."""
    if entry.word not in FEELINGS and entry.valence > PLEASANT:
        return ()
    word = entry.word if entry.word in FEELINGS else nearest(entry.valence, entry.arousal).name
    if word == "tired" and (hour >= EVENING or hour < MORNING):
        return (Need.SLEEP,)
    if word == "tired" and hour >= LATE:
        return (Need.CALM,)
    return NEEDS_BY_WORD.get(word, ())
