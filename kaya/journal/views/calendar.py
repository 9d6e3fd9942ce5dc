"""/journal/calendar: a month with its marked days, and what stands on one of them."""

from datetime import date

from flask import Blueprint, g, request
from flask.typing import ResponseReturnValue

from kaya.accounts.days import day_of
from kaya.journal import looking, months
from kaya.journal.beside import lines_for
from kaya.journal.models import Entry, Gratitude
from kaya.months import Month, first_weekday
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import every, page

bp = Blueprint("calendar", __name__, url_prefix="/journal/calendar")


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    version, member, today = version_of("journal", g.viewer.id), g.viewer, day_of(g.viewer)
    day = months.day_named(request.args.get("day"), None)
    month = Month.named(request.args.get("month")) or Month.of(day or today)
    days = months.days_in(member, month)
    day = day or max(days, default=None)
    return page(
        "journal/calendar.html",
        fragment="journal/_calendar.html",
        version=version,
        month=month,
        weeks=list(month.weeks(first_weekday())),
        days=days,
        today=today,
        day=day,
        entries=entries_on(day),
        thanks=every(Gratitude.of(member).where(Gratitude.day == day).order_by(Gratitude.id)) if day else [],
        beside=lines_for(member, [day]).get(day, []) if day else [],
        excerpt=looking.excerpt,
    )


def entries_on(day: date | None) -> list[Entry]:
    return every(Entry.of(g.viewer).where(Entry.day == day).order_by(Entry.id)) if day else []
