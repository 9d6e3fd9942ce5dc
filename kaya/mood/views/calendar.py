"""/mood/calendar: a month, each day in the shade of its middle."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from flask import Blueprint, Response, g, request

from kaya.accounts.days import day_of
from kaya.mood import looking
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("calendar", __name__, url_prefix="/mood/calendar")

WEEK = 7
FIRST, LAST = date(2000, 1, 1), date(2199, 12, 1)


@bp.get("")
@allow(members)
def show() -> Response:
    version, today = version_of("mood", g.viewer.id), day_of(g.viewer)
    first = month_asked() or today.replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return page(
        "mood/calendar.html",
        fragment="mood/_calendar.html",
        version=version,
        today=today,
        first=first,
        before=(first - timedelta(days=1)).replace(day=1),
        after=last + timedelta(days=1),
        weeks=list(weeks(first, last)),
        days=looking.days_in(g.viewer, first, last),
    )


def month_asked() -> date | None:
    try:
        first = date.fromisoformat(f"{request.args.get('month', '')}-01")
    except ValueError:
        return None
    return first if FIRST <= first <= LAST else None


def weeks(first: date, last: date) -> Iterator[list[date | None]]:
    """From Monday; None stands where the month has not begun or is over."""
    days: list[date | None] = [None] * first.weekday()
    days += [first + timedelta(days=n) for n in range(last.day)]
    days += [None] * (-len(days) % WEEK)
    return (days[start : start + WEEK] for start in range(0, len(days), WEEK))
