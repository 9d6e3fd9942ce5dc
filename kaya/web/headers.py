"""What every answer carries: a request id, a strict policy with a fresh nonce, and no leaks to caches."""

import re
import secrets
import time

import structlog
from flask import Flask, g, request
from werkzeug.wrappers import Response

from kaya.db import uuid7
from kaya.web.viewer import is_api

log = structlog.get_logger(__name__)

QUIET = {"static", "health.show"}
A_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


def install(app: Flask) -> None:
    app.before_request(begin)
    app.after_request(finish)
    app.jinja_env.globals["csp_nonce"] = csp_nonce


def begin() -> None:
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if A_REQUEST_ID.fullmatch(given) else uuid7().hex
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)
    g.began = time.perf_counter()


def csp_nonce() -> str:
    """This answer's own word: a script without it does not run."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def content_security_policy() -> str:
    nonce = f" 'nonce-{g.nonce}'" if "nonce" in g else ""
    return (
        f"default-src 'self'; script-src 'self'{nonce}; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def finish(response: Response) -> Response:
    headers = response.headers
    headers["X-Request-Id"] = g.get("request_id", "")
    headers.setdefault("Content-Security-Policy", content_security_policy())
    headers["X-Content-Type-Options"] = "nosniff"
    headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(), payment=()"
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    keep_private(response)
    note(response)
    return response


def note(response: Response) -> None:
    """One line for each request: the route, never the address, which may hold a secret."""
    if request.endpoint in QUIET:
        return
    route = request.url_rule.rule if request.url_rule else "unknown"
    spent = round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000, 1)
    log.info("answered", method=request.method, route=route, status=response.status_code, milliseconds=spent)


def keep_private(response: Response) -> None:
    """A page made for someone is kept by nobody on the way; a static file by everyone."""
    if request.endpoint == "static" or "Cache-Control" in response.headers:
        return
    if is_api():
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.add("Authorization")
    else:
        viewer = g.get("viewer")
        known = viewer is not None and viewer.is_authenticated
        response.headers["Cache-Control"] = "no-store" if known else "private, no-cache"
        response.vary.add("Cookie")
