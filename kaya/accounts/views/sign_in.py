"""/login and /logout."""

from flask import Blueprint, g, redirect, request
from flask.typing import ResponseReturnValue

from kaya.accounts import signing_in
from kaya.accounts.forms import SignInForm
from kaya.accounts.views.arrival import device, home
from kaya.accounts.views.second_step import go_in
from kaya.accounts.views.throttles import few_tries, few_tries_at_one
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import done, flash_notice, page
from kaya.web.viewer import forget, was_signed_out
from kaya.web.ways import local_path
from kaya.words import say

bp = Blueprint("sign_in", __name__)


@bp.get("/login")
@allow(everyone)
def new() -> ResponseReturnValue:
    wanted = local_path(request.args.get("next"))
    if g.viewer.is_authenticated:
        return redirect(wanted or home(g.viewer), 303)
    return page("accounts/sign_in/new.html", form=SignInForm(next=wanted), was_signed_out=was_signed_out())


@bp.post("/login")
@few_tries
@few_tries_at_one
@allow(everyone)
def create() -> ResponseReturnValue:
    form, status = SignInForm(), 422
    if form.validate():
        try:
            arrived = signing_in.with_password(form.email.data or "", form.password.data or "", device=device())
            return go_in(arrived, next_path=form.next.data or "")
        except Refusal as refusal:
            form.explain(refusal)
            status = 429 if refusal.status == 429 else 422
    return page("accounts/sign_in/new.html", form=form, status=status)


@bp.post("/logout")
@allow(everyone)
def destroy() -> ResponseReturnValue:
    """Whoever is not signed in is signed out already."""
    if g.viewer.is_authenticated:
        signing_in.end(g.viewer.sign_in)
    forget()
    flash_notice(say("You are signed out."))
    return done(see="/")
