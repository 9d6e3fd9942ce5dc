"""/auth: registering, signing in and out, passwords, keys."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts import access_tokens, freshness, registering, resetting, signing_in
from kaya.accounts.api.bodies import (
    ByToken,
    ChangePasswordBody,
    EmailBody,
    FreshnessBody,
    KeysOut,
    LoginBody,
    NewPasswordBody,
    RefreshBody,
    RegisterBody,
    Told,
    VerifyBody,
    WaitingOut,
)
from kaya.accounts.api.people import TokensOut, tokens_json
from kaya.accounts.views.arrival import client
from kaya.accounts.views.throttles import (
    few_registrations,
    few_registrations_of_one,
    few_resets,
    few_resets_of_one,
    few_tries,
    few_tries_at_one,
    forgive_wrong_passwords,
)
from kaya.web.api import Problem, instant, nothing
from kaya.web.policy import allow, everyone, members
from kaya.web.templating import default_zone, reading_language
from kaya.words import say

bp = APIBlueprint("auth_api", __name__, url_prefix="/api/v1/auth", abp_tags=[Tag(name="auth")])


@bp.post("/register", responses={202: Told, 422: Problem}, summary="Ask for an account")
@few_registrations
@few_registrations_of_one
@allow(everyone)
def register(body: RegisterBody) -> Any:
    registering.register(
        body.email, body.password, body.name, timezone=body.timezone or default_zone(), language=reading_language()
    )
    return {"detail": str(say("Please look at your mail: a link and a six-digit code are on their way."))}, 202


@bp.get("/verify-email/<token>", responses={200: WaitingOut, 410: Problem}, summary="Whose link is it")
@allow(everyone)
def show_registration(path: ByToken) -> Any:
    registration = registering.waiting(path.token)
    return {"email": registration.email, "expires_at": instant(registration.expires_at)}


@bp.post(
    "/verify-email", responses={201: TokensOut, 410: Problem, 422: Problem}, summary="Make the account, and sign in"
)
@few_tries
@allow(everyone)
def verify(body: VerifyBody) -> Any:
    if body.token:
        user = registering.verify(body.token)
    else:
        user = registering.verify_code(body.email or "", body.code or "")
    sign_in = signing_in.arrive(user, device=client(), medium="api")
    return tokens_json(signing_in.tokens_for(sign_in)), 201


@bp.post("/resend-verification", responses={202: Told}, summary="Send the link and the code anew")
@few_registrations
@few_registrations_of_one
@allow(everyone)
def resend(body: EmailBody) -> Any:
    registering.resend(body.email)
    return {"detail": str(say("If a registration waits for that address, a new mail is on its way."))}, 202


@bp.post("/login", responses={200: TokensOut, 401: Problem, 403: Problem, 429: Problem}, summary="Sign in by password")
@few_tries
@few_tries_at_one
@allow(everyone)
def login(body: LoginBody) -> Any:
    sign_in = signing_in.with_password(body.email, body.password, otp=body.otp or "", device=client(), medium="api")
    return tokens_json(signing_in.tokens_for(sign_in))


@bp.post("/refresh", responses={200: TokensOut, 401: Problem}, summary="A new pair of tokens for an old refresh token")
@few_tries
@allow(everyone)
def refresh(body: RefreshBody) -> Any:
    return tokens_json(signing_in.refresh(body.refresh_token))


@bp.post("/logout", responses={204: None, 401: Problem}, summary="End this session")
@allow(members)
def logout() -> Response:
    signing_in.end(g.viewer.sign_in)
    return nothing()


@bp.post(
    "/reauthenticate",
    responses={204: None, 401: Problem, 422: Problem, 429: Problem},
    summary="Prove again that it is me; holds for ten minutes",
)
@few_tries
@allow(members)
def prove_again(body: FreshnessBody) -> Response:
    if body.credential:
        freshness.by_passkey(g.viewer.sign_in, body.credential.answer)
    elif body.otp:
        freshness.by_code(g.viewer.sign_in, body.otp)
    else:
        freshness.by_password(g.viewer.sign_in, body.password or "")
    return nothing()


@bp.post("/request-password-reset", responses={202: Told}, summary="Mail a link to set a new password")
@few_resets
@few_resets_of_one
@allow(everyone)
def request_reset(body: EmailBody) -> Any:
    resetting.ask(body.email)
    return {"detail": str(say("If that address has an account, a link to set a new password is on its way."))}, 202


@bp.post(
    "/reset-password/<token>",
    responses={204: None, 410: Problem, 422: Problem},
    summary="Set a new password by a mail's link; ends every session",
)
@few_tries
@allow(everyone)
def reset(path: ByToken, body: NewPasswordBody) -> Response:
    forgive_wrong_passwords(resetting.reset(path.token, body.password).email)
    return nothing()


@bp.post(
    "/change-password",
    responses={204: None, 401: Problem, 422: Problem},
    summary="Exchange the password; ends every other session",
)
@allow(members)
def change(body: ChangePasswordBody) -> Response:
    resetting.change(g.viewer, body.current_password, body.password, here=g.viewer.sign_in)
    return nothing()


@bp.get("/jwks.json", responses={200: KeysOut}, summary="The public keys that tokens are signed with")
@allow(everyone)
def keys() -> Any:
    return {"keys": access_tokens.public_keys()}
