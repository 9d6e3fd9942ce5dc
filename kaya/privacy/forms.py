"""What someone says who gives up their account."""

from wtforms import BooleanField
from wtforms.validators import InputRequired

from kaya.web.forms import Form
from kaya.words import say


class LeavingForm(Form):
    """Ticked by hand, so that nobody leaves by a slip of the finger."""

    understood = BooleanField(
        say("I have read what is erased, and that it cannot be brought back."),
        validators=[InputRequired(say("Please read what happens, and tick this."))],
    )
