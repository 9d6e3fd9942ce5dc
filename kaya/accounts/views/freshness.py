"""/reauthenticate: is it still you?"""

from collections.abc import Callable

from flask import Blueprint, g, jsonify, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import freshness, two_factor
from kaya.accounts.forms import FreshnessForm, PasskeyForm
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, page
from kaya.web.ways import local_path

bp = Blueprint("freshness", __name__, url_prefix="/reauthenticate")


@bp.get("")
@allow(members)
def new() -> ResponseReturnValue:
    return shown(FreshnessForm(next=local_path(request.args.get("next"))))


@bp.post("")
@limit("proof")
@allow(members)
def create() -> ResponseReturnValue:
    form = FreshnessForm()
    return prove(form, lambda: by_either(form))


@bp.post("/passkey/options")
@limit("proof")
@allow(members)
def ask() -> ResponseReturnValue:
    return jsonify(freshness.ask_for_passkey(g.viewer))


@bp.post("/passkey")
@limit("proof")
@allow(members)
def create_with_passkey() -> ResponseReturnValue:
    form = PasskeyForm()
    return prove(form, lambda: freshness.by_passkey(g.viewer.sign_in, form.answer))


def by_either(form: FreshnessForm) -> None:
    if form.otp.data:
        freshness.by_code(g.viewer.sign_in, form.otp.data)
    else:
        freshness.by_password(g.viewer.sign_in, form.password.data or "")


def prove(form: FreshnessForm | PasskeyForm, by: Callable[[], None]) -> ResponseReturnValue:
    status, next_path = 422, local_path(form.next.data)
    if form.validate():
        try:
            by()
            return done(see=next_path or url_for("accounts.profile.account"))
        except Refusal as refusal:
            form.explain(refusal)
            status = 422 if refusal.status == 401 else refusal.status
    typed = form if isinstance(form, FreshnessForm) else FreshnessForm(next=next_path)
    return shown(typed, mistaken=form, status=status)


def shown(
    form: FreshnessForm, *, mistaken: FreshnessForm | PasskeyForm | None = None, status: int = 200
) -> ResponseReturnValue:
    """`?second=1`: the password alone is not enough, for it is about what stands beside it."""
    mistaken, proofs = mistaken or form, two_factor.proofs(g.viewer)
    second = g.viewer.has_second_factor and bool(request.args.get("second"))
    return page(
        "accounts/freshness/new.html", form=form, mistaken=mistaken, proofs=proofs, second=second, status=status
    )
