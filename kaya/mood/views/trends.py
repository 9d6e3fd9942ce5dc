"""/mood/trends: a month, a quarter, a year, all the years; and what went together."""

from flask import Blueprint, Response, g, request

from kaya.mood.drawing import plot_note, trend_plot
from kaya.mood.insights import FEWEST, beyond_chance, insights_over, worth_saying
from kaya.mood.tables import by_activity, by_sleep, by_stretch
from kaya.mood.telling import compared_words, pleasantness, span_words, trend_words
from kaya.mood.trends import Span, trend_of
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("trends", __name__, url_prefix="/mood/trends")

AT_ONCE = 4


@bp.get("")
@allow(members)
def show() -> Response:
    version, span = version_of("mood", g.viewer.id), span_asked()
    trend = trend_of(g.viewer, span)
    insights = insights_over(trend.days)
    said = worth_saying(insights)
    return page(
        "mood/trends.html",
        fragment="mood/_trends.html",
        version=version,
        trend=trend,
        drawing=trend_plot(trend) if trend.spots else None,
        note=plot_note(trend),
        says=trend_words(trend, insights),
        span=span_words(trend),
        compared_in=compared_words(trend),
        middle=pleasantness(insights[0].middle) if insights else None,
        stretches=by_stretch(trend),
        compared=len(insights),
        clear=beyond_chance(insights),
        insights=said[:AT_ONCE],
        more=said[AT_ONCE:],
        activities=by_activity(trend.days),
        nights=by_sleep(trend.days),
        fewest=FEWEST,
    )


def span_asked() -> Span:
    wanted = request.args.get("days", "")
    return Span(wanted) if wanted in set(Span) else Span.MONTH
