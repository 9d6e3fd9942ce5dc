"""Whether this browser keeps its member's plan: asked once beside it, and remembered by the browser alone."""

import re
from collections.abc import Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, current_app, g, make_response, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.models import User
from kaya.help import planning
from kaya.help.forms import PlanForm
from kaya.help.models import SafetyPlan
from kaya.web.devices import Keep, device_key, keeps
from kaya.web.policy import View, allow, members
from kaya.web.respond import done, flash_notice
from kaya.words import say

bp = Blueprint("devices", __name__)

REFUSED = 400
YEAR = 365 * 24 * 60 * 60
ANSWERS = {"yes": True, "no": False}
NEWS = "device:keeps"  # the page that asked fetches what this browser may keep now (behaviours/connection.js)

KEPT = say("It is kept on this device now, and opens without a network. Signing out takes it away.")
NOT_KEPT = say("It is not kept on this device. Where you change your plan you can say otherwise.")


@bp.post("/help/plan/device")
@allow(members)
def update() -> ResponseReturnValue:
    """`here`: "yes" or "no"; whoever says neither is asked again."""
    said, plan = ANSWERS.get(request.form.get("here", "")), planning.plan_of(g.viewer)
    if said is None or plan is None:
        return done(see=url_for("help.pages.show"))
    told = KEPT if said else NOT_KEPT
    if not request.headers.get("HX-Request"):
        flash_notice(told)
    event = NEWS if said else None
    answer = done(see=url_for("help.pages.show"), fragment="help/_said.html", event=event, told=told)
    return remembered(answer, plan, said)


def hears_the_box(view: View) -> View:
    """Declare that a view takes a plan whose box says whether this browser keeps it.

    It stands above `@posted_once`: a letter that comes again, since its answer was lost, says so again. Left empty by
    whoever never ticked it, the box says nothing, and help asks, once.
    """

    @wraps(view)
    def heard(**asked: Any) -> Any:
        answer = make_response(view(**asked))
        plan = planning.plan_of(g.viewer) if g.viewer.is_authenticated and answer.status_code < REFUSED else None
        wish = bool(PlanForm().on_device.data)
        return remembered(answer, plan, wish) if plan and (wish or is_kept_here(plan)) else answer

    return heard  # type: ignore[return-value]


def is_kept_here(plan: SafetyPlan | None) -> bool | None:
    """What its member said on this browser of this very plan; None while they have not."""
    said, _, which = request.cookies.get(cookie_name(), "").partition(".")
    return ANSWERS.get(said) if plan and which == mark(plan.id) else None


def remembered(answer: ResponseReturnValue, plan: SafetyPlan, is_kept: bool) -> Response:
    """No page and no script can read it; of whom it is, and of what, its name does not tell."""
    response, secure = make_response(answer), current_app.config["SESSION_COOKIE_SECURE"]
    said = f"{'yes' if is_kept else 'no'}.{mark(plan.id)}"
    response.set_cookie(cookie_name(), said, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
    return response


def forgotten(answer: ResponseReturnValue) -> Response:
    """They are asked again, once there is a plan again; so they are where it was forgotten on another device."""
    response = make_response(answer)
    response.delete_cookie(
        cookie_name(), httponly=True, samesite="Lax", secure=current_app.config["SESSION_COOKIE_SECURE"]
    )
    return response


def cookie_name() -> str:
    """One for each member who uses this browser."""
    name = f"here-{mark(g.viewer.id)}"
    return f"__Host-{name}" if current_app.config["SESSION_COOKIE_SECURE"] else name


def mark(whose: UUID) -> str:
    return re.sub(r"\W", "", device_key(whose, "whether a plan is kept"))[:16]


@keeps
def help_with_a_plan(member: User) -> Iterable[Keep]:
    plan = planning.plan_of(member)
    return [Keep(url_for("help.pages.show"), plan.updated_at.isoformat())] if plan and is_kept_here(plan) else []
