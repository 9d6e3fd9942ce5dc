"""How staff look for people, in the address so that a search can be kept, and what they type about them."""

from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from kaya.accounts import addresses
from kaya.accounts.models import Role
from kaya.accounts.registering import checked_name
from kaya.accounts.suspending import LONGEST_REASON
from kaya.members.people import STATUS_NAMES, Sought, Status
from kaya.web.forms import Form, LineField, TextField, accepted_by
from kaya.words import say

GIVEN = say("Please fill this in.")
AT_MOST = Length(max=100, message=say("That is longer than it can be: at most %(max)d characters."))
ROLE_NAMES = {Role.MEMBER: say("Member"), Role.PRACTITIONER: say("Practitioner"), Role.STAFF: say("Staff")}
ON_OR_OFF = {"on": say("On"), "off": say("Off")}
SORTS = {"name": say("Name"), "newest": say("Newest first"), "oldest": say("Longest here")}


def offered(names: dict[Any, Any], *, any_first: bool = False) -> list[SelectChoice]:
    first = [SelectChoice("", say("Any"))] if any_first else []
    return [*first, *(SelectChoice(str(value), name) for value, name in names.items())]


def role_choices() -> list[SelectChoice]:
    return offered(ROLE_NAMES)


class PeopleForm(Form):
    """What cannot be understood is left out, and said so."""

    class Meta:
        csrf = False

    q = LineField(say("Name or address"), [AT_MOST])
    role = SelectField(say("Role"), choices=offered(ROLE_NAMES, any_first=True), default="")
    status = SelectField(say("Standing"), choices=offered(STATUS_NAMES, any_first=True), default="")
    two_factor = SelectField(say("Two-factor"), choices=offered(ON_OR_OFF, any_first=True), default="")
    sort = SelectField(say("In order of"), choices=offered(SORTS), default="name")

    @classmethod
    def asked(cls, asked: Any) -> "PeopleForm":
        form = cls(asked)
        form.validate()
        return form

    @property
    def sought(self) -> Sought:
        status, two_factor = self.right("status"), self.right("two_factor")
        return Sought(
            q=self.right("q"),
            role=self.right("role"),
            status=Status(status) if status else None,
            two_factor=two_factor == "on" if two_factor else None,
        )

    @property
    def order(self) -> str:
        return self.right("sort") or "name"

    def right(self, name: str) -> str:
        return "" if self[name].errors else self[name].data or ""

    @property
    def is_narrow(self) -> bool:
        return self.sought != Sought()

    def address(self) -> dict[str, str]:
        """What stands in the address, for the links to the list's other pages."""
        return {field.name: str(field.data) for field in self if field.data and not field.errors}


class RoleForm(Form):
    role = SelectField(say("Role"), choices=role_choices)


class SuspensionForm(Form):
    reason = TextField(
        say("Why"),
        [InputRequired(GIVEN), Length(max=LONGEST_REASON, message=say("Please use at most %(max)d characters."))],
    )


class InvitationForm(Form):
    name = LineField(say("Their name"), [InputRequired(GIVEN), accepted_by(checked_name)])
    email = LineField(say("Email address"), [InputRequired(GIVEN), Length(max=1000), accepted_by(addresses.checked)])
    role = SelectField(say("They come as"), choices=role_choices, default=str(Role.MEMBER))
