"""/settings: who one is, how one likes things, and the account itself."""

from flask import Blueprint, g, make_response, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import profiles, resetting
from kaya.accounts.forms import ChangePasswordForm, PhotoForm, PreferencesForm, ProfileForm
from kaya.accounts.profiles import Preferences
from kaya.accounts.views.arrival import YEAR
from kaya.refusal import Refusal
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("profile", __name__, url_prefix="/settings")


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    return page("accounts/profile/show.html", form=ProfileForm(obj=g.viewer), photo_form=PhotoForm())


@bp.post("")
@allow(members)
def update() -> ResponseReturnValue:
    form = ProfileForm(obj=g.viewer)
    if form.validate():
        try:
            profiles.change(g.viewer, **said(form, "name", "pronouns", "bio", "timezone", "language"))
            return saved(".show")
        except Refusal as refusal:
            form.explain(refusal)
    return page("accounts/profile/show.html", form=form, photo_form=PhotoForm(formdata=None), status=422)


@bp.get("/preferences")
@allow(members)
def edit_preferences() -> ResponseReturnValue:
    return page("accounts/profile/preferences.html", form=PreferencesForm(obj=Preferences.of(g.viewer)))


@bp.post("/preferences")
@allow(members)
def update_preferences() -> ResponseReturnValue:
    form = PreferencesForm(obj=Preferences.of(g.viewer))
    if form.validate():
        try:
            chosen = profiles.prefer(
                g.viewer,
                **said(form, "theme", "time_format", "quiet_from", "quiet_until"),
            )
            return in_their_light(saved(".edit_preferences"), chosen)
        except Refusal as refusal:
            form.explain(refusal)
    return page("accounts/profile/preferences.html", form=form, status=422)


@bp.get("/account")
@allow(members)
def account() -> ResponseReturnValue:
    return page("accounts/profile/account.html", form=ChangePasswordForm())


@bp.post("/password")
@allow(members)
def change_password() -> ResponseReturnValue:
    form, status = ChangePasswordForm(), 422
    if form.validate():
        try:
            resetting.change(
                g.viewer, form.current_password.data or "", form.password.data or "", here=g.viewer.sign_in
            )
            flash_notice(say("Your password is changed. Everywhere else you were signed out."))
            return done(see=url_for(".account"))
        except Refusal as refusal:
            form.explain(refusal)
            status = refusal.status
    return page("accounts/profile/account.html", form=form, status=status)


def said(form: ProfileForm | PreferencesForm, *names: str) -> dict[str, object]:
    """What was sent; a field that was not sent stays as it is."""
    return {name: form[name].data for name in names}


def saved(endpoint: str) -> ResponseReturnValue:
    flash_notice(say("Saved."))
    return done(see=url_for(endpoint))


def in_their_light(answer: ResponseReturnValue, chosen: Preferences) -> ResponseReturnValue:
    """The theme is a cookie too, so that the first byte of a page is in it."""
    response = make_response(answer)
    if chosen.theme == "system":
        response.delete_cookie("theme")
    else:
        response.set_cookie("theme", chosen.theme, max_age=YEAR, samesite="Lax", secure=request.is_secure)
    return response
