"""/desk/profile: what a practitioner says of themselves."""

from flask import Blueprint, abort, g, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import joinedload

from kaya.care import practising
from kaya.care.forms.profile import OwnProfileForm
from kaya.care.models import Practitioner
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.policy import allow, practitioners
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("profile", __name__, url_prefix="/desk/profile")


@bp.get("")
@allow(practitioners)
def show() -> ResponseReturnValue:
    practitioner = own()
    return page("care/profile/show.html", form=OwnProfileForm.telling(practitioner), practitioner=practitioner)


@bp.post("")
@allow(practitioners)
def update() -> ResponseReturnValue:
    practitioner, form = own(), OwnProfileForm.asked()
    if form.validate():
        try:
            practising.change_profile(g.viewer, practitioner, form.profile())
            flash_notice(say("Your profile is kept."))
            return done(see=url_for(".show"))
        except Refusal as refusal:
            form.explain(refusal)
    return page("care/profile/show.html", status=422, form=form, practitioner=practitioner)


def own() -> Practitioner:
    """The viewer's own profile. Who was given the role and has none yet is led to tell first who they are."""
    rows = Practitioner.of(g.viewer).options(joinedload(Practitioner.verification))
    practitioner = db.session.scalar(rows.where(Practitioner.user_id == g.viewer.id))
    return practitioner or abort(done(see=url_for("care.applications.show")))
