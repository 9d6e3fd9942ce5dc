"""/calendar, /settings/calendar: appointments in one's own calendar."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, g, make_response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from kaya.care import calendar, feeds
from kaya.care.forms.feeds import FeedForm
from kaya.care.models import Appointment
from kaya.config import settings
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("feeds", __name__)


@bp.get("/calendar/<token>.ics")
@allow(everyone)
def show(token: str) -> ResponseReturnValue:
    return sheet(feeds.read(token) or abort(404))


@bp.get("/appointments/<uuid:appointment_id>/calendar.ics")
@allow(members)
def download(appointment_id: UUID) -> ResponseReturnValue:
    appointment = find(Appointment.of(g.viewer), appointment_id)
    response = sheet(calendar.download(appointment, g.viewer))
    response.headers["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


@bp.get("/settings/calendar")
@allow(members)
def index() -> ResponseReturnValue:
    return page("care/feeds/index.html", **shown(FeedForm()))


@bp.post("/settings/calendar")
@allow(members)
def create() -> ResponseReturnValue:
    """The page itself is the answer: it is the only time that the address is shown."""
    form = FeedForm()
    try:
        token = feeds.open_feed(g.viewer, is_busy_only=bool(form.busy_only.data)) if form.validate() else ""
    except Refusal as refusal:
        form.explain(refusal)
        token = ""
    return page("care/feeds/index.html", status=201 if token else 422, **shown(form, token))


@bp.post("/settings/calendar/<uuid:feed_id>/revocation")
@allow(members)
def destroy(feed_id: UUID) -> ResponseReturnValue:
    feeds.revoke(g.viewer, find(feeds.of(g.viewer), feed_id))
    flash_notice(say("That address is dead now. Calendars that read it will find nothing."))
    return done(see=url_for(".index"))


def shown(form: FeedForm, token: str = "") -> dict[str, Any]:
    return {"form": form, "address": address(token), "feeds": db.session.scalars(feeds.of(g.viewer)).all()}


def address(token: str) -> str:
    return f"{settings().public_url}{url_for('.show', token=token)}" if token else ""


def sheet(text: str) -> AnyResponse:
    """A calendar's answer, or 304 where it is the one that the reader has."""
    response = make_response(text)
    response.mimetype = "text/calendar"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    response.set_etag(sha256(text.encode()).hexdigest()[:32])
    return response.make_conditional(request)
