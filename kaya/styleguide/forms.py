"""One field of each kind."""

from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    FileField,
    IntegerRangeField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import DataRequired, Email, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from kaya.web.forms import Form, LineField, TextField
from kaya.words import say


class ExampleForm(Form):
    name = LineField(say("Your name"), [DataRequired()], description=say("As it should stand on the parcel."))
    email = EmailField(
        say("E-mail"), [DataRequired(), Email(say("Write an e-mail address with an @, like amara@example.org"))]
    )
    password = PasswordField(
        say("Password"), [Optional(), Length(min=12)], description=say("Twelve letters or more; a sentence is fine.")
    )
    born = DateField(say("Born on"), [Optional()])
    land = SelectField(say("Country"), choices=[SelectChoice("pt", "Portugal"), SelectChoice("es", "Spain")])
    way = RadioField(
        say("How shall you meet?"),
        [DataRequired(say("Choose one of the three"))],
        choices=[
            SelectChoice("video", "By video"),
            SelectChoice("here", "In the room"),
            SelectChoice("phone", "By telephone"),
        ],
    )
    about = SelectMultipleField(
        say("What is it about?"),
        [Optional()],
        choices=[
            SelectChoice("sleep", "Sleep"),
            SelectChoice("worry", "Worry"),
            SelectChoice("grief", "Grief"),
            SelectChoice("back", "Back and neck"),
        ],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    ache = IntegerRangeField(say("How strong, from 0 to 10?"), [Optional()], default=3)
    note = TextField(say("Anything we should know?"), [Optional(), Length(max=500)])
    picture = FileField(say("A picture of you"), [Optional()], description=say("JPEG or PNG, up to 5 MB."))
    agree = BooleanField(
        say("I have read how this house keeps what I write."),
        [DataRequired(say("Please read it first, then tick this."))],
    )
