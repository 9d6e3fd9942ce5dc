"""A member's own day: in their zone, from three in the morning, so that a late evening belongs to the day before."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kaya import clock
from kaya.accounts.models import User

DAY_STARTS = timedelta(hours=3)


def local(user: User, at: datetime | None = None) -> datetime:
    """The instant `at`, or now, as their clock shows it."""
    return (at or clock.now()).astimezone(ZoneInfo(user.timezone))


def day_of(user: User, at: datetime | None = None) -> date:
    """Which of their days the instant `at` belongs to; today's, if not said."""
    here = local(user, at)
    return here.date() - timedelta(days=1 if here.hour < DAY_STARTS.seconds // 3600 else 0)
