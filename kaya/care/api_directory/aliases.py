"""The paths of the systems that Kaya follows, by the same verbs: /therapists, /doctors, /dentists, /profiles."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag

from kaya.care import directory, practising
from kaya.care.api_directory import mine
from kaya.care.api_directory.asking import own_practitioner, practitioner_named, practitioners_json, profile_in
from kaya.care.api_directory.saying import own_json, practitioner_json
from kaya.care.api_directory.shapes import (
    AliasApplicationBody,
    AliasAsked,
    OwnPractitionerOut,
    PractitionerOut,
    PractitionersOut,
    ProfileBody,
)
from kaya.care.models import Kind
from kaya.web.api import BySlug, Problem, check_match
from kaya.web.creates import creates
from kaya.web.policy import allow, everyone, members

KINDS = {"therapists": Kind.THERAPIST, "doctors": Kind.DOCTOR, "dentists": Kind.DENTIST}
ALIASES = [Tag(name="aliases", description="Kept for older clients: use /practitioners.")]


SINCE = "@1767225600"  # as RFC 9745 writes it: the first of January 2026


def as_deprecated(response: Response) -> Response:
    response.headers["Deprecation"] = SINCE
    response.headers["Link"] = '</api/v1/docs>; rel="deprecation"'
    return response


def alias(name: str, kind: Kind) -> APIBlueprint:
    """/practitioners with the kind fixed."""
    bp = APIBlueprint(f"{name}_api", __name__, url_prefix=f"/api/v1/{name}", abp_tags=ALIASES)
    bp.after_request(as_deprecated)
    directory_of(bp, "", kind)

    @bp.post(
        "",
        responses={201: OwnPractitionerOut, 401: Problem, 409: Problem, 422: Problem},
        deprecated=True,
        summary="Apply to practise",
    )
    @creates(lambda id: mine.told(own_practitioner()))
    @allow(members)
    def create(body: AliasApplicationBody) -> Any:
        practitioner = practising.apply(g.viewer, profile_in(body, kind=kind), practitioner_id=body.id)
        directory.furnish([practitioner])
        return own_json(practitioner), 201

    return bp


def directory_of(bp: APIBlueprint, prefix: str, kind: Kind) -> None:
    """The list at `prefix`, and each of them below it."""

    @bp.get(
        prefix, responses={200: PractitionersOut, 422: Problem}, deprecated=True, summary="Who gives such care here"
    )
    @allow(everyone)
    def index(query: AliasAsked) -> Any:
        return practitioners_json(query, kind)

    @bp.get(
        f"{prefix}/<string:id>", responses={200: PractitionerOut, 404: Problem}, deprecated=True, summary="One of them"
    )
    @allow(everyone)
    def show(path: BySlug) -> Any:
        practitioner = practitioner_named(path.id, kind)
        directory.furnish([practitioner])
        return practitioner_json(practitioner)


profiles = APIBlueprint("profiles_api", __name__, url_prefix="/api/v1/profiles", abp_tags=ALIASES)
profiles.after_request(as_deprecated)
directory_of(profiles, "/dentists", Kind.DENTIST)


@profiles.get(
    "/me", responses={200: OwnPractitionerOut, 401: Problem, 404: Problem}, deprecated=True, summary="My profile"
)
@allow(members)
def show_mine() -> Any:
    return mine.told(own_practitioner())


@profiles.put(
    "/me",
    responses={200: OwnPractitionerOut, 401: Problem, 404: Problem, 412: Problem, 422: Problem},
    deprecated=True,
    summary="Write my profile anew",
)
@allow(members)
def replace_mine(body: ProfileBody) -> Any:
    """The whole of it: what is left out is empty from then on."""
    practitioner = own_practitioner()
    check_match(lambda: mine.told(practitioner))
    return mine.told(practising.change_profile(g.viewer, practitioner, profile_in(body)))


RESOURCES = [*(alias(name, kind) for name, kind in KINDS.items()), profiles]
