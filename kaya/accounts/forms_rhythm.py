"""How often someone means to practise, when their day begins, what they would rather not see; and a rest."""

from wtforms import BooleanField, DateField, HiddenField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from kaya.accounts.days import STARTS
from kaya.web.forms import Form
from kaya.words import say


class RhythmForm(Form):
    days_a_week = RadioField(
        say("Days of a week on which you mean to practise"),
        choices=[SelectChoice(number, str(number)) for number in range(1, 8)],
    )
    day_starts = SelectField(say("Your day begins at"), choices=[SelectChoice(each, each) for each in STARTS])
    shows_figures = BooleanField(say("Show how much and how often I practised"))
    shows_days_in_a_row = BooleanField(say("Show days in a row"))


class RestForm(Form):
    """`back` is the page that it was said on."""

    until = DateField(say("Until"), [Optional()])
    back = HiddenField()
