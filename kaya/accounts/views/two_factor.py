"""/settings/security/two-factor: codes from an app, and ten on paper."""

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import two_factor
from kaya.accounts.forms import OtpForm
from kaya.refusal import Refusal
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import done, flash_notice, page
from kaya.words import say

bp = Blueprint("two_factor", __name__, url_prefix="/settings/two-factor")

APP_IS_GONE = say("The app’s codes are not asked for any more; your passkeys are.")

few_codes = limit("code")


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    return shown(OtpForm())


@bp.post("/secret")
@allow(members, twice=True)
def create() -> ResponseReturnValue:
    two_factor.set_up(g.viewer)
    return done(see=url_for(".show"))


@bp.post("")
@few_codes
@allow(members, twice=True)
def enable() -> ResponseReturnValue:
    form = OtpForm()
    if form.validate():
        try:
            return told_once(two_factor.enable(g.viewer, form.otp.data or ""))
        except Refusal as refusal:
            form.explain(refusal)
    return shown(form, status=422)


@bp.post("/recovery-codes")
@allow(members, twice=True)
def renew() -> ResponseReturnValue:
    return told_once(two_factor.renew_codes(g.viewer))


@bp.post("/off")
@few_codes
@allow(members, fresh=True)
def disable() -> ResponseReturnValue:
    form = OtpForm()
    proofs = form.carry_out(lambda: two_factor.disable(g.viewer, form.otp.data or ""))
    if proofs is None:
        return shown(form, status=422)
    flash_notice(APP_IS_GONE if proofs.passkey else say("Two-factor sign-in is off."))
    return done(see=url_for(".show"))


def shown(form: OtpForm, *, status: int = 200) -> ResponseReturnValue:
    left = two_factor.codes_left(g.viewer.id) if g.viewer.has_second_factor else 0
    proofs, setup = two_factor.proofs(g.viewer), two_factor.waiting(g.viewer)
    return page("accounts/two_factor/show.html", form=form, setup=setup, proofs=proofs, codes_left=left, status=status)


def told_once(codes: list[str]) -> ResponseReturnValue:
    """The codes are in this answer and in no other."""
    return page("accounts/two_factor/codes.html", codes=codes)
