"""/staff/organisation: what the house says of itself."""

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.permissions import Permission
from kaya.organisation import furnishing
from kaya.organisation.forms import HouseForm
from kaya.organisation.models import Location, Organisation
from kaya.organisation.views.said import said
from kaya.refusal import Refusal
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, every, flash_notice, page
from kaya.words import say

bp = Blueprint("house", __name__, url_prefix="/staff/organisation")


@bp.get("")
@allow(staff_with(Permission.OPERATIONS))
def edit() -> ResponseReturnValue:
    return shown(HouseForm(obj=Organisation.here()))


@bp.post("")
@allow(staff_with(Permission.OPERATIONS))
def update() -> ResponseReturnValue:
    form = HouseForm()
    if form.validate():
        try:
            furnishing.name_house(g.viewer, **said(form))
            flash_notice(say("Saved. Every page shows it from now on."))
            return done(see=url_for(".edit"))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(form, status=422)


def shown(form: HouseForm, status: int = 200) -> ResponseReturnValue:
    return page("organisation/house.html", form=form, locations=every(Location.all()), status=status)
