"""/help: helplines for everyone, and one's own safety plan."""

from datetime import date
from typing import Annotated, Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.help import lines, planning
from kaya.help.models import PARTS, Helpline, SafetyPlan, TrustedContact
from kaya.help.numbers import plain_number
from kaya.help.planning import LONGEST_NAME, LONGEST_PART
from kaya.web.api import Body, Problem, Query, Text, accepted_by, check_match, instant, nothing
from kaya.web.policy import allow, everyone, members
from kaya.web.templating import reading_zone

bp = APIBlueprint("help_api", __name__, url_prefix="/api/v1/help", abp_tags=[Tag(name="help")])

Part = Annotated[Text, Field("", max_length=LONGEST_PART)]


class LinesAsked(Query):
    country: str = Field("", description="Two letters; without it the reader's own, by their zone.", max_length=2)


class HelplineOut(BaseModel):
    id: str
    country: str = Field(description="Two letters; empty for what is answered everywhere.", examples=["PT"])
    name: str = Field(examples=["Emergency services"])
    says: str = Field(examples=["Danger to life, fire, crime: call first."])
    phone: str = Field(examples=["112"])
    text_to: str = Field(examples=[""])
    website: str
    hours: str = Field(examples=["Day and night"])
    source: str = Field(examples=["https://112.eu"])
    is_emergency: bool
    is_example: bool = Field(description="It came with Kaya: the operator has yet to check or replace it.")
    checked_on: date | None = Field(description="When the operator last looked that it is right.")


class HelpOut(BaseModel):
    country: str = Field(examples=["PT"])
    emergency: list[HelplineOut]
    helplines: list[HelplineOut]


class ContactShape(Body):
    name: Text = Field(min_length=1, max_length=LONGEST_NAME, examples=["Chidi"])
    phone: Annotated[Text, accepted_by(plain_number)] = Field(
        min_length=2, max_length=40, examples=["+351 912 345 678"]
    )


class PlanBody(Body):
    """Stanley and Brown's safety plan (2012, doi 10.1016/j.cbpra.2011.01.001)."""

    warning_signs: Part
    coping: Part
    distractions: Part
    people: Part
    professionals: Part
    safer: Part
    contact: ContactShape | None = None
    on_device: bool = Field(
        False,
        description="The app that writes this keeps it on its device. Each browser asks for itself, and remembers.",
    )


class PlanOut(PlanBody):
    updated_at: str | None


@bp.get("", responses={200: HelpOut, 422: Problem}, summary="Helplines of a country, emergency numbers first")
@allow(everyone)
def index(query: LinesAsked) -> Any:
    code = query.country.upper() or lines.country_of(reading_zone())
    found = [each for each in lines.by_country() if each.code in (code, "")]
    emergency = [helpline_json(line) for each in found for line in each.emergency]
    return {
        "country": code,
        "emergency": emergency,
        "helplines": [helpline_json(line) for each in found for line in each.others],
    }


@bp.get("/safety-plan", responses={200: PlanOut, 401: Problem}, summary="My safety plan")
@allow(members)
def show() -> Any:
    return plan_json(planning.plan_of(g.viewer), planning.contact_of(g.viewer))


@bp.put(
    "/safety-plan", responses={200: PlanOut, 401: Problem, 412: Problem, 422: Problem}, summary="Write my safety plan"
)
@allow(members)
def replace(body: PlanBody) -> Any:
    check_match(lambda: plan_json(planning.plan_of(g.viewer), planning.contact_of(g.viewer)))
    contact = (body.contact.name, body.contact.phone) if body.contact else ("", "")
    parts = {name: getattr(body, name) for name in PARTS}
    plan = planning.write_plan(g.viewer, parts, contact=contact, on_device=body.on_device)
    return plan_json(plan, planning.contact_of(g.viewer))


@bp.delete("/safety-plan", responses={204: None, 401: Problem}, summary="Forget my safety plan and my contact")
@allow(members)
def destroy() -> Response:
    planning.forget_plan(g.viewer)
    return nothing()


def helpline_json(line: Helpline) -> dict[str, Any]:
    words = ("country", "name", "says", "phone", "text_to", "website", "hours", "source", "is_emergency", "is_example")
    checked_on = line.checked_on.isoformat() if line.checked_on else None
    return {"id": str(line.id), **{name: getattr(line, name) for name in words}, "checked_on": checked_on}


def plan_json(plan: SafetyPlan | None, contact: TrustedContact | None) -> dict[str, Any]:
    return {
        **{name: getattr(plan, name) if plan else "" for name in PARTS},
        "contact": {"name": contact.name, "phone": contact.phone} if contact else None,
        "on_device": plan.on_device if plan else False,
        "updated_at": instant(plan.updated_at) if plan else None,
    }
