"""Which time of a member's day an hour is; the days themselves are kaya/accounts/days.py."""

from kaya.accounts.days import DAY_STARTS, day_of, local
from kaya.practice.script import TimeOfDay

__all__ = ["DAY_STARTS", "day_of", "local", "time_of_day"]


def time_of_day(hour: int) -> TimeOfDay:
    """Of an hour from 0 to 23, as their clock shows it."""
    if hour < DAY_STARTS.seconds // 3600 or hour >= 22:
        return TimeOfDay.NIGHT
    return TimeOfDay.MORNING if hour < 11 else TimeOfDay.DAY if hour < 18 else TimeOfDay.EVENING
