"""What is typed when a time is booked, moved or cancelled."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from wtforms import HiddenField
from wtforms.validators import InputRequired

from kaya.care.forms.desk import EARLIEST, LATEST, ClockField
from kaya.care.forms.fields import DayField, at_most
from kaya.care.history import LONGEST_NOTE, LONGEST_REASON
from kaya.care.phones import LONGEST_PHONE
from kaya.web.forms import Form, LineField, TextField
from kaya.words import say


class BookingForm(Form):
    note = TextField(
        say("A word beforehand"),
        [at_most(LONGEST_NOTE)],
        description=say("What brings you, or what would make it easier. You may leave it empty."),
    )
    phone = LineField(
        say("Your phone number"),
        [at_most(LONGEST_PHONE)],
        description=say("You are called at this number. Nobody else sees it."),
    )


class CancelForm(Form):
    reason = TextField(say("Why"), [at_most(LONGEST_REASON)])


class AnyTimeForm(Form):
    """A day and a time that the practice thinks of, offered or not, by the reader's clock; in the address."""

    class Meta:
        csrf = False

    on = DayField(say("Day"), [InputRequired(say("Please choose a day."))])
    at = ClockField(say("Time"), [InputRequired(say("Please choose a time."))])

    def start(self, zone: str) -> datetime | None:
        """The moment that is meant; None where there is none such."""
        on, at = self.on.data, self.at.data
        if on is None or at is None or not EARLIEST <= on.year <= LATEST:
            return None
        return datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)


class MoveForm(Form):
    start = HiddenField()
    reason = TextField(say("Why"), [at_most(LONGEST_REASON)])
