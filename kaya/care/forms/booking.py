"""What is typed when a time is booked, moved or cancelled."""

from wtforms import HiddenField

from kaya.care.forms.fields import at_most
from kaya.care.history import LONGEST_NOTE, LONGEST_REASON
from kaya.web.forms import Form, TextField
from kaya.words import say


class BookingForm(Form):
    note = TextField(
        say("A word beforehand"),
        [at_most(LONGEST_NOTE)],
        description=say("What brings you, or what would make it easier. You may leave it empty."),
    )


class CancelForm(Form):
    reason = TextField(say("Why"), [at_most(LONGEST_REASON)])


class MoveForm(Form):
    start = HiddenField()
    reason = TextField(say("Why"), [at_most(LONGEST_REASON)])
