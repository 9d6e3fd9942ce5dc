"""/staff/services: staff keep the catalogue, what stands in it and what has left it."""

from uuid import UUID

from flask import Blueprint, Response, g, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from kaya.accounts.permissions import Permission
from kaya.care import catalogue, own_service, shelving
from kaya.care.forms.offering import ServiceForm
from kaya.care.models import Service
from kaya.realtime import version_of
from kaya.web.forms import tidy
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("catalogue", __name__, url_prefix="/staff/services")

LONGEST = 200


@bp.get("")
@allow(staff_with(Permission.CONTENT))
def index() -> ResponseReturnValue:
    version = version_of("catalogue", "")
    q, shelf = (tidy(request.args.get(name, ""))[:LONGEST] for name in ("q", "shelf"))
    which = "retired" if request.args.get("show") == "retired" else "listed"
    return page(
        "care/catalogue/index.html",
        fragment="care/catalogue/_stock.html",
        version=version,
        which=which,
        stock=shelving.stock(q, shelf, is_archived=which == "retired"),
        shelves=shelving.shelves(),
        q=q,
        shelf=shelf,
    )


@bp.get("/new")
@allow(staff_with(Permission.CONTENT))
def new() -> ResponseReturnValue:
    return shown(ServiceForm.asked(data={"category_id": request.args.get("shelf", "")}))


@bp.post("")
@allow(staff_with(Permission.CONTENT))
def create() -> ResponseReturnValue:
    form = ServiceForm.asked()
    service = form.carry_out(lambda: own_service.create(g.viewer, form.description()))
    if service:
        return told(say("“%(name)s” stands in the catalogue.", name=service.name))
    return shown(form, status=form.refused_with)


@bp.get("/<uuid:service_id>")
@allow(staff_with(Permission.CONTENT))
def edit(service_id: UUID) -> ResponseReturnValue:
    service = one(service_id)
    return shown(ServiceForm.telling(service), service)


@bp.post("/<uuid:service_id>")
@allow(staff_with(Permission.CONTENT))
def update(service_id: UUID) -> ResponseReturnValue:
    service = one(service_id)
    form = ServiceForm.telling(service)
    if form.carry_out(lambda: own_service.change(g.viewer, service, form.description())):
        return told(say("Your changes are kept."))
    return shown(form, service, status=form.refused_with)


@bp.post("/<uuid:service_id>/retirement")
@allow(staff_with(Permission.CONTENT))
def retire(service_id: UUID) -> ResponseReturnValue:
    service = catalogue.archive_service(g.viewer, one(service_id))
    return told(say("“%(name)s” is out of the catalogue. What is booked stays booked.", name=service.name))


@bp.post("/<uuid:service_id>/return")
@allow(staff_with(Permission.CONTENT))
def restore(service_id: UUID) -> ResponseReturnValue:
    service = catalogue.return_service(g.viewer, one(service_id))
    return told(say("“%(name)s” stands in the catalogue again.", name=service.name))


def one(service_id: UUID) -> Service:
    return find(select(Service), service_id)


def told(words: object) -> ResponseReturnValue:
    flash_notice(words)
    return done(see=url_for(".index"))


def shown(form: ServiceForm, service: Service | None = None, status: int = 200) -> Response:
    offered = shelving.offerings_of(service) if service else []
    coming = shelving.coming(service) if service else 0
    return page(
        "care/catalogue/service.html", status=status, form=form, service=service, offered=offered, coming=coming
    )
