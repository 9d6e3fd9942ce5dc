"""The answers a view can give: here is a page, it is done, or here is the row you asked for."""

from typing import Any, TypeVar

from flask import Response, abort, flash, make_response, redirect, render_template, request
from sqlalchemy import Select
from werkzeug.urls import iri_to_uri
from werkzeug.wrappers import Response as AnyResponse

from kaya.db import db

Row = TypeVar("Row")


def wants_fragment() -> bool:
    """Did htmx ask for a part of a page?"""
    return request.headers.get("HX-Request-Type") == "partial"


def page(template: str, *, fragment: str | None = None, status: int = 200, **context: Any) -> Response:
    """Render the whole page, or only its fragment when htmx asked for just that."""
    name = fragment if fragment and wants_fragment() else template
    response = make_response(render_template(name, **context), status)
    response.vary.add("HX-Request-Type")
    return response


def done(*, see: str, fragment: str | None = None, event: str | None = None, **context: Any) -> AnyResponse:
    """Answer a successful change: the new fragment for htmx, a redirect for everyone else.

    Without a fragment htmx is sent to `see` as a whole page.
    """
    if not wants_fragment():
        return redirect(see, 303)
    if not fragment:
        return make_response("", 200, {"HX-Redirect": iri_to_uri(see)})
    response = make_response(render_template(fragment, **context))
    if event:
        response.headers["HX-Trigger"] = event
    return response


def find(rows: Select[Row], row_id: Any) -> Row:
    """The one of `rows` with this id; a row out of the viewer's scope is as missing as one that never was."""
    model = rows.column_descriptions[0]["entity"]
    row = db.session.scalar(rows.where(model.id == row_id))
    return row if row is not None else abort(404)


def find_by(rows: Select[Row], **named: Any) -> Row:
    """The one of `rows` with these column values, or 404."""
    row = db.session.scalar(rows.filter_by(**named))
    return row if row is not None else abort(404)


def every(rows: Select[Row]) -> list[Row]:
    """All of `rows`, where there are never many."""
    return list(db.session.scalars(rows))


def flash_notice(message: object, kind: str = "good") -> None:
    """A word that the next page shows once."""
    flash(str(message), kind)
