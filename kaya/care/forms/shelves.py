"""What staff fill in for a shelf of the catalogue."""

from kaya.care.forms.fields import GIVEN, at_most
from kaya.care.shelving import LONGEST_ABOUT, LONGEST_NAME
from kaya.web.forms import Form, LineField, TextField
from kaya.words import say


class ShelfForm(Form):
    name = LineField(say("Name"), [GIVEN, at_most(LONGEST_NAME)])
    about = TextField(say("What it is for, in a sentence"), [at_most(LONGEST_ABOUT)])
