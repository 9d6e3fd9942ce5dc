"""/practice/statistics: what one's practising adds up to, as pebbles, weeks, kinds, hours, and whether it helps."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, g, request

from kaya.accounts.resting import rests_of
from kaya.practice.days import day_of
from kaya.practice.models import PracticeSession
from kaya.practice.pebbles import SPAN, pebbles_until
from kaya.practice.rhythm import rhythm_of
from kaya.practice.shares import kinds_of, times_of
from kaya.practice.statistics import statistics_of
from kaya.practice.weeks import weeks_of, weeks_plot
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import every, page
from kaya.words import say

bp = Blueprint("statistics", __name__, url_prefix="/practice/statistics")

SPANS: dict[str, int | None] = {"4-weeks": SPAN, "half-a-year": 182, "all": None}
SPAN_WORDS = {
    "4-weeks": say("the last four weeks"), "half-a-year": say("the last half year"), "all": say("all your time here")
}  # fmt: skip
USUAL = "half-a-year"
WEEKS = 26
LATEST = 8


@bp.get("")
@allow(members)
def index() -> Response:
    """`?over=` 4-weeks, half-a-year or all."""
    version = version_of("practice", g.viewer.id)
    over = request.args.get("over", "")
    over = over if over in SPANS else USUAL
    today = day_of(g.viewer)
    told = statistics_of(g.viewer, since(today, SPANS[over]), today)
    lately = statistics_of(g.viewer, today - timedelta(days=SPAN - 1), today)
    return page(
        "practice/statistics/index.html",
        fragment="practice/statistics/_told.html",
        version=version, over=over, span=SPAN_WORDS[over], told=told, lately=lately, today=today,
        pebbles=pebbles_until(today, lately.days, rests_of(g.viewer)), own=rhythm_of(g.viewer),
        weeks=weekly(today), latest=latest(), kinds=kinds_of(told), times=times_of(told),
    )  # fmt: skip


def since(today: date, days: int | None) -> date | None:
    return today - timedelta(days=days - 1) if days else None


def weekly(today: date) -> dict[str, Any] | None:
    """Minutes of each of the last weeks, which end today; None where there are none."""
    weeks = weeks_of(g.viewer, today, WEEKS)
    most = max(weeks.values())
    return {"drawing": weeks_plot(weeks), "rows": list(weeks.items()), "most": most} if most else None


def latest() -> list[PracticeSession]:
    return every(PracticeSession.told_of(g.viewer).limit(LATEST))
