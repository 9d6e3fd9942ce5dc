"""/mood/calendar: a month, each day in the shade of its middle."""

from flask import Blueprint, Response, g, request

from kaya.accounts.days import day_of
from kaya.months import Month, first_weekday
from kaya.mood import looking
from kaya.mood.telling import tally
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("calendar", __name__, url_prefix="/mood/calendar")


@bp.get("")
@allow(members)
def show() -> Response:
    version, today = version_of("mood", g.viewer.id), day_of(g.viewer)
    month = Month.named(request.args.get("month")) or Month.of(today)
    days = looking.days_in(g.viewer, month.first, month.last)
    return page(
        "mood/calendar.html",
        fragment="mood/_calendar.html",
        version=version,
        today=today,
        month=month,
        weeks=list(month.weeks(first_weekday())),
        days=days,
        tally=tally(day.median for day in days.values()),
    )
