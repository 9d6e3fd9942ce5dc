"""/practice/statistics: what one's practising adds up to, as pebbles, weeks, kinds, hours, and whether it helps."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, g, request

from kaya.accounts.resting import rests_of
from kaya.plots import Axis, Plot, days_between, from_zero
from kaya.practice.days import day_of
from kaya.practice.models import PracticeSession
from kaya.practice.pebbles import SPAN, pebbles_until
from kaya.practice.rhythm import rhythm_of
from kaya.practice.statistics import FEWEST, Statistics, statistics_of
from kaya.practice.vocabulary import KINDS, TIMES
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import every, page
from kaya.words import say

bp = Blueprint("statistics", __name__, url_prefix="/practice/statistics")

SPANS: dict[str, int | None] = {"4-weeks": SPAN, "half-a-year": 182, "all": None}
USUAL = "half-a-year"
WEEKS = 26
WEEK = timedelta(days=7)
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
        version=version, over=over, told=told, lately=lately, today=today, fewest=FEWEST,
        pebbles=pebbles_until(today, lately.days, rests_of(g.viewer)), own=rhythm_of(g.viewer),
        weeks=weekly(today), latest=latest(), **parts_of(told),
    )  # fmt: skip


def since(today: date, days: int | None) -> date | None:
    return today - timedelta(days=days - 1) if days else None


def parts_of(told: Statistics) -> dict[str, Any]:
    """Kinds by their minutes, the most first, each with its change of mood; times of day in their order."""
    kinds = sorted(told.kinds.items(), key=lambda pair: -pair[1])
    return {
        "kinds": [(KINDS[kind], minutes, told.change_by_kind.get(kind)) for kind, minutes in kinds],  # type: ignore[index]
        "times": [(name, told.times.get(time, 0)) for time, name in TIMES.items()],
    }


def weekly(today: date) -> dict[str, Any] | None:
    """Minutes of each of the last weeks, which end today; None where there are none."""
    days = statistics_of(g.viewer, today - WEEKS * WEEK + timedelta(days=1), today).days
    starts = [today - (number + 1) * WEEK + timedelta(days=1) for number in range(WEEKS - 1, -1, -1)]
    sums = [sum(minutes for day, minutes in days.items() if start <= day < start + WEEK) for start in starts]
    if not any(sums):
        return None
    return {"drawing": drawing(starts, sums), "rows": list(zip(starts, sums, strict=True)), "most": max(sums)}


def drawing(starts: list[date], sums: list[int]) -> Plot:
    label = say("Minutes in each of the last %(count)s weeks: at most %(most)s.", count=len(sums), most=max(sums))
    along = days_between(starts[0], starts[-1], marks=3, end=str(say("This week")))
    return Plot(x=Axis(along.low, along.high, along.words), y=from_zero(max(sums)), label=str(label)).bars(
        (start.toordinal(), minutes) for start, minutes in zip(starts, sums, strict=True)
    )


def latest() -> list[PracticeSession]:
    return every(PracticeSession.told_of(g.viewer).limit(LATEST))
