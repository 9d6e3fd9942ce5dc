"""What is noted on an appointment."""

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from kaya.care.forms.fields import at_most
from kaya.care.notes import LONGEST
from kaya.web.forms import Form, TextField
from kaya.words import say

BOTH, SELF = "both", "self"


class NoteForm(Form):
    body = TextField(say("Your note"), [at_most(LONGEST)])
    readers = RadioField(
        say("Who reads it"),
        choices=[SelectChoice(BOTH, say("Both of you")), SelectChoice(SELF, say("Only you"))],
        default=BOTH,
        validate_choice=False,
    )

    @property
    def is_private(self) -> bool:
        """Whatever is not clearly meant for both stays with its author."""
        return self.readers.data not in (BOTH, None, "")
