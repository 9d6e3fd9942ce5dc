"""How staff look for appointments: in the address, so that a search can be kept and sent on."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from wtforms import SelectField, ValidationError
from wtforms.validators import Optional

from kaya.care.agenda import Sought
from kaya.care.forms.desk import EARLIEST, LATEST
from kaya.care.forms.fields import DayField, at_most, choices
from kaya.care.models import Status
from kaya.care.views.wording import STATUSES
from kaya.web.forms import Form, LineField
from kaya.words import say

LONGEST = 100


def in_the_calendar(form: Form, field: Any) -> None:
    if field.data and not EARLIEST <= field.data.year <= LATEST:
        raise ValidationError(say("That is further away than anyone's calendar."))


class AgendaForm(Form):
    """From today on, if no day is named. What cannot be understood is left out, and said so."""

    class Meta:
        csrf = False

    client = LineField(say("Client"), [at_most(LONGEST)])
    practitioner = LineField(say("Practitioner"), [at_most(LONGEST)])
    status = SelectField(say("How it stands"), choices=choices(STATUSES.items(), first=say("Any")), default="")
    since = DayField(say("From"), [Optional(), in_the_calendar], name="from")
    until = DayField(say("To"), [Optional(), in_the_calendar], name="to")

    has_own_days = False

    @classmethod
    def asked(cls, asked: Any, today: date) -> "AgendaForm":
        form = cls(asked)
        form.has_own_days = "from" in asked or "to" in asked
        if not form.has_own_days:
            form.since.data = today
        form.validate()
        return form

    def sought(self, begin: Callable[[date], datetime]) -> Sought:
        """`begin(day)` is the moment at which a day begins."""
        status, since, until = self.right("status"), self.right("since"), self.right("until")
        return Sought(
            practitioner=self.right("practitioner") or "",
            client=self.right("client") or "",
            status=Status(status) if status else None,
            since=moment(since, begin),
            until=moment(until + timedelta(1) if until else None, begin),
        )

    def right(self, name: str) -> Any:
        return None if self[name].errors else self[name].data

    @property
    def is_narrow(self) -> bool:
        """Is something asked for beyond what there is from today on?"""
        return any(self[name].data for name in ("client", "practitioner", "status", "until")) or self.has_own_days

    def address(self) -> dict[str, str]:
        """What stands in the address, for the links to the list's other pages."""
        said = {field.name: str(field.data) for field in self if field.data and not field.errors}
        return said if "from" in said or "to" in said else said | {"from": ""}


def moment(day: date | None, begin: Callable[[date], datetime]) -> datetime | None:
    return begin(day) if day else None
