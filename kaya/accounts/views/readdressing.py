"""/settings/email: mails go to another address, once a link there was used."""

from flask import Blueprint, g, make_response, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import readdressing
from kaya.accounts.forms import EmailForm
from kaya.accounts.views.throttles import few_resets, few_resets_of_one
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("readdressing", __name__, url_prefix="/settings/email")


@bp.get("")
@allow(members, fresh=True)
def new() -> ResponseReturnValue:
    return page("accounts/readdressing/new.html", form=EmailForm())


@bp.post("")
@few_resets
@few_resets_of_one
@allow(members, fresh=True)
def create() -> ResponseReturnValue:
    form = EmailForm()
    if form.validate():
        try:
            readdressing.ask(g.viewer, form.email.data or "")
            flash_notice(
                say("Please look at your mail there: a link is on its way. Until you use it, nothing changes.")
            )
            return done(see=url_for("accounts.profile.account"))
        except Refusal as refusal:
            form.explain(refusal)
    return page("accounts/readdressing/new.html", form=form, status=422)


@bp.get("/<token>")
@allow(everyone)
def edit(token: str) -> ResponseReturnValue:
    """A page with a button: mail scanners open links, so opening one changes nothing."""
    try:
        return page("accounts/readdressing/edit.html", change=readdressing.waiting(token), token=token)
    except Refusal as refusal:
        return gone(refusal)


@bp.post("/<token>")
@allow(everyone)
def update(token: str) -> ResponseReturnValue:
    try:
        readdressing.confirm(token)
    except Refusal as refusal:
        return gone(refusal)
    flash_notice(say("That is your address now. Sign in with it from here on."))
    return done(
        see=url_for("accounts.profile.account") if g.viewer.is_authenticated else url_for("accounts.sign_in.new")
    )


def gone(refusal: Refusal) -> ResponseReturnValue:
    return make_response(page("accounts/readdressing/gone.html", refusal=refusal), refusal.status or 410)
