"""A member's own day: in their zone, from three in the morning unless they like it otherwise.

So a late evening belongs to the day before.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kaya import clock
from kaya.accounts.models import User

STARTS = tuple(f"{hour:02}:00" for hour in range(13))
USUAL_START = "03:00"


def local(user: User, at: datetime | None = None) -> datetime:
    """The instant `at`, or now, as their clock shows it."""
    return (at or clock.now()).astimezone(ZoneInfo(user.timezone))


def day_of(user: User, at: datetime | None = None) -> date:
    """Which of their days the instant `at` belongs to; today's, if not said."""
    here = local(user, at)
    return here.date() - timedelta(days=1 if timedelta(hours=here.hour) < day_starts(user) else 0)


def day_starts(user: User) -> timedelta:
    """How long after midnight their day begins: whole hours."""
    return timedelta(hours=int(user.preferences.get("day_starts", USUAL_START)[:2]))
