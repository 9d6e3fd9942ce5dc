"""Who is looking: `g.viewer`, a real person or the anonymous one; nothing outside this package asks Flask-Login."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar
from uuid import UUID

from flask import Flask, Response, g, has_request_context, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import LoginManager, current_user, login_user, logout_user

from kaya.origin import Medium, arrive, leave
from kaya.signals import tell
from kaya.web.signals import token_refused


class Viewer(Protocol):
    """What everything may ask of whoever is looking."""

    id: Any
    name: str
    is_authenticated: bool
    is_practitioner: bool
    is_staff: bool
    is_fresh: bool
    has_proved_twice: bool
    key_id: Any
    owes_second_factor: bool
    timezone: str
    language: str

    def may(self, *permissions: Any) -> bool:
        """Are they staff with any of these permissions?"""
        ...


class Anonymous:
    """Someone who has not signed in: asked the same questions, answers no."""

    id: UUID | None = None
    name = ""
    is_authenticated = False
    is_practitioner = False
    is_staff = False
    is_fresh = False
    has_proved_twice = False
    key_id: UUID | None = None
    owes_second_factor = False
    timezone = ""
    language = ""

    def may(self, *permissions: Any) -> bool:
        return False

    def get_id(self) -> None:
        return None


login_manager = LoginManager()
login_manager.anonymous_user = Anonymous
login_manager.session_protection = None

KEY = "X-Admin-Key"

Reader = TypeVar("Reader", bound=Callable[..., Any])

_bearer_reader: list[Callable[[str], Any]] = []


def read_bearers_with(reader: Reader) -> Reader:
    """Declare how an API request's bearer token becomes a viewer."""
    _bearer_reader[:] = [reader]
    return reader


_key_reader: list[Callable[[str, bool], Any]] = []


def read_keys_with(reader: Reader) -> Reader:
    """Declare how an API request's admin key becomes a viewer, by whether the request would change something."""
    _key_reader[:] = [reader]
    return reader


_socket_reader: list[Callable[[str | None, str | None], Any]] = []


def read_sockets_with(reader: Callable[[str | None, str | None], Any]) -> Callable[[str | None, str | None], Any]:
    """Declare how a socket's sign-in id or access token becomes a viewer (with `sign_in_id`), or None when it ended."""
    _socket_reader[:] = [reader]
    return reader


def socket_viewer(sign_in_id: str | None, *, token: str | None = None) -> Any:
    """The viewer behind a socket: anonymous without any proof, None with one that is no longer good."""
    if not sign_in_id and not token:
        return Anonymous()
    return _socket_reader[0](sign_in_id, token) if _socket_reader else None


def install(app: Flask) -> None:
    """Not by Flask-Login's init_app: what that adds for "remember me" would look at the session in every answer."""
    app.login_manager = login_manager  # type: ignore[attr-defined]
    app.session_interface = Sessions()
    app.teardown_request(lambda error: leave())


class Sessions(SecureCookieSessionInterface):
    """A form on another site arrives without its visitor's cookie (SameSite), and is answered as to a stranger.

    That answer brings no cookie: it would take the place of theirs, and sign them out.
    """

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        is_from_elsewhere = request.headers.get("Sec-Fetch-Site") == "cross-site"
        if request.method in ("GET", "HEAD") or not is_from_elsewhere:
            super().save_session(app, session, response)


def is_api() -> bool:
    return has_request_context() and request.path.startswith("/api/")


files_for_everyone = {"static"}  # endpoints that look at no session, so that anyone on the way may keep what they send


def load_viewer() -> None:
    """Set `g.viewer`: by cookie for pages, by bearer token or admin key for the API, never the other way round."""
    if request.endpoint in files_for_everyone:
        g.viewer = Anonymous()
    elif is_api():
        g.viewer = (by_key() if KEY in request.headers else by_bearer()) or Anonymous()
    else:
        g.viewer = current_user._get_current_object()
    medium = (Medium.KEY if g.viewer.key_id else Medium.API) if is_api() else Medium.BROWSER
    arrive(medium, request_id=g.get("own_request_id", ""), address=request.remote_addr or "", viewer=g.viewer)
    if is_api() and not g.viewer.is_authenticated and {"Authorization", KEY} & {*request.headers.keys()}:
        tell(token_refused, {})


def by_key() -> Viewer | None:
    if not _key_reader:
        return None
    viewer: Viewer | None = _key_reader[0](request.headers[KEY].strip(), request.method not in ("GET", "HEAD"))
    return viewer


def by_bearer() -> Viewer | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token or not _bearer_reader:
        return None
    viewer: Viewer | None = _bearer_reader[0](token.strip())
    return viewer


def remember(viewer: Any) -> None:
    """From here on the browser that sent this request is `viewer`; what it knew as a stranger opens nothing."""
    session.pop("csrf_token", None)
    login_user(viewer)
    session.permanent = True
    g.viewer = viewer


def was_signed_out() -> bool:
    """Is this the browser of someone whose sign-in was ended elsewhere, or by time?"""
    return "_user_id" in session and not g.viewer.is_authenticated


def forget() -> None:
    logout_user()
    session.clear()
    g.viewer = Anonymous()
