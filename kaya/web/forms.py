"""The base of every form, and the fields that more than one form uses."""

import unicodedata
from typing import Any
from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField, ValidationError

from kaya.refusal import Refusal
from kaya.words import say

KEPT_CONTROLS = {"\n", "\t"}
ZONES = frozenset(available_timezones())


class Form(FlaskForm):
    """A form that can say what a verb refused, beside the field it is about."""

    def explain(self, refusal: Refusal) -> None:
        field = self._fields.get(refusal.field or "")
        if field is not None:
            field.errors = [*field.errors, refusal.message]
        else:
            self.form_errors.append(refusal.message)

    @property
    def has_mistakes(self) -> bool:
        return bool(self.errors) or bool(self.form_errors)


def tidy(value: Any) -> Any:
    """Text without outer space and without control characters; line ends as \\n."""
    if not isinstance(value, str):
        return value
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in value if c in KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs")).strip()


class LineField(StringField):
    """One line of text."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = tidy(valuelist[0]).replace("\n", " ")


class TextField(TextAreaField):
    """Several lines of text."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = tidy(valuelist[0])


def known_zone(form: Form, field: Any) -> None:
    """A validator: the field holds the IANA name of a zone that exists."""
    if field.data and field.data not in ZONES:
        raise ValidationError(say("There is no time zone of that name."))
