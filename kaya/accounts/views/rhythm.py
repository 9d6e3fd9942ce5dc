"""/settings/rhythm: days a week, when a day begins, figures or none; and rest mode, one switch."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import profiles, resting
from kaya.accounts.days import day_of
from kaya.accounts.forms_rhythm import RestForm, RhythmForm
from kaya.accounts.profiles import Preferences
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.web.ways import local_path
from kaya.words import say

bp = Blueprint("rhythm", __name__, url_prefix="/settings/rhythm")

CHOSEN = "day_starts", "shows_figures", "shows_days_in_a_row"


@bp.get("")
@allow(members)
def edit() -> Response:
    return shown()


@bp.post("")
@allow(members)
def update() -> ResponseReturnValue:
    form = RhythmForm(obj=Preferences.of(g.viewer))
    if form.carry_out(lambda: preferred(form)) is None:
        return shown(form=form, status=form.refused_with)
    flash_notice(say("Saved."))
    return done(see=url_for(".edit"))


def preferred(form: RhythmForm) -> Preferences:
    chosen = {name: form[name].data for name in CHOSEN}
    return profiles.prefer(g.viewer, days_a_week=int(form.days_a_week.data), **chosen)


@bp.post("/rest")
@allow(members)
def rest() -> ResponseReturnValue:
    form = RestForm()
    if form.carry_out(lambda: resting.rest(g.viewer, form.until.data)) is None:
        return shown(rest_form=form, status=form.refused_with)
    flash_notice(say("Rest well. Nothing is counted, and nobody reminds you."))
    return done(see=way_back(form))


@bp.post("/return")
@allow(members)
def come_back() -> ResponseReturnValue:
    if resting.come_back(g.viewer):
        flash_notice(say("Good to have you back."))
    return done(see=way_back(RestForm()))


def way_back(form: RestForm) -> str:
    return local_path(form.back.data) or url_for(".edit")


def shown(*, form: RhythmForm | None = None, rest_form: RestForm | None = None, status: int = 200) -> Response:
    return page(
        "accounts/profile/rhythm.html",
        status=status,
        form=form or RhythmForm(formdata=None, obj=Preferences.of(g.viewer)),
        rest_form=rest_form or RestForm(formdata=None),
        rest=resting.rest_now(g.viewer),
        today=day_of(g.viewer),
    )
