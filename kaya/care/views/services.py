"""The catalogue: what is done here for people, and who does it."""

from flask import Blueprint, Response, abort, request

from kaya.care import catalogue
from kaya.care.catalogue import Sought
from kaya.care.directory import Sort
from kaya.care.views.lists import found
from kaya.refusal import Refusal
from kaya.web.forms import tidy
from kaya.web.policy import allow, everyone
from kaya.web.respond import page

bp = Blueprint("services", __name__, url_prefix="/services")

A_PAGE = 12
LONGEST = 200


@bp.get("")
@allow(everyone)
def index() -> Response:
    q, category = (tidy(request.args.get(name, ""))[:LONGEST] for name in ("q", "category"))
    return page(
        "care/services/index.html",
        fragment="care/services/_shelves.html",
        shelves=catalogue.shelves(Sought(q=q, category=category)),
        categories=catalogue.categories(),
        q=q,
        category=category,
    )


@bp.get("/<slug>")
@allow(everyone)
def show(slug: str) -> Response:
    service = catalogue.listed_service(slug) or abort(404)
    rows = catalogue.practitioners_of(service)
    try:
        practitioners = found(
            rows, Sort.SOONEST, cursor=request.args.get("cursor"), limit=A_PAGE, bound_to=str(service.id)
        )
    except Refusal:
        practitioners = found(rows, Sort.SOONEST, limit=A_PAGE, bound_to=str(service.id))
    return page("care/services/show.html", service=service, practitioners=practitioners)
