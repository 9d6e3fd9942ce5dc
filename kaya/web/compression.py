"""Fewer bytes on the way: built files as the build pressed them, pages and JSON pressed as they leave."""

import gzip
import mimetypes
import re
from pathlib import Path

import brotli
from flask import Flask, current_app, request, send_from_directory
from werkzeug.security import safe_join
from werkzeug.wrappers import Response

A_YEAR = 365 * 24 * 3600
HASHED = re.compile(r"dist/[^/]+-[0-9A-Z]{8}\.\w+")
SUFFIXES = {"br": ".br", "gzip": ".gz"}  # the best first
WORTH_IT = 2048  # bytes
TEXTS = {"text/html", "text/plain", "application/json", "application/problem+json"}


def install(app: Flask) -> None:
    """Called before whatever else looks at answers, so that this sees them last."""
    app.view_functions["static"] = send_static
    app.after_request(press)


def send_static(filename: str) -> Response:
    """A file of the build under its hashed name never changes, and comes pressed to whoever can take it so."""
    folder = Path(current_app.static_folder or "static")
    is_built = HASHED.fullmatch(filename) is not None
    encoding = next((name for name in accepted() if is_built and has(folder, filename + SUFFIXES[name])), None)
    sent = filename + SUFFIXES.get(encoding or "", "")
    response = send_from_directory(folder, sent, mimetype=mimetype_of(filename), max_age=A_YEAR if is_built else None)
    if is_built:
        response.cache_control.immutable = True
        response.vary.add("Accept-Encoding")
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def press(response: Response) -> Response:
    """Press what is long enough, unless another site may have led the browser here to learn from its length."""
    if not may_be_pressed(response):
        return response
    response.vary.add("Accept-Encoding")
    encoding = next(iter(accepted()), None)
    if encoding is None or is_led_from_elsewhere():
        return response
    whole = response.get_data()
    response.set_data(brotli.compress(whole, quality=4) if encoding == "br" else gzip.compress(whole, 6, mtime=0))
    response.headers["Content-Encoding"] = encoding
    etag, _ = response.get_etag()
    if etag:
        response.set_etag(etag, weak=True)
    return response


def may_be_pressed(response: Response) -> bool:
    return (
        request.method == "GET"
        and response.status_code == 200
        and response.mimetype in TEXTS
        and not response.direct_passthrough
        and not response.is_streamed
        and "Content-Encoding" not in response.headers
        and len(response.get_data()) >= WORTH_IT
    )


def is_led_from_elsewhere() -> bool:
    """Another site made a browser that is known here ask: it may choose the words, and must not learn by the length."""
    return bool(request.cookies) and request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")


def accepted() -> list[str]:
    """Brotli, then gzip, of what the client takes."""
    return [name for name in SUFFIXES if request.accept_encodings.quality(name) > 0]


def has(folder: Path, name: str) -> bool:
    place = safe_join(str(folder), name)
    return place is not None and Path(place).is_file()


def mimetype_of(filename: str) -> str:
    return mimetypes.guess_type(filename)[0] or "application/octet-stream"
