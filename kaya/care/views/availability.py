"""/desk/availability: a practitioner's hours, and what the coming weeks look like with them."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.care import schedule
from kaya.care.forms.availability import AvailabilityForm
from kaya.care.hours import Schedule
from kaya.care.ledger import booked_per_day, bounds
from kaya.care.models import Practitioner
from kaya.care.views.profile import own
from kaya.care.working_time import open_spans
from kaya.refusal import Refusal
from kaya.web.policy import allow, practitioners
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("availability", __name__, url_prefix="/desk/availability")

TWO_WEEKS = 14
USUAL_DAY = timedelta(hours=24)


@dataclass(frozen=True)
class ComingDay:
    """A day of the preview: its hours in words, how many come already, and what the clocks do in it."""

    date: date
    ranges: str
    minutes: int
    booked: int
    is_other: bool
    remark: str


@bp.get("")
@allow(practitioners)
def edit() -> ResponseReturnValue:
    practitioner = own()
    hours = schedule.schedule_of(practitioner)
    return shown(practitioner, AvailabilityForm.telling(hours), hours)


@bp.post("")
@allow(practitioners)
def update() -> ResponseReturnValue:
    practitioner, form = own(), AvailabilityForm()
    hours = form.schedule()
    if hours:
        try:
            schedule.replace_availability(g.viewer, practitioner, hours)
            flash_notice(say("Your hours are kept. What is booked stays booked."))
            return done(see=url_for(".edit"))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(practitioner, form, hours, status=422)


@bp.post("/rows")
@allow(practitioners)
def rows() -> ResponseReturnValue:
    """One row more, or one less; nothing is saved."""
    form = AvailabilityForm()
    added = form.add(request.form.get("add", ""))
    form.drop(request.form.get("drop", ""))
    response = shown(own(), form, None, added=added)
    response.headers["HX-Trigger"] = "hours:changed"
    return response


@bp.post("/preview")
@allow(practitioners)
def preview() -> ResponseReturnValue:
    """The coming weeks as they would be; nothing is saved."""
    form = AvailabilityForm()
    return shown(own(), form, form.schedule(), fragment="care/availability/_coming.html")


def shown(
    practitioner: Practitioner,
    form: AvailabilityForm,
    hours: Schedule | None,
    *,
    status: int = 200,
    fragment: str = "care/availability/_form.html",
    added: str = "",
) -> Response:
    return page(
        "care/availability/edit.html",
        fragment=fragment,
        status=status,
        practitioner=practitioner,
        form=form,
        added=added,
        coming=coming(practitioner, hours) if hours else [],
    )


def coming(practitioner: Practitioner, hours: Schedule) -> list[ComingDay]:
    """The next two weeks by the schedule's own calendar."""
    today = clock.today(hours.zone)
    booked = booked_per_day(practitioner, hours.zone, today, TWO_WEEKS)
    others = {each.day for each in hours.exceptions}
    days = [today + timedelta(n) for n in range(TWO_WEEKS)]
    return [
        ComingDay(
            day,
            ", ".join(f"{str(each).replace(' to ', '–')}" for each in hours.ranges_on(day)),
            open_minutes(hours, day),
            booked[day],
            day in others,
            remark(hours, day),
        )
        for day in days
    ]


def open_minutes(hours: Schedule, day: date) -> int:
    return sum(int((span.end - span.start).total_seconds() // 60) for span in open_spans(hours, day, day))


def remark(hours: Schedule, day: date) -> str:
    """What the clocks do in a day of 23 or 25 hours."""
    since, until = bounds(day, hours.zone)
    if until - since == USUAL_DAY:
        return ""
    changed = next(m for m in every_hour(hours, day) if m is not None)
    words = (
        say("The clocks go forward at %(time)s: this day is shorter.", time=changed)
        if until - since < USUAL_DAY
        else say("The clocks go back at %(time)s: this day is longer.", time=changed)
    )
    return str(words)


def every_hour(hours: Schedule, day: date) -> list[str | None]:
    """For each quarter of an hour, the wall time at which the clocks change in it, if they do."""
    since, until = bounds(day, hours.zone)
    zone, step, found = ZoneInfo(hours.zone), timedelta(minutes=15), list[str | None]()
    while since < until:
        before, after = since.astimezone(zone), (since + step).astimezone(zone)
        found.append(f"{before + step:%H:%M}" if before.utcoffset() != after.utcoffset() else None)
        since += step
    return [*found, "00:00"]
