"""/ : the public front page; /staff : where staff come in."""

from datetime import date, timedelta

from flask import Blueprint, current_app, g, redirect
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from sqlalchemy import select

from kaya import clock
from kaya.accounts.models import User
from kaya.care import directory
from kaya.care.models import Practitioner
from kaya.home.doors import DOORS, MOST, Door
from kaya.organisation.models import Location
from kaya.web.paging import counted
from kaya.web.places import place, places
from kaya.web.policy import allow, everyone, staff
from kaya.web.respond import page
from kaya.web.templating import reading_zone
from kaya.words import say

bp = Blueprint("home", __name__)

place("staff", say("Overview"), "house", "home.overview", 10)

PEOPLE = 4
STARTS = 5
DAYS_AHEAD = 7


@bp.get("/")
@allow(everyone)
def show() -> ResponseReturnValue:
    """A signed-in member goes on to the first of their own places."""
    if g.viewer.is_authenticated and (ways := places("member")):
        return redirect(ways[0].href)
    people = directory.free_soonest(PEOPLE)
    words = {each.slug: each.specialty.name for person in people for each in person.specialties}
    return page(
        "home/show.html",
        people=people,
        starts=list(words.items())[:STARTS],
        days=coming_days(),
        doors=open_doors(),
    )


@bp.get("/staff")
@allow(staff)
def overview() -> ResponseReturnValue:
    """Who waits for staff, and how large the house is."""
    return page(
        "home/overview.html",
        waiting=counted(Practitioner.waiting()),
        listed=counted(Practitioner.listed()),
        people=counted(select(User).where(User.erased_at.is_(None))),
        locations=counted(select(Location)),
    )


def coming_days() -> list[tuple[date, str]]:
    """Today and the days after it in the reader's zone, as one says them."""
    today = clock.today(reading_zone())
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    said = [str(say("Today")), str(say("Tomorrow")), *(format_date(day, "EEEE, d MMMM") for day in days[2:])]
    return list(zip(days, said, strict=True))


def open_doors() -> list[Door]:
    """The ways that lead somewhere."""
    paths = {rule.rule for rule in current_app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return [door for door in DOORS if door.path in paths][:MOST]
