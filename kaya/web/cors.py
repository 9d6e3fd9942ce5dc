"""Other sites' pages may call the API, if the settings name them; with a token, never with our cookies."""

from flask import Flask, Response, make_response, request
from flask_cors import CORS

from kaya.config import Settings
from kaya.web.viewer import is_api

MAY_SEND = ("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-Cart-Token")
MAY_READ = (
    *("ETag", "Location", "Retry-After", "X-Request-Id", "X-Cart-Token"),
    *("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
HOUR = 3600


def install(app: Flask, settings: Settings) -> None:
    """Called before anyone asks who is looking: a browser asks beforehand without saying who it is."""
    if not settings.cors_origins:
        return
    app.before_request(answer_question_beforehand)
    app.after_request(vary_by_origin)
    CORS(
        app,
        resources=r"/api/.*",
        origins=settings.cors_origins,
        methods=METHODS,
        allow_headers=MAY_SEND,
        expose_headers=MAY_READ,
        supports_credentials=False,
        send_wildcard=False,
        always_send=False,
        max_age=HOUR,
    )


def answer_question_beforehand() -> Response | None:
    """A preflight: it is nobody's, counts against no limit, and what it may do is said by its headers."""
    if request.method == "OPTIONS" and is_api() and "Access-Control-Request-Method" in request.headers:
        return make_response("", 204)
    return None


def vary_by_origin(response: Response) -> Response:
    if is_api():
        response.vary.add("Origin")
    return response
