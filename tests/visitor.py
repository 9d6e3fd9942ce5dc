"""A browser without a screen: each request is on its own, as in a server."""

from contextvars import Context
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kaya.db import db

FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


class Visitor(FlaskClient):
    """Someone with cookies. `htmx_get` and `htmx_post` ask for a fragment, as htmx does."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app, app.response_class, use_cookies=True)

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """The request gets an application context of its own: neither `g` nor the session is the test's.

        What the test had read is let go of, so that it reads afterwards what the request wrote.
        """
        session = db.session()
        if session.new or session.dirty or session.deleted:
            raise RuntimeError("The test changed rows and did not commit them: use a verb or a transaction().")
        session.rollback()
        session.expire_all()
        return Context().run(super().open, *args, **kwargs)

    def htmx_get(self, path: str, **kwargs: Any) -> TestResponse:
        return self.get(path, headers=FRAGMENT | kwargs.pop("headers", {}), **kwargs)

    def htmx_post(self, path: str, **kwargs: Any) -> TestResponse:
        return self.post(path, headers=FRAGMENT | kwargs.pop("headers", {}), **kwargs)
