"""How an error looks: a page for people, a notice for htmx, problem+json for machines."""

import structlog
from flask import Flask, Response, g, json, make_response, render_template, request
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolIsEmpty
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError, TooManyRequests

from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.respond import wants_fragment
from kaya.web.viewer import Anonymous, is_api
from kaya.words import say

log = structlog.get_logger(__name__)

UNWELL = 500
METHOD_NOT_ALLOWED = 405
ONLY_READS = "25006"  # PostgreSQL: a standby, or an operator said so

TITLES = {
    400: (
        say("That request could not be read."),
        say("Something in it was garbled. Please go back and try once more."),
    ),
    401: (say("Please sign in first."), say("This needs to know who you are.")),
    403: (say("This is not open to you."), say("You are signed in, but this part of the house belongs to others.")),
    404: (say("There is nothing at this address."), say("It may have moved, or it may not be yours to see.")),
    405: (
        say("That can't be done here."),
        say("The address is right, but not for this. Please go back and use the page's own buttons."),
    ),
    409: (say("Something changed meanwhile."), say("Please look again and decide anew.")),
    410: (say("This link has been used, or its time is over."), say("Ask for a new one, please.")),
    412: (say("Someone was faster."), say("It has changed since you opened it. Please look again.")),
    413: (say("That is too large."), say("Please choose a smaller file or a shorter text.")),
    415: (say("That kind of content is not understood here."), say("Please send JSON, or use the form.")),
    422: (say("Something in the form needs mending."), say("Please go back and look at what is marked.")),
    429: (say("That was a lot in a short time."), say("Please wait a little and try again.")),
    500: (
        say("Something broke on our side."),
        say("It has been noted. What you did before is safe; please try again."),
    ),
    503: (say("Kaya needs a moment."), say("Please try again shortly. Nothing that was confirmed is lost.")),
}
OF_MACHINES = {422: say("Something in the request needs mending.")}  # there is no form


def install(app: Flask) -> None:
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(HTTPException, failed)
    app.register_error_handler(StaleDataError, outpaced)
    app.register_error_handler(DBAPIError, of_the_database)
    app.register_error_handler(PoolIsEmpty, unavailable)
    app.register_error_handler(Exception, broken)


def refused(refusal: Refusal) -> Response:
    """A verb's no that no form took up."""
    errors = {refusal.field: [str(refusal.message)]} if refusal.field else None
    response = answer(refusal.status, str(refusal.message), kind=refusal.kind, errors=errors, **refusal.details)
    if "retry_after" in refusal.details:
        response.headers["Retry-After"] = str(refusal.details["retry_after"])
    return response


def failed(error: HTTPException) -> Response:
    if error.response is not None:
        return make_response(error.response)
    response = answer(error.code or 500, str(words_for(error.code or 500)))
    if isinstance(error, TooManyRequests) and "Retry-After" not in response.headers:
        response.headers["Retry-After"] = "60"
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def words_for(status: int) -> object:
    """What to do about it: there are no buttons where a machine asks."""
    if status == METHOD_NOT_ALLOWED and is_api():
        return say("The address is right, but not for this method. Allow says which it takes.")
    return TITLES.get(status, TITLES[400])[1]


def outpaced(error: StaleDataError) -> Response:
    return answer(409, str(TITLES[409][1]), kind="changed-meanwhile")


def of_the_database(error: DBAPIError) -> Response:
    """Away, full, busy, only for reading: later. A value that it cannot keep: theirs. A statement refused: ours."""
    only_reads = getattr(error.orig, "sqlstate", None) == ONLY_READS
    if isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated or only_reads:
        return unavailable(error)
    if isinstance(error, DataError):
        return garbled(error)
    return broken(error)


def garbled(error: DataError) -> Response:
    """What no field caught, and the database cannot keep: half a character, a number beyond its range."""
    log.warning("The database cannot keep a value", kind=type(error.orig).__name__)
    db.session.rollback()
    return answer(400, str(TITLES[400][1]))


def unavailable(error: Exception) -> Response:
    log.exception("The database did not answer")
    response = answer(503, str(TITLES[503][1]), kind="unavailable")
    response.headers["Retry-After"] = "5"
    return response


def broken(error: Exception) -> Response:
    log.exception("A request failed")
    return failed(InternalServerError())


def answer(
    status: int, detail: str, *, kind: str = "", errors: dict[str, list[str]] | None = None, **more: object
) -> Response:
    title = str(OF_MACHINES.get(status) if is_api() and status in OF_MACHINES else TITLES.get(status, TITLES[400])[0])
    is_bare = status >= UNWELL or isinstance(request.routing_exception, SecurityError)
    if is_bare:
        ask_nothing_more()
    if is_api():
        return problem(status, title, detail, kind=kind, errors=errors, **more)
    if wants_fragment():
        response = make_response(render_template("errors/_notice.html", status=status, detail=detail), status)
        response.headers.update({"HX-Retarget": "#notices", "HX-Reswap": "beforeend"})
        return response
    template = "errors/unwell.html" if is_bare else "errors/page.html"
    words = {"status": status, "title": title, "detail": detail, "request_id": g.get("request_id")}
    return make_response(render_template(template, **words), status)


def ask_nothing_more() -> None:
    """What is rendered now needs neither the database nor addresses: a host that is not ours has none."""
    db.session.rollback()
    g.viewer, g.zone_of_reader = Anonymous(), "UTC"


def problem(
    status: int, title: str, detail: str, *, kind: str = "", errors: dict[str, list[str]] | None = None, **more: object
) -> Response:
    """RFC 9457, with the request's id and, for 422, what is wrong by field."""
    body: dict[str, object] = {
        "type": f"/problems/{kind or NAMES.get(status, 'error')}",
        "title": title,
        "status": status,
        "detail": detail,
    }
    body["request_id"] = g.get("request_id")
    if errors is not None:
        body["errors"] = errors
    return make_response(json.dumps(body | more), status, {"Content-Type": "application/problem+json"})


NAMES = {
    400: "bad-request",
    401: "unauthenticated",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    409: "conflict",
    410: "gone",
    412: "changed-meanwhile",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid",
    429: "too-many-requests",
    500: "internal",
    503: "unavailable",
}
