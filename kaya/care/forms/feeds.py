"""The form for a private calendar address."""

from wtforms import BooleanField

from kaya.web.forms import Form
from kaya.words import say


class FeedForm(Form):
    busy_only = BooleanField(say("Say only when I am busy"))
