"""The last days as pebbles: on which of them a member practised."""

from collections.abc import Collection
from datetime import date, timedelta

SPAN = 28


def pebbles_until(today: date, practised: Collection[date], span: int = SPAN) -> list[str]:
    """ "done" or "not" for each of the last `span` days of theirs, the oldest first, today the last."""
    days = [today - timedelta(days=ago) for ago in range(span - 1, -1, -1)]
    return ["done" if day in practised else "not" for day in days]
