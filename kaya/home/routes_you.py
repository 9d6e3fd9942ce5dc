"""/you: what is a member's own in this house, and how to set it up."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, current_app, url_for
from flask.typing import ResponseReturnValue

from kaya.web.places import place
from kaya.web.policy import allow, members
from kaya.web.respond import page
from kaya.words import say

bp = Blueprint("you", __name__)

OWN = ("accounts.", "analytics.", "help.plans.", "journal.", "mood.", "notifications.preferences.", "privacy.")
place("member", say("You"), "circle-user-round", "you.show", 90, prefixes=OWN)


@dataclass(frozen=True)
class Part:
    """A way to what is theirs: the endpoint it leads to, its picture, its name and what it is."""

    endpoint: str
    icon: str
    title: Any
    says: Any


PARTS: tuple[Part, ...] = (
    Part("mood.pad.show", icon="feather", title=say("Mood"), says=say("How it is, and how it has been.")),
    Part("journal.pages.index", icon="notebook-pen", title=say("Journal"), says=say("Pages that are yours alone.")),
    Part("journal.gratitude.index", icon="sprout", title=say("Good things"), says=say("Three of a day, if there are.")),
    Part(
        "analytics.show",
        icon="chart-spline",
        title=say("How it has been"),
        says=say("Weeks and months, with their numbers."),
    ),
    Part(
        "practice.statistics.index",
        icon="wind",
        title=say("What you practised"),
        says=say("Minutes, kinds, hours; whether it helps."),
    ),
    Part(
        "help.plans.edit",
        icon="life-buoy",
        title=say("Your plan for hard hours"),
        says=say("What helps, and whom you would call."),
    ),
    Part(
        "care.appointments.index",
        icon="calendar-days",
        title=say("Appointments"),
        says=say("What you have agreed with people here."),
    ),
)
SETTINGS: tuple[Part, ...] = (
    Part(
        "accounts.profile.show",
        icon="circle-user-round",
        title=say("Settings"),
        says=say("Name, preferences, sign-in."),
    ),
    Part("privacy.archives.index", icon="archive", title=say("Your data"), says=say("Take it with you, or leave.")),
)


@bp.get("/you")
@allow(members)
def show() -> ResponseReturnValue:
    return page("home/you.html", parts_of_mine=open_parts(PARTS), settings=open_parts(SETTINGS))


def open_parts(parts: tuple[Part, ...]) -> list[tuple[Part, str]]:
    """Those that this house has, each with its path."""
    return [(part, url_for(part.endpoint)) for part in parts if part.endpoint in current_app.view_functions]
