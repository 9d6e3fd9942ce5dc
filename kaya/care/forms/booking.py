"""What is typed when a time is booked, moved or cancelled."""

from wtforms import HiddenField

from kaya.care.forms.fields import at_most
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


class MoveForm(Form):
    start = HiddenField()
    reason = TextField(say("Why"), [at_most(LONGEST_REASON)])
