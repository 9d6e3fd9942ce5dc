"""/invitation: whoever was asked in opens their account."""

from flask import Blueprint, make_response, request
from flask.typing import ResponseReturnValue

from kaya.accounts import inviting
from kaya.accounts.forms import AcceptanceForm
from kaya.accounts.views.arrival import arrive
from kaya.accounts.views.throttles import few_tries
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import page
from kaya.web.templating import default_zone, reading_language

bp = Blueprint("invitations", __name__, url_prefix="/invitation")


@bp.get("/<token>")
@allow(everyone)
def show(token: str) -> ResponseReturnValue:
    """A page with a form: mail scanners open links, so opening one changes nothing."""
    try:
        invitation = inviting.waiting(token)
    except Refusal as refusal:
        return gone(refusal)
    form = AcceptanceForm(timezone=request.cookies.get("zone", ""))
    return page("accounts/invitations/show.html", invitation=invitation, form=form, token=token)


@bp.post("/<token>")
@few_tries
@allow(everyone)
def accept(token: str) -> ResponseReturnValue:
    form = AcceptanceForm()
    try:
        invitation = inviting.waiting(token)
        if form.validate():
            zone, language = form.timezone.data or default_zone(), reading_language()
            return arrive(inviting.accept(token, form.password.data or "", timezone=zone, language=language))
    except Refusal as refusal:
        if refusal.status == 410:
            return gone(refusal)
        form.explain(refusal)
    return page("accounts/invitations/show.html", invitation=invitation, form=form, token=token, status=422)


def gone(refusal: Refusal) -> ResponseReturnValue:
    return make_response(page("accounts/invitations/gone.html", refusal=refusal), refusal.status or 410)
