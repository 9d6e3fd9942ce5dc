"""/practise: a member asks to give care here, and mends what they wrote while they wait."""

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import joinedload

from kaya.care import practising
from kaya.care.forms.profile import ProfileForm
from kaya.care.models import Practitioner, Ruling
from kaya.care.practising import profile_of
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("applications", __name__, url_prefix="/practise")


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    practitioner = own()
    form = ProfileForm.telling(practitioner) if practitioner else fresh()
    return shown(form, practitioner)


@bp.post("")
@allow(members)
def update() -> ResponseReturnValue:
    """The first time they apply; later they change what they wrote, and who was declined asks again."""
    practitioner, form = own(), ProfileForm.asked()
    if form.validate():
        try:
            if practitioner is None:
                practising.apply(g.viewer, form.profile())
                flash_notice(say("Thank you. Somebody will look at your papers, and write to you."))
            else:
                practising.change_profile(g.viewer, practitioner, form.profile(**vars(profile_of(practitioner))))
                flash_notice(say("Your changes are kept."))
            return done(see=url_for(".show"))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(form, practitioner, status=422)


def own() -> Practitioner | None:
    rows = Practitioner.of(g.viewer).options(joinedload(Practitioner.verification))
    return db.session.scalar(rows)


def fresh() -> ProfileForm:
    return ProfileForm.asked(data={"display_name": g.viewer.name, "timezone": g.viewer.timezone})


def shown(form: ProfileForm, practitioner: Practitioner | None, status: int = 200) -> ResponseReturnValue:
    ruling = db.session.scalar(Ruling.on(practitioner).limit(1)) if practitioner else None
    return page(
        "care/applications/show.html",
        fragment="care/applications/_form.html",
        status=status,
        form=form,
        practitioner=practitioner,
        ruling=ruling,
    )
