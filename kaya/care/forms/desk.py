"""What a practitioner asks at the desk."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import SelectField, TimeField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired

from kaya.care.forms.fields import GIVEN, DayField
from kaya.care.models import Offering
from kaya.care.vocabulary import mode_name
from kaya.web.forms import Form
from kaya.words import say

EARLIEST, LATEST = 2000, 2100


class ClockField(TimeField):
    """A time of day such as 09:00; what is none is said so."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata([value.strip()[:5] for value in valuelist if value.strip()])
        except ValueError:
            raise ValueError(say("That is not a time. Write it like 09:00.")) from None


class WhyForm(Form):
    """Which service, which day, which time: in the address, so that it can be asked again."""

    class Meta:
        csrf = False

    offering = SelectField(say("What"), [GIVEN], validate_choice=False)
    on = DayField(say("Day"), [InputRequired(say("Please choose a day."))])
    at = ClockField(say("Time"), [InputRequired(say("Please choose a time."))])

    @classmethod
    def asked(cls, asked: Any, offerings: Sequence[Offering], today: date) -> "WhyForm":
        form = cls(asked)
        form.offering.choices = [
            SelectChoice(str(each.id), f"{each.service.name}, {mode_name(each.mode)}") for each in offerings
        ]
        if form.on.data is None and not form.on.raw_data:
            form.on.data = today
        return form

    def validate_offering(self, field: Any) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(say("You do not offer that."))

    def validate_on(self, field: Any) -> None:
        if field.data and not EARLIEST <= field.data.year <= LATEST:
            raise ValidationError(say("That is further away than anyone's calendar."))
