"""When the days of a program open: one on each day of a member's own, from that on which they began; none closes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kaya.accounts.days import day_starts
from kaya.accounts.models import User
from kaya.practice.days import day_of
from kaya.practice.models import Enrollment


def opens_on(member: User, enrollment: Enrollment, number: int) -> date:
    """The day of theirs from which on day `number` is open."""
    return day_of(member, enrollment.begun_at) + timedelta(days=number - 1)


def opens_at(member: User, enrollment: Enrollment, number: int) -> datetime:
    """The instant, in UTC, at which that day of theirs begins."""
    midnight = datetime.combine(opens_on(member, enrollment, number), time(), ZoneInfo(member.timezone))
    return (midnight + day_starts(member)).astimezone(UTC)


def is_open(member: User, enrollment: Enrollment, number: int, on: date | None = None) -> bool:
    """Today, or `on` a day of theirs. What was done is open for good, and so is all of what was finished."""
    if enrollment.is_finished or number in enrollment.numbers_done:
        return True
    return opens_on(member, enrollment, number) <= (on or day_of(member))
