"""/login/passkey: signing in with a passkey and nothing else."""

from urllib.parse import urlsplit

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from kaya.accounts import ceremonies, passkeys
from kaya.accounts.forms import PasskeyForm, SignInForm
from kaya.accounts.views.arrival import device, let_in
from kaya.accounts.views.throttles import few_questions, few_tries
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from kaya.web.respond import page
from kaya.web.templating import shown_everywhere

bp = Blueprint("passkey_door", __name__, url_prefix="/login/passkey")


@shown_everywhere
def passkeys_fit() -> bool:
    """Does the address that this page was opened by belong to the name that passkeys do?"""
    host = (urlsplit(request.host_url).hostname or "").lower()
    return host == ceremonies.rp_id() or host.endswith(f".{ceremonies.rp_id()}")


@shown_everywhere
def passkeys_home() -> str:
    """Where they do."""
    return ceremonies.origins()[-1]


@bp.post("/options")
@few_questions
@allow(everyone)
def ask() -> ResponseReturnValue:
    return jsonify(passkeys.ask_at_the_door())


@bp.post("")
@few_tries
@allow(everyone)
def create() -> ResponseReturnValue:
    form, status = PasskeyForm(), 422
    if form.validate():
        try:
            return let_in(passkeys.sign_in(form.answer, device=device()), next_path=form.next.data or "")
        except Refusal as refusal:
            form.explain(refusal)
            status = 422 if refusal.status == 401 else refusal.status
    return page("accounts/sign_in/new.html", form=SignInForm(), mistaken=form, status=status)
