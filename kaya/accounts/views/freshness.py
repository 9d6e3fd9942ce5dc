"""/reauthenticate: is it still you?"""

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import freshness
from kaya.accounts.forms import FreshnessForm
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, page
from kaya.web.ways import local_path

bp = Blueprint("freshness", __name__, url_prefix="/reauthenticate")


@bp.get("")
@allow(members)
def new() -> ResponseReturnValue:
    return page("accounts/freshness/new.html", form=FreshnessForm(next=local_path(request.args.get("next"))))


@bp.post("")
@limit(20, "15 minutes")
@allow(members)
def create() -> ResponseReturnValue:
    form, status = FreshnessForm(), 422
    if form.validate():
        try:
            freshness.by_password(g.viewer.sign_in, form.password.data or "")
            return done(see=local_path(form.next.data) or url_for("accounts.profile.account"))
        except Refusal as refusal:
            form.explain(refusal)
            status = refusal.status
    return page("accounts/freshness/new.html", form=form, status=status)
