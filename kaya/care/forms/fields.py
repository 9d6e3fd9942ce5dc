"""Fields of care's forms: prices, whole numbers, lengths of time, days, languages, some of many."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from wtforms import DateField, IntegerField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, StopValidation
from wtforms.widgets import CheckboxInput, ListWidget

from kaya.care.prices import house_currency, parse_price, price_words
from kaya.care.vocabulary import language_code, language_name
from kaya.money import Money
from kaya.refusal import Refusal
from kaya.web.forms import LineField, tidy
from kaya.words import say

MOST_LANGUAGES = 12
NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,2})?", re.ASCII)
UNITS = {"minutes": (1, say("minutes")), "hours": (60, say("hours")), "days": (1440, say("days"))}


class Given(InputRequired):
    """Something was filled in, and not only spaces."""

    def __call__(self, form: Any, field: Any) -> None:
        super().__call__(form, field)
        if field.data is None and not field.errors:
            raise StopValidation(str(self.message))


GIVEN = Given(say("Please fill this in."))


def choices(pairs: Iterable[tuple[Any, Any]], *, first: Any = None) -> list[SelectChoice]:
    """What can be chosen, of (value, words); `first` are the words for choosing nothing."""
    nothing = [SelectChoice("", first)] if first is not None else []
    return [*nothing, *(SelectChoice(str(value), words) for value, words in pairs)]


def at_most(most: int) -> Length:
    return Length(max=most, message=say("Please use at most %(most)d characters.", most=most))


class WholeField(IntegerField):
    """A whole number; anything else is said so."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata([value.strip()[:9] for value in valuelist if value.strip()])
        except ValueError:
            raise ValueError(say("A whole number, please.")) from None


class LengthField(LineField):
    """A length of time in whole minutes: a number, and in `<name>-unit` what it counts, minutes where that is not said.

    An hour and a half is 90 minutes, or 1.5 hours.
    """

    data: Any
    unit = "minutes"

    def __init__(self, label: Any, validators: list[Any], *, units: Sequence[str], **options: Any) -> None:
        super().__init__(label, validators, **options)
        self.units = {unit: UNITS[unit] for unit in units}

    @property
    def choices(self) -> list[tuple[str, Any, bool]]:
        """(value, words, whether it is chosen) of each unit."""
        return [(unit, words, unit == self.unit) for unit, (_, words) in self.units.items()]

    @property
    def unit_name(self) -> str:
        return f"{self.name}-unit"

    def process(self, formdata: Any, *rest: Any, **named: Any) -> None:
        self.unit = (formdata.get(self.unit_name) if formdata else None) or "minutes"
        super().process(formdata, *rest, **named)

    def process_data(self, value: Any) -> None:
        self.data = value
        fitting = [unit for unit, (minutes, _) in self.units.items() if value and value % minutes == 0]
        self.unit = fitting[-1] if fitting else self.unit

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = tidy(valuelist[0]) if valuelist else ""
        self.data = None
        if not typed:
            return
        if self.unit not in self.units:
            raise ValueError(say("Please choose what the number counts."))
        if not (found := NUMBER.fullmatch(typed)):
            raise ValueError(say("A number, please, such as 2 or 1.5."))
        minutes = Decimal(found[0].replace(",", ".")) * self.units[self.unit][0]
        if minutes != int(minutes):
            raise ValueError(say("In whole minutes, please."))
        self.data = int(minutes)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data // self.units[self.unit][0])


class PriceField(LineField):
    """A price in the major unit of `currency`; `price` is what was understood."""

    currency = ""
    price: Money

    def process_data(self, value: Any) -> None:
        self.data = price_words(value) if value is not None else ""
        self.currency = value.currency if value is not None else ""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        if self.errors or not (self.data or self.flags.required):
            return
        try:
            self.price = parse_price(self.data or "", self.currency or house_currency())
        except Refusal as refusal:
            raise ValidationError(str(refusal.message) if self.data else say("Please fill this in.")) from None


class TicksField(SelectMultipleField):
    """Some of many, as checkboxes; what is ticked is checked by the verb."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, validate_choice=False, **options)


class LanguagesField(LineField):
    """Languages by their names or codes, with commas between; `codes` is what was understood."""

    codes: list[str]

    def process_data(self, value: Any) -> None:
        self.data = ", ".join(sorted(language_name(code) for code in value or []))

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        names = [name.strip() for name in (self.data or "").split(",") if name.strip()][:MOST_LANGUAGES]
        found = [(name, language_code(name)) for name in names]
        if unknown := [name for name, code in found if code is None]:
            raise ValidationError(say("We do not know “%(name)s”. Write it like English, Igbo.", name=unknown[0]))
        self.codes = [code for _, code in found if code is not None]


class DayField(DateField):
    """A day such as 2026-11-26; what is no day is said so."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata([value for value in valuelist if value])
        except ValueError:
            raise ValueError(say("That is not a day. Write it like 2026-11-26.")) from None
