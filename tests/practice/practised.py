"""A session that is played through, as fast as a test goes."""

from datetime import timedelta
from typing import Any

from kaya import clock
from kaya.accounts.models import User
from kaya.practice import practising
from kaya.practice.models import Practice, PracticeSession
from kaya.practice.practising import NOT_SAID, Mood


def practised(
    member: User, practice: Practice, minutes: int, *, before: Mood = NOT_SAID, **said: Any
) -> PracticeSession:
    """It begins now and has its minutes; `after`, `rating` and `notes` are said at its end."""
    return played(member, practising.begin(member, practice, minutes, before=before), **said)


def played(member: User, held: PracticeSession, **said: Any) -> PracticeSession:
    """To its end, by the clock; afterwards it is as late as it was before."""
    with clock.moved(by=timedelta(minutes=held.minutes)):
        return practising.complete(member, held, **said)
