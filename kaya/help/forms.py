"""The forms of help: a helpline, for staff; a safety plan, for its member."""

from typing import Any

from wtforms import BooleanField, DateField
from wtforms.validators import InputRequired, Length, Optional

from kaya.help.models import PARTS, SafetyPlan, TrustedContact
from kaya.help.planning import LONGEST_NAME, LONGEST_PART
from kaya.web.forms import Form, LineField, TextField
from kaya.words import say

GIVEN = say("Please fill this in.")


def at_most(length: int) -> Length:
    return Length(max=length, message=say("Please use at most %(max)d characters."))


def part(label: Any, description: Any) -> TextField:
    return TextField(label, [Optional(), at_most(LONGEST_PART)], description=description)


class HelplineForm(Form):
    name = LineField(say("Name"), [InputRequired(GIVEN), at_most(120)])
    country = LineField(
        say("Country, in two letters"),
        [Optional(), at_most(2)],
        filters=[lambda c: (c or "").upper()],
        description=say("Empty for a line that is answered everywhere."),
    )
    says = LineField(say("For what, in a sentence"), [Optional(), at_most(300)])
    phone = LineField(say("Telephone"), [Optional(), at_most(40)])
    text_to = LineField(say("Number for text messages"), [Optional(), at_most(40)])
    website = LineField(say("Website"), [Optional(), at_most(300)])
    hours = LineField(say("When it is answered"), [Optional(), at_most(120)])
    is_emergency = BooleanField(say("An emergency number: it stands first"))
    is_example = BooleanField(say("Only an example, to be replaced"))
    source = LineField(say("Where this can be looked up"), [Optional(), at_most(300)])
    checked_on = DateField(
        say("Last checked"), [Optional()], description=say("Everyone sees this day beside the number.")
    )

    def said(self) -> dict[str, Any]:
        """What the verbs take."""
        words = ("name", "country", "says", "phone", "text_to", "website", "hours", "source")
        flags = {name: bool(self[name].data) for name in ("is_emergency", "is_example")}
        return {name: self[name].data or "" for name in words} | flags | {"checked_on": self.checked_on.data}


class PlanForm(Form):
    warning_signs = part(
        say("How I notice that it begins"), say("Thoughts, moods, things I do or stop doing, what my body does.")
    )
    coping = part(say("What I can do by myself"), say("What has helped before, even a little. Small things count."))
    distractions = part(
        say("Where and with whom I can be for a while"),
        say("People and places that take my mind elsewhere; I need not say how I am."),
    )
    people = part(say("Whom I can tell"), say("Family or friends, with their numbers."))
    professionals = part(
        say("Who is there by profession"), say("My practitioner or clinic, the nearest emergency room, a helpline.")
    )
    safer = part(
        say("What makes the place I am in safer"),
        say("What I give away, lock up, or ask someone to keep for a time."),
    )
    contact_name = LineField(say("Their name"), [Optional(), at_most(LONGEST_NAME)])
    contact_phone = LineField(say("Their number"), [Optional(), at_most(40)])
    on_device = BooleanField(
        say("Keep my plan on this device too, so that it opens without a network"),
        description=say("Whoever can open this browser can then read it, until you sign out."),
    )

    @classmethod
    def showing(cls, plan: SafetyPlan | None, contact: TrustedContact | None, on_device: bool) -> "PlanForm":
        """Filled in with what is written, or with what was just sent. `on_device`: this browser keeps it."""
        kept = {name: getattr(plan, name) for name in PARTS} if plan else {}
        named = {"contact_name": contact.name, "contact_phone": contact.phone} if contact else {}
        return cls(**kept, **named, on_device=on_device)

    @property
    def parts(self) -> dict[str, str]:
        return {name: self[name].data or "" for name in PARTS}

    @property
    def contact(self) -> tuple[str, str]:
        return self.contact_name.data or "", self.contact_phone.data or ""
