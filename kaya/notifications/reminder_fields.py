"""The fields of a form on which someone chooses when to be reminded: times of day, and days of the week."""

from typing import Any

from wtforms import SelectMultipleField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.widgets import CheckboxInput, ListWidget, TimeInput

from kaya.accounts.profiles import is_time
from kaya.words import say

WEEKDAYS = {
    "0": say("Monday"),
    "1": say("Tuesday"),
    "2": say("Wednesday"),
    "3": say("Thursday"),
    "4": say("Friday"),
    "5": say("Saturday"),
    "6": say("Sunday"),
}
DAYS = [SelectChoice(number, name) for number, name in WEEKDAYS.items()]


class TimeOfDayField(StringField):
    """A time by the clock on the wall, "20:30"; empty is none."""

    widget = TimeInput()

    def pre_validate(self, form: Any) -> None:
        if self.data and not is_time(self.data):
            raise ValidationError(str(say("That is not a time. Write it like 20:30.")))


class WeekdaysField(SelectMultipleField):
    """Days of the week as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    @property
    def days(self) -> list[int]:
        """0 is Monday; all of them where none is ticked."""
        return [int(each) for each in self.data or WEEKDAYS]


def refuse_no_day(field: WeekdaysField, is_wanted: object) -> None:
    if is_wanted and not field.data:
        raise ValidationError(say("Please choose a day of the week."))
