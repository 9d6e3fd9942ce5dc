"""How large a body may be: a text's size everywhere, a file's where a view takes one."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

View = TypeVar("View", bound=Callable[..., Any])

BESIDE_THE_FILE = 64 * 1024


def takes_files(view: View) -> View:
    """Declare that a view's body may be as large as the setting MEDIA_MAX_BYTES, and its other fields."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    app.before_request(widen)


def widen() -> None:
    """Before anyone reads the body."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "takes_files", False):
        request.max_content_length = current_app.config["KAYA"].media_max_bytes + BESIDE_THE_FILE
