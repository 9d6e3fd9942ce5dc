"""/practitioners/…/holds: a time is kept while one decides, and given back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from kaya.care import directory, holds
from kaya.care.models import Hold, Offering, Practitioner
from kaya.care.views.slots import FRAGMENT, address_of, shown_times
from kaya.care.views.times import read_moment
from kaya.care.views.visible import chosen, visible
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import SIGN_IN, allow, everyone, members
from kaya.web.respond import done, page
from kaya.words import say

bp = Blueprint("holds", __name__, url_prefix="/practitioners/<slug>/holds")

WAYS = {"left": holds.leave, "back": holds.come_back}


@bp.post("")
@limit("hold")
@allow(everyone)
def create(slug: str) -> ResponseReturnValue:
    """Strangers sign in first, and come back to exactly this time."""
    practitioner, start = visible(slug), read_moment(request.form.get("start"))
    directory.furnish([practitioner], "offerings")
    offering = chosen(practitioner) or abort(404)
    if not g.viewer.is_authenticated:
        return redirect(url_for(SIGN_IN, next=time_page(practitioner, offering, start)), 303)
    if start is None:
        return refused(practitioner, offering, None, Refusal("no-start", say("Please choose a time."), status=422))
    try:
        holds.hold(g.viewer, offering, start)
    except Refusal as refusal:
        return refused(practitioner, offering, start, refusal)
    return shown_again(practitioner, offering, start)


@bp.post("/<uuid:hold_id>/release")
@allow(members)
def release(slug: str, hold_id: UUID) -> ResponseReturnValue:
    """By the button; or a page says that it is being left, or is there again, and reads no answer."""
    held = db.session.scalar(select(Hold).where(Hold.id == hold_id, Hold.client_id == g.viewer.id))
    if held is not None:
        WAYS.get(request.form.get("way", ""), holds.release)(g.viewer, held)
    if "page" not in request.form:
        return "", 204
    practitioner = visible(slug)
    directory.furnish([practitioner], "offerings")
    offering = chosen(practitioner) or abort(404)
    return shown_again(practitioner, offering)


def shown_again(practitioner: Practitioner, offering: Offering, start: datetime | None = None) -> ResponseReturnValue:
    """The picker after a change; its address names the time, so that a reload offers it again."""
    shown = shown_times(practitioner, offering, home(), wanted=start, is_answer=True)
    named = {"wanted": start} if start else {}
    see = shown["picker"].address(day=shown["picker"].day, view=shown["picker"].view, **named)
    response = make_response(done(see=f"{see}#book", fragment=FRAGMENT, **shown))
    response.headers["HX-Replace-Url"] = see
    return response


def refused(practitioner: Practitioner, offering: Offering, start: datetime | None, refusal: Refusal) -> Response:
    """The picker once more: what was wanted, why it cannot be had, and what is nearest."""
    shown = shown_times(practitioner, offering, home(), wanted=start, is_answer=True)
    response = page("care/slots/index.html", fragment=FRAGMENT, status=refusal.status, **shown | {"refusal": refusal})
    if start:
        response.headers["HX-Replace-Url"] = shown["picker"].address(day=shown["picker"].day, wanted=start)
    return response


def home() -> str:
    """The page that the picker stands on."""
    return "profile" if request.form.get("page") == "profile" else "times"


def time_page(practitioner: Practitioner, offering: Offering, start: datetime | None) -> str:
    if start is None:
        return address_of(practitioner, offering, "times")()  # type: ignore[no-any-return]
    moment: Any = start.isoformat().replace("+00:00", "Z")
    return url_for("care.slots.show", slug=practitioner.slug, start=moment, offering=offering.id)
