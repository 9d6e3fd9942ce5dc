"""/help/plan: a member writes down, in a good hour, what helps in a bad one."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.help import planning
from kaya.help.forms import PlanForm
from kaya.help.views.devices import forgotten, is_kept_here, remembered
from kaya.web.outbox import posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("plans", __name__)


@bp.get("/help/plan")
@allow(members)
def edit() -> ResponseReturnValue:
    return shown(PlanForm.showing(planning.plan_of(g.viewer), planning.contact_of(g.viewer), bool(is_kept_here())))


@bp.post("/help/plan")
@posted_once
@allow(members)
def update() -> ResponseReturnValue:
    """The box is about this browser alone. Left empty by whoever never ticked it, it says nothing: help asks, once."""
    form = PlanForm()
    if form.carry_out(lambda: planning.write_plan(g.viewer, form.parts, contact=form.contact)):
        flash_notice(say("Your plan is kept. You find it under Help now, on every page."))
        answer, wish = done(see=url_for("help.pages.show")), bool(form.on_device.data)
        return remembered(answer, wish) if wish or is_kept_here() else answer
    return shown(form, status=form.refused_with)


@bp.post("/help/plan/removal")
@allow(members)
def destroy() -> ResponseReturnValue:
    planning.forget_plan(g.viewer)
    flash_notice(say("Your plan is gone, here and, once you open help again, on this device."))
    return forgotten(done(see=url_for("help.pages.show")))


def shown(form: PlanForm, status: int = 200) -> Response:
    return page("help/plan.html", form=form, plan=planning.plan_of(g.viewer), status=status)
