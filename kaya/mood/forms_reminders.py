"""When someone wants to be asked how it is."""

from typing import Any

from wtforms.validators import Optional

from kaya.accounts.models import User
from kaya.mood.notices import CHECK_IN
from kaya.notifications.reminder_fields import DAYS, WEEKDAYS, TimeOfDayField, WeekdaysField, refuse_no_day
from kaya.notifications.reminders import chosen
from kaya.web.forms import Form
from kaya.words import say

FEWEST = 2


class RemindersForm(Form):
    """As many times as are kept of one; the page shows one more than are in use."""

    first = TimeOfDayField(say("At"), [Optional()])
    second = TimeOfDayField(say("And at"), [Optional()])
    third = TimeOfDayField(say("And at"), [Optional()])
    fourth = TimeOfDayField(say("And at"), [Optional()])
    fifth = TimeOfDayField(say("And at"), [Optional()])
    sixth = TimeOfDayField(say("And at"), [Optional()])
    weekdays = WeekdaysField(say("On these days"), choices=DAYS)

    def validate_weekdays(self, field: Any) -> None:
        refuse_no_day(field, self.times)

    @property
    def times(self) -> list[str]:
        return [each.data for each in self.boxes if each.data]

    @property
    def boxes(self) -> list[TimeOfDayField]:
        return [self.first, self.second, self.third, self.fourth, self.fifth, self.sixth]

    @property
    def shown(self) -> list[TimeOfDayField]:
        used = [number for number, each in enumerate(self.boxes, 1) if each.data]
        return self.boxes[: max(FEWEST, used[-1] + 1 if used else 0)]

    @classmethod
    def showing(cls, member: User) -> "RemindersForm":
        rows = chosen(member, CHECK_IN)
        days = {day for row in rows for day in row.weekdays}
        form = cls(formdata=None, weekdays=[str(day) for day in sorted(days)] or list(WEEKDAYS))
        for box, row in zip(form.boxes, rows, strict=False):
            box.data = row.time
        return form
