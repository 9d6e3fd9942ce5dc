"""/help/plan: a member writes down, in a good hour, what helps in a bad one."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.help import planning
from kaya.help.forms import PlanForm
from kaya.help.views.devices import forgotten, hears_the_box, is_kept_here
from kaya.web.outbox import posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("plans", __name__)


@bp.get("/help/plan")
@allow(members)
def edit() -> ResponseReturnValue:
    plan = planning.plan_of(g.viewer)
    return shown(PlanForm.showing(plan, planning.contact_of(g.viewer), bool(is_kept_here(plan))))


@bp.post("/help/plan")
@hears_the_box
@posted_once
@allow(members)
def update() -> ResponseReturnValue:
    form = PlanForm()
    if form.carry_out(lambda: planning.write_plan(g.viewer, form.parts, contact=form.contact)):
        flash_notice(say("Your plan is kept. You find it under Help now, on every page."))
        return done(see=url_for("help.pages.show"))
    return shown(form, status=form.refused_with)


@bp.post("/help/plan/removal")
@allow(members)
def destroy() -> ResponseReturnValue:
    planning.forget_plan(g.viewer)
    flash_notice(say("Your plan is gone, here and, once you open help again, on this device."))
    return forgotten(done(see=url_for("help.pages.show")))


def shown(form: PlanForm, status: int = 200) -> Response:
    return page("help/plan.html", form=form, plan=planning.plan_of(g.viewer), status=status)
