"""When someone wants to be reminded to practise, and of their program's day."""

from typing import Any

from wtforms.validators import Optional

from kaya.accounts.models import User
from kaya.notifications.reminder_fields import DAYS, WEEKDAYS, TimeOfDayField, WeekdaysField, refuse_no_day
from kaya.notifications.reminders import chosen
from kaya.practice.reminding import PRACTICE, PROGRAM
from kaya.web.forms import Form
from kaya.words import say


class RemindersForm(Form):
    """Each kind may be left empty: then there is no reminder of it."""

    first = TimeOfDayField(say("At"), [Optional()])
    second = TimeOfDayField(say("And at"), [Optional()])
    weekdays = WeekdaysField(say("On these days"), choices=DAYS)
    program = TimeOfDayField(say("At"), [Optional()])
    program_weekdays = WeekdaysField(say("On these days"), choices=DAYS)

    def validate_weekdays(self, field: Any) -> None:
        refuse_no_day(field, self.times)

    def validate_program_weekdays(self, field: Any) -> None:
        refuse_no_day(field, self.program.data)

    @property
    def times(self) -> list[str]:
        return [each for each in (self.first.data, self.second.data) if each]

    @classmethod
    def showing(cls, member: User) -> "RemindersForm":
        practice, program = chosen(member, PRACTICE), chosen(member, PROGRAM)
        times = [row.time for row in practice] + ["", ""]
        return cls(
            formdata=None, first=times[0], second=times[1], program=program[0].time if program else "",
            weekdays=[str(day) for day in practice[0].weekdays] if practice else list(WEEKDAYS),
            program_weekdays=[str(day) for day in program[0].weekdays] if program else list(WEEKDAYS),
        )  # fmt: skip
