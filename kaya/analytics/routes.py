"""/analytics: how it has been."""

from flask import Blueprint, Response, g

from kaya.analytics.looking_back import look_back
from kaya.mood.drawing import plot_note, trend_plot
from kaya.mood.telling import span_words, trend_words
from kaya.practice.shares import kinds_of, times_of
from kaya.practice.weeks import weeks_plot
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("analytics", __name__, url_prefix="/analytics")


@bp.get("")
@allow(members)
def show() -> Response:
    back = look_back(g.viewer)
    practice = back.practice
    return page(
        "analytics/show.html",
        back=back,
        weeks=weeks_plot(back.weeks) if practice.sessions else None,
        most=max(back.weeks.values()),
        kinds=kinds_of(practice),
        times=times_of(practice),
        span=span_words(back.mood),
        mood=trend_plot(back.mood) if back.mood.spots else None,
        mood_note=plot_note(back.mood),
        mood_says=trend_words(back.mood, back.insights),
    )
