"""Fields of care's forms: prices, whole numbers, days, languages, some of many."""

from collections.abc import Iterable
from typing import Any

from wtforms import DateField, IntegerField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from kaya.care.prices import house_currency, parse_price, price_words
from kaya.care.vocabulary import language_code, language_name
from kaya.money import Money
from kaya.refusal import Refusal
from kaya.web.forms import LineField
from kaya.words import say

MOST_LANGUAGES = 12
GIVEN = InputRequired(say("Please fill this in."))


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
