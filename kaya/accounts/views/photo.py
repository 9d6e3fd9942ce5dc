"""/settings/photo: one's own picture."""

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import photos
from kaya.accounts.forms import PhotoForm, ProfileForm
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.web.uploads import takes_files
from kaya.words import say

bp = Blueprint("photo", __name__, url_prefix="/settings/photo")


@bp.post("")
@limit("picture")
@takes_files
@allow(members)
def update() -> ResponseReturnValue:
    photo_form, status = PhotoForm(), 422
    if photo_form.validate():
        try:
            photos.show(g.viewer, photo_form.file.data.stream)
            flash_notice(say("That is you now."))
            return done(see=url_for("accounts.profile.show"))
        except Refusal as refusal:
            photo_form.explain(refusal)
            status = refusal.status
    form = ProfileForm(formdata=None, obj=g.viewer)
    return page("accounts/profile/show.html", form=form, photo_form=photo_form, status=status)


@bp.post("/removal")
@allow(members)
def destroy() -> ResponseReturnValue:
    photos.hide(g.viewer)
    flash_notice(say("Your picture is gone."))
    return done(see=url_for("accounts.profile.show"))
