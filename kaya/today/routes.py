"""/today: where a member's day begins; signing in leads here."""

from flask import Blueprint, Response, g

from kaya.practice.days import time_of_day
from kaya.realtime import version_of
from kaya.today.beginning import BEGINNING
from kaya.today.coming import COMING
from kaya.today.day import Day, height
from kaya.today.feeling import FEELING
from kaya.today.marks import headroom, placed
from kaya.today.panels import Panel, look
from kaya.today.practising import OFFER, PROGRAM, RHYTHM
from kaya.web.places import place
from kaya.web.policy import allow, members
from kaya.web.respond import page
from kaya.words import say

bp = Blueprint("today", __name__)

PANELS: list[Panel] = [BEGINNING, COMING, PROGRAM, RHYTHM, FEELING, OFFER]

place("member", say("Today"), "sun-medium", "today.show", 10)


@bp.get("/today")
@allow(members)
def show() -> Response:
    version, day = version_of("today", g.viewer.id), Day.of(g.viewer)
    today = look(day, PANELS)
    along, marks = day.along(day.now), placed(day, today.marks)
    return page(
        "today/show.html",
        fragment="today/_day.html",
        version=version,
        today=today,
        marks=marks,
        head=headroom(marks),
        sun=(along, height(along)),
        time=time_of_day(day.now.hour),
    )
