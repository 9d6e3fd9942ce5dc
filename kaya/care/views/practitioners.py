"""Finding someone, and their page."""

from flask import Blueprint, Response, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from kaya.care import catalogue, directory
from kaya.care.additions import additions_for
from kaya.care.forms.directory import FILTERS, DirectoryForm
from kaya.care.models import Practitioner
from kaya.care.views.lists import found, seal
from kaya.care.views.slots import shown_times, times_page
from kaya.care.views.visible import chosen, visible
from kaya.refusal import Refusal
from kaya.web.paging import Page, counted
from kaya.web.policy import allow, everyone
from kaya.web.respond import page, wants_fragment
from kaya.web.templating import reading_zone

bp = Blueprint("practitioners", __name__, url_prefix="/practitioners")

A_PAGE = 12
SHOWN = ("offerings", "languages")


@bp.get("")
@allow(everyone)
def index() -> Response:
    form = asked()
    practitioners, number = searched(form)
    response = page(
        "care/practitioners/index.html",
        fragment="care/practitioners/_directory.html",
        status=422 if form.errors else 200,
        form=form,
        practitioners=practitioners,
        number=number,
        filters=FILTERS,
    )
    response.headers["HX-Replace-Url"] = url_for(".index", **form.address())
    return response


@bp.get("/")
@allow(everyone)
def index_with_slash() -> ResponseReturnValue:
    asked_for = request.query_string.decode("ascii", "ignore")
    return redirect(url_for(".index") + (f"?{asked_for}" if asked_for else ""), 308)


def asked() -> DirectoryForm:
    form = DirectoryForm(request.args)
    service = catalogue.listed_service(form.service.data or "")
    form.offer(directory.choices(), service)
    form.validate()
    return form


def searched(form: DirectoryForm) -> tuple[Page[Practitioner], int | str]:
    """A page of who fits, and how many fit; a cursor that belongs to another search begins anew."""
    wanted, cursor = form.wanted(reading_zone()), request.args.get("cursor")
    rows, bound_to = directory.matching(wanted), seal(wanted)
    try:
        one = found(rows, form.order, cursor=cursor, limit=A_PAGE, bound_to=bound_to, names=SHOWN)
    except Refusal:
        one, cursor = found(rows, form.order, limit=A_PAGE, bound_to=bound_to, names=SHOWN), None
    is_all = not cursor and one.next_cursor is None
    return one, len(one.items) if is_all else counted(rows)


@bp.get("/<slug>")
@allow(everyone)
def show(slug: str) -> Response:
    practitioner = visible(slug)
    if wants_fragment():
        return times_page(practitioner, "profile")
    directory.furnish([practitioner])
    offering = chosen(practitioner)
    times = shown_times(practitioner, offering, "profile") if offering else {"offering": None}
    additions = additions_for(practitioner, g.viewer)
    return page("care/practitioners/show.html", **{"practitioner": practitioner, "additions": additions} | times)
