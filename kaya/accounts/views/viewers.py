"""Who is looking: a cookie, a bearer token or a socket's proof becomes a person, by one query each."""

from uuid import UUID

from flask import Flask, Response, current_app, g
from sqlalchemy import Select

from kaya.accounts import access_tokens, admin_keys, signing_in
from kaya.accounts.models import ApiKey, SignIn, User
from kaya.db import db
from kaya.web.viewer import login_manager, read_bearers_with, read_keys_with, read_sockets_with


@login_manager.user_loader
def by_cookie(sign_in_id: str) -> User | None:
    """The person of a browser's live sign-in."""
    try:
        return first(SignIn.live().where(SignIn.id == UUID(sign_in_id), SignIn.medium == "browser"))
    except ValueError:
        return None


@read_bearers_with
def by_token(token: str) -> User | None:
    """The person of an access token whose sign-in is live."""
    claims = access_tokens.read(token)
    if claims is None:
        return None
    return first(
        SignIn.live().where(SignIn.id == claims.sign_in_id, SignIn.user_id == claims.user_id, SignIn.medium == "api")
    )


@read_keys_with
def by_key(words: str, writes: bool) -> User | None:
    """The member of staff whose work an admin key does."""
    key = admin_keys.known(words)
    return key.viewer(writes=writes) if key else None


@read_sockets_with
def by_socket(sign_in_id: str | None, token: str | None) -> User | None:
    """The person of a socket: by access token when it brings one, else by its sign-in, of either medium."""
    if token:
        return by_token(token)
    try:
        return first(SignIn.live().where(SignIn.id == UUID(sign_in_id or "")))
    except ValueError:
        return None


def first(rows: Select[SignIn]) -> User | None:
    sign_in = db.session.scalar(rows)
    return sign_in.viewer if sign_in else None


def notice_afterwards(response: Response) -> Response:
    """Once the answer is out, write down that its sign-in or key was in use, at most every five minutes."""
    viewer = g.get("viewer")
    proof: SignIn | ApiKey | None = getattr(viewer, "sign_in", None) or getattr(viewer, "key", None)
    if proof is not None and proof.is_unnoticed:
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
        response.call_on_close(lambda: notice(app, proof))
    return response


def notice(app: Flask, proof: SignIn | ApiKey) -> None:
    with app.app_context():
        if isinstance(proof, ApiKey):
            admin_keys.notice(proof)
        else:
            signing_in.notice(proof)
        db.session.remove()
