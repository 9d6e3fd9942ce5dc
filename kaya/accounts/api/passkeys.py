"""/auth/passkeys and signing in with one, or with a code from a mail."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts import freshness, mail_codes, passkeys, signing_in
from kaya.accounts.api.bodies import EmailBody, Told
from kaya.accounts.api.passkey_bodies import (
    LoginByCodeBody,
    LoginByPasskeyBody,
    NewPasskeyBody,
    NewPasskeyOut,
    PasskeyBody,
    PasskeyOut,
    PasskeysOut,
    passkey_json,
)
from kaya.accounts.api.people import TokensOut, tokens_json
from kaya.accounts.models import Passkey
from kaya.accounts.views.arrival import client
from kaya.accounts.views.throttles import (
    few_mail_codes,
    few_mail_codes_to_one,
    few_questions,
    few_tries,
    few_wrong_mail_codes,
)
from kaya.accounts.views.two_factor import few_codes
from kaya.web.api import ById, Problem, check_match, nothing
from kaya.web.policy import allow, everyone, members
from kaya.web.respond import every, find
from kaya.words import say

bp = APIBlueprint("passkeys_api", __name__, url_prefix="/api/v1/auth", abp_tags=[Tag(name="auth")])

MINE: dict[Any, Any] = {401: Problem, 404: Problem}
OPTIONS: dict[str, Any] = {
    "content": {
        "application/json": {
            "schema": {"type": "object"},
            "example": {"challenge": "9f0c3kq1Vb", "rpId": "kaya.example.org", "userVerification": "required"},
        }
    }
}
FRESH: dict[Any, Any] = {401: Problem, 403: Problem}


@bp.post(
    "/passkeys/options",
    responses={200: OPTIONS, **FRESH},
    summary="What to give to navigator.credentials.create; good for 5 minutes",
)
@few_codes
@allow(members, twice=True)
def ask() -> Any:
    return passkeys.begin(g.viewer)


@bp.post(
    "/passkeys",
    responses={201: NewPasskeyOut, 409: Problem, 422: Problem, **FRESH},
    summary="Keep a new passkey; with the first second proof come recovery codes, once",
)
@few_codes
@allow(members, twice=True)
def create(body: NewPasskeyBody) -> Any:
    new = passkeys.add(g.viewer, body.credential.answer, body.name or "")
    return {**passkey_json(new.passkey), "recovery_codes": new.recovery_codes}, 201


@bp.get("/passkeys", responses={200: PasskeysOut, 401: Problem}, summary="My passkeys")
@allow(members)
def index() -> Any:
    return {"items": [passkey_json(each) for each in every(Passkey.listed(g.viewer))]}


@bp.get("/passkeys/<uuid:id>", responses={200: PasskeyOut, **MINE}, summary="One of my passkeys")
@allow(members)
def show(path: ById) -> Any:
    return passkey_json(find(Passkey.of(g.viewer), path.id))


@bp.patch("/passkeys/<uuid:id>", responses={200: PasskeyOut, 412: Problem, 422: Problem, **MINE}, summary="Rename it")
@allow(members)
def update(path: ById, body: PasskeyBody) -> Any:
    passkey = find(Passkey.of(g.viewer), path.id)
    check_match(lambda: passkey_json(passkey))
    return passkey_json(passkeys.rename(g.viewer, passkey, body.name))


@bp.delete("/passkeys/<uuid:id>", responses={204: None, 403: Problem, **MINE}, summary="It opens nothing any more")
@allow(members, twice=True)
def destroy(path: ById) -> Response:
    passkeys.remove(g.viewer, find(Passkey.of(g.viewer), path.id))
    return nothing()


@bp.post(
    "/reauthenticate/options",
    responses={200: OPTIONS, 401: Problem},
    summary="What one of my passkeys is to sign, to be fresh",
)
@few_questions
@allow(members)
def ask_again() -> Any:
    return freshness.ask_for_passkey(g.viewer)


@bp.post(
    "/login/passkey/options",
    responses={200: OPTIONS},
    summary="What to give to navigator.credentials.get; good for 5 minutes",
)
@few_questions
@allow(everyone)
def ask_at_the_door() -> Any:
    return passkeys.ask_at_the_door()


@bp.post(
    "/login/passkey",
    responses={200: TokensOut, 401: Problem, 422: Problem, 429: Problem},
    summary="Sign in by passkey; no second factor is asked for",
)
@few_tries
@allow(everyone)
def login(body: LoginByPasskeyBody) -> Any:
    sign_in = passkeys.sign_in(body.credential.answer, device=client(), medium="api")
    return tokens_json(signing_in.tokens_for(sign_in))


@bp.post("/mail-code", responses={202: Told}, summary="Mail a code to sign in with; good for 10 minutes")
@few_mail_codes
@few_mail_codes_to_one
@allow(everyone)
def ask_for_code(body: EmailBody) -> Any:
    mail_codes.ask(body.email)
    return {"detail": str(say("If that address has an account, six digits are on their way there."))}, 202


@bp.post(
    "/login/mail-code",
    responses={200: TokensOut, 401: Problem, 410: Problem, 422: Problem, 429: Problem},
    summary="Sign in by a mail's code",
)
@few_tries
@few_wrong_mail_codes
@allow(everyone)
def login_by_code(body: LoginByCodeBody) -> Any:
    sign_in = mail_codes.sign_in(body.email, body.code, otp=body.otp or "", device=client(), medium="api")
    return tokens_json(signing_in.tokens_for(sign_in))
