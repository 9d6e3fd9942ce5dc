"""/staff/appointments: all appointments of the house, day by day."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.accounts.permissions import Permission
from kaya.care.agenda import Sought, matching
from kaya.care.forms.agenda import AgendaForm
from kaya.care.models import Appointment
from kaya.care.views.appointments import BY_START
from kaya.care.views.times import begin
from kaya.refusal import Refusal
from kaya.web.paging import Page, counted, paged
from kaya.web.policy import allow, staff_with
from kaya.web.respond import page
from kaya.web.templating import reading_zone

bp = Blueprint("agenda", __name__, url_prefix="/staff/appointments")

A_PAGE = 40


@bp.get("")
@allow(staff_with(Permission.SUPPORT))
def index() -> ResponseReturnValue:
    zone = reading_zone()
    form = AgendaForm.asked(request.args, clock.today(zone))
    sought = form.sought(lambda day: begin(day, zone))
    found = listed(sought)
    return page(
        "care/agenda/index.html",
        fragment="care/agenda/_list.html",
        form=form,
        days=by_day(found.items, zone),
        next_cursor=found.next_cursor,
        number=counted(matching(sought)),
    )


def listed(sought: Sought) -> Page[Appointment]:
    rows, bound_to = matching(sought), asdict(sought)
    try:
        return paged(rows, BY_START, cursor=request.args.get("cursor"), limit=A_PAGE, bound_to=bound_to)
    except Refusal:
        return paged(rows, BY_START, limit=A_PAGE, bound_to=bound_to)


def by_day(appointments: Iterable[Appointment], zone: str) -> list[tuple[date, list[Appointment]]]:
    """By the days of the reader's calendar, in order as they come."""
    days = groupby(appointments, lambda each: each.starts_at.astimezone(ZoneInfo(zone)).date())
    return [(day, list(some)) for day, some in days]
