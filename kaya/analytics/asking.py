"""From when to when somebody wants to look back."""

from datetime import date, timedelta

from kaya.accounts.days import day_of, local
from kaya.accounts.models import User
from kaya.refusal import Refusal
from kaya.words import say

FIRST = date(2000, 1, 1)


def days_meant(
    member: User, since: date | None, until: date | None, *, usual: int, most: int | None = None
) -> tuple[date, date]:
    """Days of theirs, both included: up to today where no last one is said, `usual` many where no first one is.

    Refuses "in-the-future" days after the date that it is where they are (their own may still be the one before),
    "wrong-order", and "span-too-long" what is more than `most` days.
    """
    date_there = local(member).date()
    for field, day in {"from": since, "to": until}.items():
        if day and day > date_there:
            raise Refusal("in-the-future", say("This day has not come yet."), field=field)
    last = until or max(day_of(member), since or FIRST)
    first = since or max(FIRST, last - timedelta(days=usual - 1))
    if last < first:
        raise Refusal("wrong-order", say("This is before the first day."), field="to")
    if most and (last - first).days >= most:
        raise Refusal(
            "span-too-long", say("These are more than %(count)s days. Please ask for fewer.", count=most), field="to"
        )
    return first, last
