"""/practitioners: the directory, one of them, applying, and staff's word on their papers."""

from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts.permissions import Permission
from kaya.care import directory, practising, verification
from kaya.care.api_directory import mine
from kaya.care.api_directory.asking import own_practitioner, practitioner_named, practitioners_json, profile_in
from kaya.care.api_directory.saying import own_json, practitioner_json
from kaya.care.api_directory.shapes import (
    ApplicationBody,
    DirectoryAsked,
    OwnPractitionerOut,
    PractitionerOut,
    PractitionersOut,
    ReasonAsked,
)
from kaya.web.api import BySlug, Problem, nothing
from kaya.web.creates import creates
from kaya.web.policy import allow, everyone, members, staff_with

bp = APIBlueprint(
    "practitioners_api", __name__, url_prefix="/api/v1/practitioners", abp_tags=[Tag(name="practitioners")]
)


@bp.get("", responses={200: PractitionersOut, 422: Problem}, summary="Who gives care here")
@allow(everyone)
def index(query: DirectoryAsked) -> Any:
    return practitioners_json(query, query.kind or "")


@bp.post("", responses={201: OwnPractitionerOut, 401: Problem, 409: Problem, 422: Problem}, summary="Apply to practise")
@creates(lambda id: mine.told(own_practitioner()))
@allow(members)
def create(body: ApplicationBody) -> Any:
    practitioner = practising.apply(g.viewer, profile_in(body), practitioner_id=body.id)
    directory.furnish([practitioner])
    return own_json(practitioner), 201


@bp.get("/<string:id>", responses={200: PractitionerOut, 404: Problem}, summary="One practitioner")
@allow(everyone)
def show(path: BySlug) -> Any:
    practitioner = practitioner_named(path.id)
    directory.furnish([practitioner])
    return practitioner_json(practitioner)


@bp.post(
    "/<string:id>/verification",
    responses={200: OwnPractitionerOut, 401: Problem, 403: Problem, 404: Problem, 409: Problem},
    summary="Their papers have been seen",
)
@allow(staff_with(Permission.VERIFICATION))
def verify(path: BySlug) -> Any:
    practitioner = verification.verify(g.viewer, practitioner_named(path.id))
    directory.furnish([practitioner])
    return own_json(practitioner)


@bp.delete(
    "/<string:id>/verification",
    responses={204: None, 401: Problem, 403: Problem, 404: Problem, 409: Problem},
    summary="Take a verification back",
)
@allow(staff_with(Permission.VERIFICATION))
def withdraw(path: BySlug, query: ReasonAsked) -> Any:
    verification.withdraw(g.viewer, practitioner_named(path.id), query.reason)
    return nothing()
