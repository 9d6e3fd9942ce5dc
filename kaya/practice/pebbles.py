"""The last days as pebbles: on which of them a member practised."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from kaya.accounts.models import Rest

SPAN = 28


def pebbles_until(
    today: date, practised: Collection[date], rests: Iterable[Rest] = (), span: int = SPAN
) -> list[tuple[date, str]]:
    """Each of the last `span` days of theirs, "done", "rest" or "not": the oldest first, today the last."""
    days = [today - timedelta(days=ago) for ago in range(span - 1, -1, -1)]
    rests = list(rests)
    return [(day, "done" if day in practised else "rest" if is_rest(day, rests) else "not") for day in days]


def is_rest(day: date, rests: Iterable[Rest]) -> bool:
    return any(rest.holds(day) for rest in rests)
