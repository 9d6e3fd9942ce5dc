"""/mood: the pad first, and beside it what was said lately."""

from typing import Any

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.db import uuid7
from kaya.mood import checking_in, looking
from kaya.mood.drawing import plot_note, trend_plot
from kaya.mood.forms import PadForm
from kaya.mood.insights import insights_over
from kaya.mood.models import MoodEntry
from kaya.mood.telling import trend_words
from kaya.mood.trends import Span, trend_of
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.outbox import posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.web.templating import shown_everywhere
from kaya.web.ways import local_path
from kaya.words import say

bp = Blueprint("pad", __name__, url_prefix="/mood")


@bp.get("")
@allow(members)
def show() -> Response:
    return pad(PadForm(formdata=None, id=str(uuid7())))


@bp.get("/lately")
@allow(members)
def lately() -> Response:
    """What stands beside the pad, fetched again when it changes."""
    return page("mood/_lately.html", **seen_lately())


@bp.post("")
@limit("mood")
@posted_once
@allow(members)
def create() -> ResponseReturnValue:
    """From the pad, from Today's two taps, or later from a device without a network: once."""
    form = PadForm()
    entry = form.carry_out(lambda: said(form))
    if entry is None:
        return pad(form, status=form.refused_with)
    flash_notice(say("Kept."))
    return done(see=local_path(form.back.data) or url_for("mood.pad.show"))


def said(form: PadForm) -> MoodEntry:
    """Something else than what the same page sent before is another entry."""
    at = form.when(g.viewer.timezone)
    try:
        return checking_in.check_in(g.viewer, form.said, at=at, id=form.made_id)
    except Refusal as refusal:
        if refusal.kind != "id-taken":
            raise
        return checking_in.check_in(g.viewer, form.said, at=at, id=uuid7())


def pad(form: PadForm, *, status: int = 200) -> Response:
    form.offer(looking.own_activities(g.viewer))
    return page("mood/show.html", status=status, form=form, **seen_lately())


def seen_lately() -> dict[str, Any]:
    version = version_of("mood", g.viewer.id)
    trend = trend_of(g.viewer, Span.MONTH)
    return {
        "version": version,
        "today": looking.said_on(g.viewer),
        "trend": trend,
        "drawing": trend_plot(trend) if trend.spots else None,
        "note": plot_note(trend),
        "says": trend_words(trend, insights_over(trend.days)),
    }


@shown_everywhere
def new_id() -> str:
    """For a form that makes something: sent twice, it makes it once."""
    return str(uuid7())
