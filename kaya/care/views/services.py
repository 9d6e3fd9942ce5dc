"""The catalogue: what is done here for people, and who does it."""

from flask import Blueprint, Response, abort, request

from kaya.care import catalogue
from kaya.care.catalogue import Sought
from kaya.care.directory import Sort
from kaya.care.views.lists import found
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.forms import tidy
from kaya.web.policy import allow, everyone
from kaya.web.respond import page

bp = Blueprint("services", __name__, url_prefix="/services")

A_PAGE = 12
SHOWN = ("offerings", "languages")
LONGEST = 200


@bp.get("")
@allow(everyone)
def index() -> Response:
    version = version_of("catalogue", "")
    q, category = (tidy(request.args.get(name, ""))[:LONGEST] for name in ("q", "category"))
    return page(
        "care/services/index.html",
        fragment="care/services/_shelves.html",
        shelves=catalogue.shelves(Sought(q=q, category=category)),
        categories=catalogue.categories(),
        version=version,
        q=q,
        category=category,
    )


@bp.get("/<slug>")
@allow(everyone)
def show(slug: str) -> Response:
    service = catalogue.listed_service(slug) or abort(404)
    rows, bound_to = catalogue.practitioners_of(service), str(service.id)
    try:
        cursor = request.args.get("cursor")
        people = found(rows, Sort.SOONEST, cursor=cursor, limit=A_PAGE, bound_to=bound_to, names=SHOWN)
    except Refusal:
        people = found(rows, Sort.SOONEST, limit=A_PAGE, bound_to=bound_to, names=SHOWN)
    return page("care/services/show.html", service=service, practitioners=people)
