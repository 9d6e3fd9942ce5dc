"""How staff look for entries: in the address, so that a search can be kept and sent on."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import DateField, SelectField, ValidationError
from wtforms.validators import Length, Optional

from kaya.audit.acts import KIND_NAMES, acts
from kaya.audit.trail import Filters
from kaya.web.forms import Form, LineField
from kaya.words import say

YEARS = range(2000, 2200)
LONGEST = Length(max=100, message=say("That is longer than it can be: at most %(max)d characters."))


def within_our_years(form: Form, field: Any) -> None:
    if field.data and field.data.year not in YEARS:
        raise ValidationError(say("That is further away than anyone's calendar."))


def kind_choices() -> list[tuple[str, Any]]:
    return [("", say("Any")), *KIND_NAMES.items()]


def act_choices() -> list[tuple[str, Any]]:
    return [("", say("Any")), *sorted(((act.name, act.label) for act in acts.values()), key=lambda pair: str(pair[1]))]


class TrailForm(Form):
    """What cannot be understood is left out, and said so."""

    class Meta:
        csrf = False

    actor = LineField(say("Who did it"), [LONGEST])
    subject = LineField(say("To whom"), [LONGEST])
    kind = SelectField(say("Kind"), choices=kind_choices, default="")
    act = SelectField(say("What"), choices=act_choices, default="")
    since = DateField(say("From"), [Optional(), within_our_years], name="from")
    until = DateField(say("To"), [Optional(), within_our_years], name="to")

    @classmethod
    def asked(cls, asked: Any) -> "TrailForm":
        form = cls(asked)
        form.validate()
        return form

    def filters(self, zone: str) -> Filters:
        """Days are those of the IANA zone `zone`, the last one included."""
        good = {name: field.data for name, field in self._fields.items() if field.data and not field.errors}
        words = {name: good.get(name, "") for name in ("actor", "subject", "kind", "act")}
        since, until = good.get("from"), good.get("to")
        return Filters(
            **words,
            since=beginning(since, zone) if since else None,
            until=beginning(until + timedelta(days=1), zone) if until else None,
        )

    def address(self) -> dict[str, str]:
        return {name: str(field.data) for name, field in self._fields.items() if field.data and not field.errors}


def beginning(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
