"""/services: the catalogue, and keeping it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import abort, g
from flask_openapi3 import APIBlueprint, Tag
from sqlalchemy import select

from kaya.accounts.permissions import Permission
from kaya.care import catalogue, own_service
from kaya.care.api_directory.asking import practitioner_named
from kaya.care.api_directory.saying import category_json, service_json
from kaya.care.api_directory.shapes_services import (
    CategoriesOut,
    ServiceBody,
    ServiceChangeBody,
    ServiceOut,
    ServicesAsked,
    ServicesOut,
)
from kaya.care.catalogue import Description, Sought
from kaya.care.models import Service, ServiceCategory
from kaya.db import db
from kaya.money import Money
from kaya.refusal import Refusal
from kaya.web.api import BySlug, Problem, check_match, listed, nothing
from kaya.web.creates import creates
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, everyone, practitioners_or, staff_with
from kaya.words import say

bp = APIBlueprint("services_api", __name__, url_prefix="/api/v1/services", abp_tags=[Tag(name="services")])

BY_NAME = Order(Service.name, Service.id, lambda service: service.name)


@bp.get("", responses={200: ServicesOut, 404: Problem, 422: Problem}, summary="What is done here")
@allow(everyone)
def index(query: ServicesAsked) -> Any:
    sought = sought_by(query)
    rows = catalogue.matching(sought)
    page = paged(rows, BY_NAME, cursor=query.cursor, limit=query.limit, bound_to=vars(sought))
    return listed(page, service_json) | ({"total": counted(rows)} if query.count else {})


@bp.get("/categories", responses={200: CategoriesOut}, summary="The shelves of the catalogue")
@allow(everyone)
def categories() -> Any:
    return {"items": [category_json(each) for each in catalogue.categories()], "next_cursor": None}


@bp.post(
    "",
    responses={201: ServiceOut, 401: Problem, 403: Problem, 422: Problem},
    summary="Put a service into it",
)
@creates(lambda id: service_json(catalogue.listed_service(str(id)) or abort(404)))
@allow(practitioners_or(staff_with(Permission.CONTENT)))
def create(body: ServiceBody) -> Any:
    """A practitioner offers it from then on, in each of `modes`."""
    service = own_service.create(g.viewer, described(body), body.modes, service_id=body.id)
    return service_json(service), 201


@bp.get("/<string:id>", responses={200: ServiceOut, 404: Problem}, summary="One service")
@allow(everyone)
def show(path: BySlug) -> Any:
    return service_json(one(path))


@bp.patch(
    "/<string:id>",
    responses={200: ServiceOut, 401: Problem, 403: Problem, 404: Problem, 412: Problem, 422: Problem},
    summary="Tell a service differently",
)
@allow(practitioners_or(staff_with(Permission.CONTENT)))
def update(path: BySlug, body: ServiceChangeBody) -> Any:
    service = one(path)
    check_match(lambda: service_json(service))
    return service_json(own_service.change(g.viewer, service, changed(service, body)))


@bp.delete(
    "/<string:id>",
    responses={204: None, 401: Problem, 403: Problem, 404: Problem},
    summary="Take a service out of the catalogue; what is booked stays booked",
)
@allow(practitioners_or(staff_with(Permission.CONTENT)))
def delete(path: BySlug) -> Any:
    catalogue.archive_service(g.viewer, one(path))
    return nothing()


def one(path: BySlug) -> Service:
    return catalogue.listed_service(path.id) or abort(404)


def sought_by(asked: ServicesAsked) -> Sought:
    return Sought(
        q=asked.q,
        category=asked.category and category_named(asked.category).slug,
        practitioner_id=practitioner_named(asked.practitioner_id).id if asked.practitioner_id else None,
        min_price=asked.min_price,
        max_price=asked.max_price,
        max_minutes=asked.max_duration,
    )


def category_named(name: str, field: str = "category") -> ServiceCategory:
    """By id or slug; refuses ("unknown-category")."""
    by_id = catalogue.is_id(name)
    named = ServiceCategory.id == UUID(name) if by_id else ServiceCategory.slug == catalogue.plain(name)
    category = db.session.scalar(select(ServiceCategory).where(named))
    if category is None:
        raise Refusal("unknown-category", say("There is no such category."), field=field)
    return category


def described(body: ServiceBody) -> Description:
    return Description(
        category_id=category_named(body.category_id, "category_id").id,
        name=body.name,
        minutes=body.duration_minutes,
        price=Money(body.price.amount, body.price.currency),
        summary=body.summary,
        about=body.about,
        cancellation_notice_hours=body.cancellation_notice_hours,
    )


def changed(service: Service, body: ServiceChangeBody) -> Description:
    """As it stands, with what the body says; null is taken as left out."""
    said = body.model_dump(exclude_none=True, exclude={"category_id", "duration_minutes", "price"})
    if body.category_id is not None:
        said["category_id"] = category_named(body.category_id, "category_id").id
    if body.duration_minutes is not None:
        said["minutes"] = body.duration_minutes
    if body.price is not None:
        said["price"] = Money(body.price.amount, body.price.currency)
    return replace(catalogue.description_of(service), **said)
