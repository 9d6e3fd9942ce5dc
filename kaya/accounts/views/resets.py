"""/forgot and /reset: a new password by mail."""

from flask import Blueprint, make_response, redirect, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import resetting
from kaya.accounts.forms import EmailForm, NewPasswordForm
from kaya.accounts.views.throttles import few_resets, few_resets_of_one, forgive_wrong_passwords
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import flash_notice, page
from kaya.web.viewer import forget
from kaya.words import say

bp = Blueprint("resets", __name__)


@bp.get("/forgot")
@allow(everyone)
def new() -> ResponseReturnValue:
    return page("accounts/resets/new.html", form=EmailForm())


@bp.post("/forgot")
@few_resets
@few_resets_of_one
@allow(everyone)
def create() -> ResponseReturnValue:
    form = EmailForm()
    if form.validate():
        resetting.ask(form.email.data or "")
        return redirect(url_for(".sent"), 303)
    return page("accounts/resets/new.html", form=form, status=422)


@bp.get("/forgot/sent")
@allow(everyone)
def sent() -> ResponseReturnValue:
    return page("accounts/resets/sent.html")


@bp.get("/reset/<token>")
@allow(everyone)
def edit(token: str) -> ResponseReturnValue:
    try:
        reset = resetting.waiting(token)
    except Refusal as refusal:
        return gone(refusal)
    return page("accounts/resets/edit.html", form=NewPasswordForm(), token=token, email=reset.user.email)


@bp.post("/reset/<token>")
@allow(everyone)
def update(token: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    try:
        email = resetting.waiting(token).user.email
        if form.validate():
            resetting.reset(token, form.password.data or "")
            forgive_wrong_passwords(email)
            forget()
            flash_notice(say("Your new password is set. You were signed out everywhere; please sign in with it."))
            return redirect(url_for("accounts.sign_in.new"), 303)
    except Refusal as refusal:
        if refusal.status == 410:
            return gone(refusal)
        form.explain(refusal)
    return page("accounts/resets/edit.html", form=form, token=token, email=email, status=422)


def gone(refusal: Refusal) -> ResponseReturnValue:
    return make_response(page("accounts/resets/gone.html", refusal=refusal), refusal.status or 410)
