"""/settings/data/leaving: what happens to an account that is given up, the wish, and staying after all."""

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya import clock
from kaya.privacy import leaving
from kaya.privacy.forms import LeavingForm
from kaya.privacy.models.deletion import TIME_TO_THINK
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("leaving", __name__, url_prefix="/settings/data/leaving")


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    return shown(LeavingForm())


@bp.post("")
@allow(members, fresh=True)
def create() -> ResponseReturnValue:
    form = LeavingForm()
    asked = form.carry_out(lambda: leaving.ask(g.viewer, here=g.viewer.sign_in))
    return done(see=url_for(".show")) if asked else shown(form, status=form.refused_with)


@bp.post("/withdrawal")
@allow(members)
def withdraw() -> ResponseReturnValue:
    leaving.withdraw(g.viewer)
    flash_notice(say("Good to have you here. Your account stays as it is."))
    return done(see=url_for("privacy.archives.index"))


def shown(form: LeavingForm, *, status: int = 200) -> ResponseReturnValue:
    deletion = leaving.deletion_of(g.viewer)
    if deletion is not None:
        return page("privacy/waiting.html", deletion=deletion, coming=leaving.coming_as_client(g.viewer))
    return page(
        "privacy/leaving.html",
        form=form,
        obstacle=leaving.obstacle(g.viewer),
        with_clients=leaving.coming_with_clients(g.viewer),
        coming=leaving.coming_as_client(g.viewer),
        would_be_due=clock.now() + TIME_TO_THINK,
        status=status,
    )
