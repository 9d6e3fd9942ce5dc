"""/auth/2fa: codes from an app, and ten on paper. All of it needs a fresh session."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts import two_factor
from kaya.accounts.api.bodies import OtpBody, RecoveryCodesOut, SetupOut
from kaya.accounts.views.two_factor import few_codes
from kaya.web.api import Problem, nothing
from kaya.web.policy import allow, members

bp = APIBlueprint("two_factor_api", __name__, url_prefix="/api/v1/auth/2fa", abp_tags=[Tag(name="auth")])

REFUSED: dict[Any, Any] = {401: Problem, 403: Problem, 409: Problem}


@bp.post("/setup", responses={200: SetupOut, **REFUSED}, summary="A secret for an app; it counts once enabled")
@allow(members, twice=True)
def set_up() -> Any:
    setup = two_factor.set_up(g.viewer)
    return {"secret": setup.secret, "otpauth_uri": setup.uri, "qr_svg": setup.qr_svg}


@bp.post(
    "/enable",
    responses={200: RecoveryCodesOut, 422: Problem, **REFUSED},
    summary="Turn it on by a first code; the recovery codes are told once",
)
@few_codes
@allow(members, twice=True)
def enable(body: OtpBody) -> Any:
    return {"recovery_codes": two_factor.enable(g.viewer, body.otp)}


@bp.post("/disable", responses={204: None, 422: Problem, **REFUSED}, summary="Turn it off by a code")
@few_codes
@allow(members, fresh=True)
def disable(body: OtpBody) -> Response:
    two_factor.disable(g.viewer, body.otp)
    return nothing()


@bp.post(
    "/recovery-codes", responses={200: RecoveryCodesOut, **REFUSED}, summary="New codes; the former are worth nothing"
)
@allow(members, twice=True)
def renew() -> Any:
    return {"recovery_codes": two_factor.renew_codes(g.viewer)}
