"""Those who come by: a browser without a screen, an API client, an open page's socket. Each request is on its own."""

from contextvars import Context
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from flask_socketio import SocketIOTestClient
from werkzeug.test import TestResponse

from kaya.accounts import signing_in
from kaya.accounts.models import Device, SignIn, User
from kaya.db import db, transaction
from kaya.realtime.news import socketio

FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


def let_go() -> None:
    """What the test had read is forgotten, so that it reads afterwards what others wrote."""
    session = db.session()
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("The test changed rows and did not commit them: use a verb or a transaction().")
    session.rollback()
    session.expire_all()


def arrived(user: User, **more: Any) -> SignIn:
    """Signed in just now, with a second proof where they have one."""
    sign_in = signing_in.arrive(user, **more)
    if user.has_second_factor:
        with transaction():
            sign_in.second_proof_at = sign_in.created_at
    return sign_in


class Visitor(FlaskClient):
    """Someone with cookies, or with a token. `htmx_get` and `htmx_post` ask for a fragment, as htmx does.

    A request gets an application context of its own: neither `g` nor the session is the test's.
    """

    def __init__(self, app: Flask, *, token: str = "") -> None:
        super().__init__(app, app.response_class, use_cookies=not token)
        if token:
            self.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        let_go()
        return Context().run(super().open, *args, **kwargs)

    def sign_in(self, user: User) -> None:
        """From here on this browser is `user`'s."""
        sign_in = arrived(user, device=Device("A test"))
        with self.session_transaction() as session:
            session["_user_id"], session["_fresh"] = str(sign_in.id), True

    def htmx_get(self, path: str, **kwargs: Any) -> TestResponse:
        return self.get(path, headers=FRAGMENT | kwargs.pop("headers", {}), **kwargs)

    def htmx_post(self, path: str, **kwargs: Any) -> TestResponse:
        return self.post(path, headers=FRAGMENT | kwargs.pop("headers", {}), **kwargs)


class Listener(SocketIOTestClient):  # type: ignore[misc]
    """An open page's socket: `ask("subscribe", topic=…)` gets the acknowledgement, `heard("nudge")` what came."""

    def __init__(self, app: Flask, visitor: Visitor, *, token: str = "", origin: str = "") -> None:
        """`origin`: where the page is from that opens it, as a browser says."""
        headers, auth = {"Origin": origin} if origin else None, {"token": token} if token else None
        super().__init__(app, socketio, flask_test_client=visitor, headers=headers, auth=auth)

    def connect(self, *args: Any, **kwargs: Any) -> None:
        let_go()
        Context().run(super().connect, *args, **kwargs)

    def emit(self, *args: Any, **kwargs: Any) -> Any:
        let_go()
        return Context().run(super().emit, *args, **kwargs)

    def disconnect(self, *args: Any, **kwargs: Any) -> None:
        Context().run(super().disconnect, *args, **kwargs)

    def ask(self, event: str, **body: Any) -> Any:
        return self.emit(event, body, callback=True)

    def heard(self, event: str) -> list[Any]:
        """What came under this name since it was last asked; what came under others is forgotten too."""
        return [said["args"][0] if said["args"] else None for said in self.get_received() if said["name"] == event]
