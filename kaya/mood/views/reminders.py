"""/mood/reminders: when one wants to be asked how it is."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.resting import rest_now
from kaya.mood.forms_reminders import RemindersForm
from kaya.mood.notices import CHECK_IN
from kaya.notifications import reminders
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("reminders", __name__, url_prefix="/mood/reminders")


@bp.get("")
@allow(members)
def edit() -> Response:
    return choosing(RemindersForm.showing(g.viewer))


@bp.post("")
@allow(members)
def update() -> ResponseReturnValue:
    form = RemindersForm()
    chosen = form.carry_out(lambda: reminders.choose(g.viewer, CHECK_IN, form.times, form.weekdays.days))
    if chosen is None:
        return choosing(form, status=form.refused_with)
    flash_notice(say("You will be asked at these times.") if chosen else say("Nobody asks you from now on."))
    return done(see=url_for(".edit"))


def choosing(form: RemindersForm, *, status: int = 200) -> Response:
    rows = reminders.chosen(g.viewer, CHECK_IN)
    silent = [row.time for row in rows if reminders.keeps_silent(g.viewer, row)]
    return page("mood/reminders.html", status=status, form=form, silent=silent, rest=rest_now(g.viewer))
