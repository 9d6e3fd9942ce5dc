"""What every answer carries: a request id, a strict policy with a fresh nonce, and no leaks to caches."""

import re
import secrets
import time

import structlog
from flask import Flask, g, redirect, request
from werkzeug.wrappers import Response

from kaya.config import settings
from kaya.db import uuid7
from kaya.web.viewer import is_api

log = structlog.get_logger(__name__)

QUIET = {"static", "health.show"}
MISSING = 400
A_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


def install(app: Flask) -> None:
    app.before_request(begin)
    app.before_request(go_on_by_https)
    app.after_request(finish)
    app.jinja_env.globals["csp_nonce"] = csp_nonce


def begin() -> None:
    """A client may name its request, and finds the name again; what the trail keeps is nobody's to choose."""
    given, g.own_request_id = request.headers.get("X-Request-Id", ""), uuid7().hex
    g.request_id = given if A_REQUEST_ID.fullmatch(given) else g.own_request_id
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)
    if g.request_id != g.own_request_id:
        structlog.contextvars.bind_contextvars(own_request_id=g.own_request_id)
    g.began = time.perf_counter()


def go_on_by_https() -> Response | None:
    """Outside development, to the same page at this site's own address; the machine's check is answered as it comes."""
    if settings().is_development or request.is_secure or request.endpoint == "health.show":
        return None
    return redirect(settings().public_url + request.full_path.rstrip("?"), 308)


def csp_nonce() -> str:
    """This answer's own word: a script without it does not run."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def content_security_policy() -> str:
    nonce = f" 'nonce-{g.nonce}'" if "nonce" in g else ""
    sockets = settings().public_url.replace("http", "ws", 1)
    return (
        f"default-src 'self'; script-src 'self'{nonce}; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        f"connect-src 'self' {sockets}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
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
    """A page made for someone is kept by nobody on the way; a static file by everyone, unless it is not there."""
    if request.endpoint == "static" and response.status_code >= MISSING:
        response.headers["Cache-Control"] = "no-store"
        response.vary.add("Cookie")
    if request.endpoint == "static" or "Cache-Control" in response.headers:
        return
    if is_api():
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.update(("Authorization", "X-Admin-Key"))
    else:
        viewer = g.get("viewer")
        known = viewer is not None and viewer.is_authenticated
        is_secret = known or "token" in (request.view_args or {})
        response.headers["Cache-Control"] = "no-store" if is_secret else "private, no-cache"
        response.vary.add("Cookie")
