"""/mood/trends: a month, a quarter, a year, all the years; and what went together."""

from flask import Blueprint, Response, g, request

from kaya.mood.drawing import trend_plot
from kaya.mood.insights import FEWEST, insights_over
from kaya.mood.tables import by_activity, by_sleep, by_stretch
from kaya.mood.telling import trend_words
from kaya.mood.trends import Span, trend_of
from kaya.realtime import version_of
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("trends", __name__, url_prefix="/mood/trends")


@bp.get("")
@allow(members)
def show() -> Response:
    version, span = version_of("mood", g.viewer.id), span_asked()
    trend = trend_of(g.viewer, span)
    insights = insights_over(trend.days)
    return page(
        "mood/trends.html",
        fragment="mood/_trends.html",
        version=version,
        trend=trend,
        drawing=trend_plot(trend) if trend.spots else None,
        says=trend_words(trend, insights),
        stretches=by_stretch(trend),
        insights=insights,
        activities=by_activity(trend.days),
        nights=by_sleep(trend.days),
        fewest=FEWEST,
    )


def span_asked() -> Span:
    wanted = request.args.get("days", "")
    return Span(wanted) if wanted in set(Span) else Span.MONTH
