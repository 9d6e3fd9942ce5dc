"""/settings/passkeys: keys that live in one's own devices."""

from uuid import UUID

from flask import Blueprint, g, jsonify, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import passkeys
from kaya.accounts.forms import NewPasskeyForm, PasskeyNameForm
from kaya.accounts.models import Passkey
from kaya.accounts.views.two_factor import few_codes
from kaya.refusal import Refusal
from kaya.web.policy import allow, members
from kaya.web.respond import done, every, find, flash_notice, page
from kaya.words import say

bp = Blueprint("passkeys", __name__, url_prefix="/settings/passkeys")


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    return listed()


@bp.post("/options")
@few_codes
@allow(members, twice=True)
def ask() -> ResponseReturnValue:
    return jsonify(passkeys.begin(g.viewer))


@bp.post("")
@few_codes
@allow(members, twice=True)
def create() -> ResponseReturnValue:
    form, status = NewPasskeyForm(), 422
    if form.validate():
        try:
            return told(passkeys.add(g.viewer, form.answer, form.name.data or ""))
        except Refusal as refusal:
            form.explain(refusal)
            status = refusal.status
    return listed(form=form, status=status)


@bp.get("/<uuid:passkey_id>")
@allow(members)
def edit(passkey_id: UUID) -> ResponseReturnValue:
    passkey = find(Passkey.of(g.viewer), passkey_id)
    return edited(passkey, PasskeyNameForm(name=passkey.name))


@bp.post("/<uuid:passkey_id>")
@allow(members)
def update(passkey_id: UUID) -> ResponseReturnValue:
    passkey, form = find(Passkey.of(g.viewer), passkey_id), PasskeyNameForm()
    if form.validate():
        passkeys.rename(g.viewer, passkey, form.name.data or "")
        return done(see=url_for(".index"))
    return edited(passkey, form, status=422)


@bp.post("/<uuid:passkey_id>/removal")
@allow(members, twice=True)
def destroy(passkey_id: UUID) -> ResponseReturnValue:
    passkeys.remove(g.viewer, find(Passkey.of(g.viewer), passkey_id))
    flash_notice(say("That passkey opens nothing any more."))
    return done(see=url_for(".index"))


def edited(passkey: Passkey, form: PasskeyNameForm, *, status: int = 200) -> ResponseReturnValue:
    stays = passkeys.must_stay(passkey)
    return page("accounts/passkeys/edit.html", passkey=passkey, form=form, stays=stays, status=status)


def told(new: passkeys.Added) -> ResponseReturnValue:
    """The recovery codes are in this answer and in no other."""
    flash_notice(say("Your passkey is here. You can sign in with it from now on."))
    if new.recovery_codes:
        return page("accounts/two_factor/codes.html", codes=new.recovery_codes)
    return done(see=url_for(".index"))


def listed(*, form: NewPasskeyForm | None = None, status: int = 200) -> ResponseReturnValue:
    rows = every(Passkey.listed(g.viewer))
    return page("accounts/passkeys/index.html", passkeys=rows, form=form or NewPasskeyForm(), status=status)
