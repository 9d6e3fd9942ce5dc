"""Which time of a member's day an hour is; the days themselves are kaya/accounts/days.py."""

from kaya.accounts.days import day_of, local
from kaya.practice.script import TimeOfDay

__all__ = ["day_of", "local", "time_of_day"]

NIGHT_ENDS, NIGHT_BEGINS = 3, 22


def time_of_day(hour: int) -> TimeOfDay:
    """Of an hour from 0 to 23, as their clock shows it."""
    if hour < NIGHT_ENDS or hour >= NIGHT_BEGINS:
        return TimeOfDay.NIGHT
    return TimeOfDay.MORNING if hour < 11 else TimeOfDay.DAY if hour < 18 else TimeOfDay.EVENING
