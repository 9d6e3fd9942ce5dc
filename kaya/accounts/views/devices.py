"""/settings/devices: where one is signed in."""

from uuid import UUID

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import devices, signing_in
from kaya.accounts.models import SignIn
from kaya.web.policy import allow, members
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("devices", __name__, url_prefix="/settings/devices")


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    return page(
        "accounts/devices/index.html",
        sign_ins=signing_in.current(g.viewer),
        described=devices.described,
        place=devices.place,
    )


@bp.post("/<uuid:sign_in_id>/end")
@allow(members)
def destroy(sign_in_id: UUID) -> ResponseReturnValue:
    signing_in.end(find(SignIn.of(g.viewer), sign_in_id))
    flash_notice(say("Signed out there."))
    return done(see=url_for(".index"))


@bp.post("/end")
@allow(members)
def destroy_others() -> ResponseReturnValue:
    devices.end_others(g.viewer, g.viewer.sign_in)
    flash_notice(say("You are signed in here alone now."))
    return done(see=url_for(".index"))
