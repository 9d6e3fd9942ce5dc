"""/practitioners/me: a practitioner's own profile, clients and numbers; an applicant's application."""

from dataclasses import replace
from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag

from kaya.accounts.models import User
from kaya.care import directory, meetings, practising
from kaya.care.api_directory.asking import changes_in, own_practitioner
from kaya.care.api_directory.saying import client_json, own_json
from kaya.care.api_directory.shapes import (
    ClientsAsked,
    ClientsOut,
    OwnPractitionerOut,
    PracticeStatsOut,
    ProfileChangeBody,
)
from kaya.care.meetings import Meetings
from kaya.care.models import Practitioner
from kaya.care.practising import profile_of
from kaya.web.api import Problem, check_match, listed
from kaya.web.paging import Order, counted, paged
from kaya.web.policy import allow, members, practitioners

bp = APIBlueprint(
    "own_practitioner_api", __name__, url_prefix="/api/v1/practitioners/me", abp_tags=[Tag(name="practitioners")]
)

BY_NAME = Order(User.name, User.id, lambda user: user.name)


@bp.get("", responses={200: OwnPractitionerOut, 401: Problem, 404: Problem}, summary="My profile, or my application")
@allow(members)
def show() -> Any:
    return told(own_practitioner())


@bp.patch(
    "",
    responses={200: OwnPractitionerOut, 401: Problem, 404: Problem, 412: Problem, 422: Problem},
    summary="Change my profile",
)
@allow(members)
def update(body: ProfileChangeBody) -> Any:
    practitioner = own_practitioner()
    check_match(lambda: told(practitioner))
    profile = replace(profile_of(practitioner), **changes_in(body))
    return told(practising.change_profile(g.viewer, practitioner, profile))


@bp.get("/clients", responses={200: ClientsOut, 401: Problem, 403: Problem}, summary="Whom I see")
@allow(practitioners)
def index_clients(query: ClientsAsked) -> Any:
    practitioner = own_practitioner()
    rows = meetings.people_met(practitioner)
    page = paged(rows, BY_NAME, cursor=query.cursor, limit=query.limit, bound_to=practitioner.id)
    met = meetings.meetings_with(practitioner, page.items)
    total = {"total": counted(rows)} if query.count else {}
    return listed(page, lambda each: client_json(each, met.get(each.id, Meetings()))) | total


@bp.get("/stats", responses={200: PracticeStatsOut, 401: Problem, 403: Problem}, summary="My practice in a few numbers")
@allow(practitioners)
def stats() -> Any:
    return meetings.stats_of(own_practitioner())


def told(practitioner: Practitioner) -> dict[str, Any]:
    directory.furnish([practitioner])
    return own_json(practitioner)
