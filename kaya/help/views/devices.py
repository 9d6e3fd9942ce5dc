"""Whether this browser keeps its member's plan: asked once beside it, and remembered by the browser alone."""

import re
from collections.abc import Iterable

from flask import Blueprint, Response, current_app, g, make_response, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.models import User
from kaya.help import planning
from kaya.web.devices import Keep, device_key, keeps
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice
from kaya.words import say

bp = Blueprint("devices", __name__)

YEAR = 365 * 24 * 60 * 60
ANSWERS = {"yes": True, "no": False}
NEWS = "device:keeps"  # the page that asked fetches what this browser may keep now (behaviours/connection.js)

KEPT = say("It is kept on this device now, and opens without a network. Signing out takes it away.")
NOT_KEPT = say("It is not kept on this device. Where you change your plan you can say otherwise.")


@bp.post("/help/plan/device")
@allow(members)
def update() -> ResponseReturnValue:
    """`here`: "yes" or "no"; whoever says neither is asked again."""
    said = ANSWERS.get(request.form.get("here", ""))
    if said is None:
        return done(see=url_for("help.pages.show"))
    told = KEPT if said else NOT_KEPT
    if not request.headers.get("HX-Request"):
        flash_notice(told)
    event = NEWS if said else None
    return remembered(done(see=url_for("help.pages.show"), fragment="help/_said.html", event=event, told=told), said)


def is_kept_here() -> bool | None:
    """What its member said on this browser; None while they have not."""
    return ANSWERS.get(request.cookies.get(cookie_name(), ""))


def remembered(answer: ResponseReturnValue, is_kept: bool) -> Response:
    """No page and no script can read it, and of whom it is the name does not tell."""
    response, secure = make_response(answer), current_app.config["SESSION_COOKIE_SECURE"]
    said = "yes" if is_kept else "no"
    response.set_cookie(cookie_name(), said, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
    return response


def forgotten(answer: ResponseReturnValue) -> Response:
    """They are asked again, once there is a plan again."""
    response = make_response(answer)
    response.delete_cookie(
        cookie_name(), httponly=True, samesite="Lax", secure=current_app.config["SESSION_COOKIE_SECURE"]
    )
    return response


def cookie_name() -> str:
    """One for each member who uses this browser."""
    mark = re.sub(r"\W", "", device_key(g.viewer.id, "whether a plan is kept"))[:16]
    return f"__Host-plan-{mark}" if current_app.config["SESSION_COOKIE_SECURE"] else f"plan-{mark}"


@keeps
def help_with_a_plan(member: User) -> Iterable[Keep]:
    plan = planning.plan_of(member) if is_kept_here() else None
    return [Keep(url_for("help.pages.show"), plan.updated_at.isoformat())] if plan else []
