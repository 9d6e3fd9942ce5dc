"""/desk: a practitioner's day, who asks for a time, and why a time is not offered."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.care import directory, ledger, schedule
from kaya.care.forms.desk import WhyForm
from kaya.care.models import Practitioner
from kaya.care.views.profile import own
from kaya.care.views.times import read_day
from kaya.care.views.why import Asked
from kaya.realtime import version_of
from kaya.web.policy import allow, practitioners
from kaya.web.respond import page

bp = Blueprint("desk", __name__, url_prefix="/desk")

WEEK = 7
FARTHEST = timedelta(days=3 * 366)


@dataclass(frozen=True)
class DayOfWeek:
    """A day of the list beside the ledger, and how many come on it."""

    date: date
    href: str
    booked: int
    is_current: bool


@bp.get("")
@allow(practitioners)
def show() -> ResponseReturnValue:
    practitioner = own()
    return page("care/desk/show.html", fragment="care/desk/_day.html", **the_day(practitioner))


@bp.get("/why")
@allow(practitioners)
def why_not() -> ResponseReturnValue:
    """Why a time is not offered, in full words."""
    practitioner = own()
    told = why(practitioner)
    status = 422 if told["form"].errors else 200
    return page("care/desk/why.html", fragment="care/desk/_why.html", status=status, why=told)


def the_day(practitioner: Practitioner) -> dict[str, Any]:
    versions = version_of("appointments", g.viewer.id), version_of("availability", practitioner.id)
    hours = schedule.schedule_of(practitioner)
    today = clock.today(hours.zone)
    day = nearest_to(today, read_day(request.args.get("day")) or today)
    return {
        "practitioner": practitioner,
        "versions": versions,
        "open_minutes": ledger.bookable_minutes(practitioner, hours, day),
        "ledger": ledger.ledger_of(practitioner, hours, day),
        "has_hours": bool(hours.weekly or hours.exceptions),
        "requests": ledger.requests_to(practitioner),
        "week": week_of(practitioner, hours.zone, day),
        "today": today,
        "day_before": day - timedelta(1),
        "day_after": day + timedelta(1),
    }


def nearest_to(today: date, day: date) -> date:
    """A day that a ledger can be drawn of: within three years."""
    return min(max(day, today - FARTHEST), today + FARTHEST)


def week_of(practitioner: Practitioner, zone: str, day: date) -> list[DayOfWeek]:
    monday = day - timedelta(day.weekday())
    booked = ledger.booked_per_day(practitioner, zone, monday, WEEK)
    days = [monday + timedelta(n) for n in range(WEEK)]
    return [DayOfWeek(each, url_for(".show", day=each), booked[each], each == day) for each in days]


def why(practitioner: Practitioner) -> dict[str, Any]:
    """The question, and once it was asked, the answer: what is against that time; nothing, and it is offered."""
    directory.furnish([practitioner], "offerings")
    form = WhyForm.asked(request.args, practitioner.offerings, clock.today(practitioner.timezone))
    if "at" not in request.args or not form.validate():
        return {"form": form, "start": None}
    hours = schedule.schedule_of(practitioner)
    offering = next(each for each in practitioner.offerings if str(each.id) == form.offering.data)
    start = datetime.combine(form.on.data or date.min, form.at.data or time(), ZoneInfo(hours.zone))
    asked = Asked(practitioner, offering, hours, start)
    return {"form": form, "start": start, "obstacles": asked.obstacles(schedule.objections(offering, start))}
