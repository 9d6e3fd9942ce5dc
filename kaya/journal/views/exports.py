"""/journal/export: the open pages of a span of days, as a PDF to read or as files to keep."""

from datetime import date
from importlib import import_module
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, abort, g, request, send_file
from flask.typing import ResponseReturnValue

from kaya.accounts.days import day_of
from kaya.journal import binding
from kaya.journal.binding import Span
from kaya.journal.forms import SpanForm
from kaya.web.limits import limit
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("exports", __name__, url_prefix="/journal/export")

LETTERS = "kaya.journal.printing"  # loading it takes a second: only who prints waits for it


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    today = day_of(g.viewer)
    form = SpanForm(formdata=None, since=today.replace(day=1), until=today)
    return page("journal/export.html", form=form, today=today, pages=binding.number(g.viewer, Span()))


@bp.get("/journal.pdf")
@limit("journal-export")
@allow(members, fresh=True)
def pdf() -> ResponseReturnValue:
    span = span_meant()
    printing: Any = import_module(LETTERS)
    return sent(printing.printed(g.viewer, span), "pdf", "application/pdf", span)


@bp.get("/journal.zip")
@limit("journal-export")
@allow(members, fresh=True)
def archive() -> ResponseReturnValue:
    span = span_meant()
    return sent(binding.packed(g.viewer, span), "zip", "application/zip", span)


def span_meant() -> Span:
    form = SpanForm(request.args)
    if not form.validate():
        abort(422)
    return Span(form.since.data, form.until.data)


def sent(content: bytes, suffix: str, kind: str, span: Span) -> Response:
    named = "-".join(["journal", *(day.isoformat() for day in (span.since, span.until) if isinstance(day, date))])
    response = send_file(BytesIO(content), mimetype=kind, as_attachment=True, download_name=f"{named}.{suffix}")
    response.headers["Cache-Control"] = "no-store"
    return response
