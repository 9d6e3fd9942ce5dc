"""/desk/services: what a practitioner offers, and the services that they put into the catalogue."""

from uuid import UUID

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from kaya.care import catalogue, offering, own_service
from kaya.care.forms.offering import OfferingForm, ServiceForm
from kaya.care.models import Offering, Service
from kaya.care.views.profile import own
from kaya.db import db
from kaya.refusal import Refusal
from kaya.web.policy import allow, practitioners
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("offerings", __name__, url_prefix="/desk/services")


@bp.get("")
@allow(practitioners)
def index() -> ResponseReturnValue:
    practitioner = own()
    rows = Offering.listed().where(Offering.practitioner_id == practitioner.id)
    made = select(Service).where(Service.created_by_id == g.viewer.id, Service.is_archived.is_(False))
    return page(
        "care/offerings/index.html",
        practitioner=practitioner,
        offerings=db.session.scalars(rows.order_by(Service.name, Offering.mode, Offering.id)).all(),
        services=db.session.scalars(made.order_by(Service.name, Service.id)).all(),
    )


@bp.get("/new")
@allow(practitioners)
def new() -> ResponseReturnValue:
    form = OfferingForm.asked(data={"service": request.args.get("service", "")})
    return page("care/offerings/new.html", form=form, practitioner=own())


@bp.post("")
@allow(practitioners)
def create() -> ResponseReturnValue:
    practitioner, form = own(), OfferingForm.asked()
    if form.carry_out(lambda: offering.offer(g.viewer, practitioner, chosen_service(form), form.terms())):
        return kept(say("You offer it from now on."))
    return page("care/offerings/new.html", status=form.refused_with, form=form, practitioner=practitioner)


@bp.get("/<uuid:offering_id>")
@allow(practitioners)
def edit(offering_id: UUID) -> ResponseReturnValue:
    one = offered(offering_id)
    return page("care/offerings/edit.html", form=OfferingForm.telling(one), offering=one)


@bp.post("/<uuid:offering_id>")
@allow(practitioners)
def update(offering_id: UUID) -> ResponseReturnValue:
    one = offered(offering_id)
    form = OfferingForm.telling(one)
    if form.carry_out(lambda: offering.change_offering(g.viewer, own(), one, form.terms())):
        return kept(say("Your changes are kept."))
    return page("care/offerings/edit.html", status=form.refused_with, form=form, offering=one)


@bp.post("/<uuid:offering_id>/archive")
@allow(practitioners)
def archive(offering_id: UUID) -> ResponseReturnValue:
    offering.archive_offering(g.viewer, own(), offered(offering_id))
    return kept(say("You no longer offer it. What is booked stays booked."))


@bp.get("/catalogue/new")
@allow(practitioners)
def new_service() -> ResponseReturnValue:
    own()
    return page("care/offerings/service.html", form=ServiceForm.asked(), service=None)


@bp.post("/catalogue")
@allow(practitioners)
def create_service() -> ResponseReturnValue:
    own()
    form = ServiceForm.asked()
    service = form.carry_out(lambda: catalogue.create_service(g.viewer, form.description()))
    if service:
        words = say("“%(name)s” stands in the catalogue. Now say how you offer it.", name=service.name)
        return kept(words, see=url_for(".new", service=service.id))
    return page("care/offerings/service.html", status=form.refused_with, form=form, service=None)


@bp.get("/catalogue/<uuid:service_id>")
@allow(practitioners)
def edit_service(service_id: UUID) -> ResponseReturnValue:
    service = made(service_id)
    return page("care/offerings/service.html", form=ServiceForm.telling(service), service=service)


@bp.post("/catalogue/<uuid:service_id>")
@allow(practitioners)
def update_service(service_id: UUID) -> ResponseReturnValue:
    service = made(service_id)
    form = ServiceForm.telling(service)
    if form.carry_out(lambda: own_service.change(g.viewer, service, form.description())):
        return kept(say("Your changes are kept."))
    return page("care/offerings/service.html", status=form.refused_with, form=form, service=service)


@bp.post("/catalogue/<uuid:service_id>/archive")
@allow(practitioners)
def archive_service(service_id: UUID) -> ResponseReturnValue:
    catalogue.archive_service(g.viewer, made(service_id))
    return kept(say("It is out of the catalogue. What is booked stays booked."))


def kept(words: object, see: str = "") -> ResponseReturnValue:
    flash_notice(words)
    return done(see=see or url_for(".index"))


def offered(offering_id: UUID) -> Offering:
    return find(Offering.listed().where(Offering.practitioner_id == own().id), offering_id)


def made(service_id: UUID) -> Service:
    """One that the viewer put into the catalogue."""
    return find(Service.listed().where(Service.created_by_id == g.viewer.id), service_id)


def chosen_service(form: OfferingForm) -> Service:
    service = catalogue.listed_service(form.service.data or "")
    if service is None:
        raise Refusal("unknown-service", say("There is no such service."), field="service")
    return service
