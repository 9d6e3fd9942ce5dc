"""A member's own day: in their zone, from three in the morning, so that a late evening belongs to the day before."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kaya import clock
from kaya.accounts.models import User
from kaya.practice.script import TimeOfDay

DAY_STARTS = timedelta(hours=3)


def local(user: User, at: datetime | None = None) -> datetime:
    return (at or clock.now()).astimezone(ZoneInfo(user.timezone))


def day_of(user: User, at: datetime | None = None) -> date:
    """Which of their days the instant `at` belongs to; today's, if not said."""
    here = local(user, at)
    return here.date() - timedelta(days=1 if here.hour < DAY_STARTS.seconds // 3600 else 0)


def time_of_day(hour: int) -> TimeOfDay:
    """Of an hour from 0 to 23, as their clock shows it."""
    if hour < DAY_STARTS.seconds // 3600 or hour >= 22:
        return TimeOfDay.NIGHT
    return TimeOfDay.MORNING if hour < 11 else TimeOfDay.DAY if hour < 18 else TimeOfDay.EVENING
