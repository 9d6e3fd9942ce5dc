"""Finding someone, and their page."""

from uuid import UUID

from flask import Blueprint, Response, abort, g, request, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from kaya.care import catalogue, directory
from kaya.care.additions import additions_for
from kaya.care.forms.directory import FILTERS, DirectoryForm
from kaya.care.models import Offering, Practitioner
from kaya.care.views.lists import found, seal, spoken_count
from kaya.db import db
from kaya.realtime import version_of
from kaya.refusal import Refusal
from kaya.web.api import is_uuid
from kaya.web.paging import Page
from kaya.web.policy import allow, everyone
from kaya.web.respond import page
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
    return one, len(one.items) if is_all else spoken_count(rows)


@bp.get("/<slug>")
@allow(everyone)
def show(slug: str) -> Response:
    practitioner = visible(slug)
    version = version_of("availability", practitioner.id)
    directory.furnish([practitioner])
    return page(
        "care/practitioners/show.html",
        practitioner=practitioner,
        offering=chosen(practitioner),
        version=version,
        additions=additions_for(practitioner, g.viewer),
    )


def visible(slug: str) -> Practitioner:
    """The one at this address, if the directory shows them, or if it is the viewer's own, or staff look."""
    rows = select(Practitioner).options(joinedload(Practitioner.verification))
    named = Practitioner.id == UUID(slug) if is_uuid(slug) else Practitioner.slug == catalogue.plain(slug)
    practitioner: Practitioner | None = db.session.scalar(rows.where(named))
    if practitioner is None or not (practitioner.is_listed or practitioner.is_kept_by(g.viewer)):
        abort(404)
    return practitioner


def chosen(practitioner: Practitioner) -> Offering | None:
    """What the address says is to be booked (?offering= or ?service=), else the least dear."""
    asked_for = {request.args.get("offering", ""), request.args.get("service", "")}
    fits = (each for each in practitioner.offerings if {str(each.id), each.service.slug} & asked_for)
    return next(fits, practitioner.offerings[0] if practitioner.offerings else None)
