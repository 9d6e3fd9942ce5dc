"""/journal/search: by words and tags."""

from datetime import date
from uuid import UUID

from flask import Blueprint, g, request
from flask.typing import ResponseReturnValue

from kaya.journal import looking
from kaya.journal.forms import SearchForm
from kaya.journal.looking import Found, Sought
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("search", __name__, url_prefix="/journal/search")

MOST_TAGS = 8


@bp.get("")
@allow(members)
def show() -> ResponseReturnValue:
    form = SearchForm(request.args)
    is_right = form.validate()
    sought = Sought(form.q.data or "", form.tag.data or "") if is_right else Sought()
    found = (
        Found() if sought.is_nothing else looking.look(g.viewer, sought, beyond=place_named(request.args.get("from")))
    )
    return page(
        "journal/search.html",
        fragment="journal/_found.html",
        form=form,
        sought=sought,
        found=found,
        further=place_said(found),
        tags=looking.tags_of(g.viewer),
        most_tags=MOST_TAGS,
        excerpt=looking.excerpt,
        status=200 if is_right else 422,
    )


def place_said(found: Found) -> str | None:
    return f"{found.reached[0].isoformat()}.{found.reached[1]}" if found.reached else None


def place_named(words: str | None) -> tuple[date, UUID] | None:
    """Where an address says to look further; anything else means from the newest on."""
    day, _, id = (words or "").partition(".")
    try:
        return date.fromisoformat(day), UUID(id)
    except ValueError:
        return None
