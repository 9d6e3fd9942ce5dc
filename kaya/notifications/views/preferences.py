"""/notifications/preferences: what one wants to be told, and how."""

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.notifications.forms import PreferencesForm
from kaya.notifications.preferences import choices, choose
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("preferences", __name__, url_prefix="/notifications/preferences")


@bp.get("")
@allow(members)
def edit() -> ResponseReturnValue:
    chosen = choices(g.viewer)
    return page("notifications/preferences.html", form=PreferencesForm.showing(chosen), choices=chosen)


@bp.post("")
@allow(members)
def update() -> ResponseReturnValue:
    form = PreferencesForm()
    if not form.validate():
        return page("notifications/preferences.html", form=form, choices=choices(g.viewer), status=422)
    choose(g.viewer, form.wanted(choices(g.viewer)))
    flash_notice(say("Saved: from now on you are told what you chose."))
    return done(see=url_for(".edit"))
