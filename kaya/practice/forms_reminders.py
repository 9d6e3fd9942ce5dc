"""When someone wants to be reminded to practise, and of their program's day."""

from typing import Any

from wtforms import SelectMultipleField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget, TimeInput

from kaya.accounts.models import User
from kaya.accounts.profiles import is_time
from kaya.notifications.reminders import chosen
from kaya.practice.reminding import PRACTICE, PROGRAM
from kaya.web.forms import Form
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


class RemindersForm(Form):
    """Each kind may be left empty: then there is no reminder of it."""

    first = TimeOfDayField(say("At"), [Optional()])
    second = TimeOfDayField(say("And at"), [Optional()])
    weekdays = WeekdaysField(say("On these days"), choices=DAYS)
    program = TimeOfDayField(say("At"), [Optional()])
    program_weekdays = WeekdaysField(say("On these days"), choices=DAYS)

    def validate_weekdays(self, field: Any) -> None:
        if not field.data and self.times:
            raise ValidationError(say("Please choose a day of the week."))

    def validate_program_weekdays(self, field: Any) -> None:
        if not field.data and self.program.data:
            raise ValidationError(say("Please choose a day of the week."))

    @property
    def times(self) -> list[str]:
        return [each for each in (self.first.data, self.second.data) if each]

    @property
    def days(self) -> list[int]:
        return [int(each) for each in self.weekdays.data or WEEKDAYS]

    @property
    def program_days(self) -> list[int]:
        return [int(each) for each in self.program_weekdays.data or WEEKDAYS]

    @classmethod
    def showing(cls, member: User) -> "RemindersForm":
        practice, program = chosen(member, PRACTICE), chosen(member, PROGRAM)
        times = [row.time for row in practice] + ["", ""]
        return cls(
            formdata=None, first=times[0], second=times[1], program=program[0].time if program else "",
            weekdays=[str(day) for day in practice[0].weekdays] if practice else list(WEEKDAYS),
            program_weekdays=[str(day) for day in program[0].weekdays] if program else list(WEEKDAYS),
        )  # fmt: skip
