"""What goes in and out of staff's /users."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

from flask import url_for
from pydantic import BaseModel, Field

from kaya.accounts import addresses
from kaya.accounts.models import Invitation, Role, User
from kaya.accounts.permissions import Permission
from kaya.accounts.registering import checked_name
from kaya.accounts.suspending import LONGEST_REASON
from kaya.members.figures import Figures
from kaya.members.people import status_of
from kaya.web.api import Body, Listing, Text, accepted_by, instant


class PeopleListing(Listing):
    q: str = Field("", max_length=100, description="A part of a name or address")
    role: Role | None = None
    status: Literal["active", "suspended", "leaving", "invited"] | None = Field(
        None, description="With `invited` the items are invitations"
    )
    two_factor: bool | None = None
    sort: Literal["name", "newest", "oldest"] = "newest"
    count: bool = False


class InvitationBody(Body):
    email: Annotated[Text, Field(max_length=1000, examples=["petra@example.org"]), accepted_by(addresses.checked)]
    name: Annotated[Text, Field(min_length=1, max_length=120), accepted_by(checked_name)]
    role: Role = Role.MEMBER


class PersonChangeBody(Body):
    """What is left out stays. Role and permissions need `operations`."""

    role: Role | None = None
    status: Literal["active", "suspended"] | None = None
    reason: Annotated[Text, Field(max_length=LONGEST_REASON)] | None = Field(
        None, description="Needed to suspend; they are told"
    )
    permissions: list[Permission] | None = Field(None, max_length=20, description="Exactly these; for staff alone")


class PersonOut(BaseModel):
    """Someone as staff see them; with `status` "invited", an invitation."""

    id: str
    email: str
    name: str
    role: str
    status: str = Field(description="active, suspended, leaving or invited")
    pronouns: str
    timezone: str
    language: str
    avatar_url: str | None
    two_factor: bool
    permissions: list[str] = Field(description="Of staff; empty for everyone else")
    created_at: str
    last_seen_at: str | None
    expires_at: str | None = Field(description="Of an invitation: until when its link is good")


class PeopleOut(BaseModel):
    items: list[PersonOut]
    next_cursor: str | None
    total: int | str | None = None


class FiguresOut(BaseModel):
    total: int
    by_role: dict[str, int]
    suspended: int
    leaving: int
    invited: int
    two_factor: int
    new_this_week: int
    active_7_days: int
    active_30_days: int


def person_json(user: User, last_seen_at: datetime | None) -> dict[str, Any]:
    return {
        "id": str(user.id),
        "email": user.email,
        "name": user.name,
        "role": user.role,
        "status": str(status_of(user)),
        "pronouns": user.pronouns,
        "timezone": user.timezone,
        "language": user.language,
        "avatar_url": url_for("media.files.show", name=user.photo, size="square") if user.photo else None,
        "two_factor": user.has_second_factor,
        "permissions": sorted(user.permissions) if user.role == Role.STAFF else [],
        "created_at": instant(user.created_at),
        "last_seen_at": instant(last_seen_at),
        "expires_at": None,
    }


def invitation_json(invitation: Invitation) -> dict[str, Any]:
    unknown = {"pronouns": "", "timezone": "", "language": "", "avatar_url": None, "two_factor": False}
    return unknown | {
        "id": str(invitation.id),
        "email": invitation.email,
        "name": invitation.name,
        "role": invitation.role,
        "status": "invited",
        "permissions": [],
        "created_at": instant(invitation.created_at),
        "last_seen_at": None,
        "expires_at": instant(invitation.expires_at),
    }


def figures_json(figures: Figures) -> dict[str, Any]:
    told = asdict(figures)
    by_role = {"member": told.pop("members"), "practitioner": told.pop("practitioners"), "staff": told.pop("staff")}
    return told | {"by_role": by_role}
