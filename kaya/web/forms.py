"""The base of every form, and the fields that more than one form uses."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar
from zoneinfo import available_timezones

from flask import has_request_context, request
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto as FROM_THE_REQUEST
from markupsafe import Markup
from wtforms import SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.widgets import Select

from kaya.refusal import Refusal
from kaya.web.unsent import typed_before
from kaya.words import say

UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")  # controls but \t and \n; half surrogates
FORBIDDEN, INVALID = 403, 422
Done = TypeVar("Done")
ZONES = frozenset(available_timezones())
REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
ZONES_ON_OFFER = [*sorted(zone for zone in ZONES if zone.startswith(REGIONS)), "UTC"]


# What WTForms says by itself, said as everything else here is.
OF_WTFORMS = {
    "This field is required.": say("Please fill this in."),
    "Not a valid choice.": say("That is not among the choices."),
    "Invalid Choice: could not coerce.": say("That is not among the choices."),
    "'%(value)s' is not a valid choice for this field.": say("That is not among the choices."),
    "Invalid choice(s): one or more data inputs could not be coerced.": say("That is not among the choices."),
    "Not a valid integer value.": say("A whole number, please."),
    "Not a valid decimal value.": say("A number, please."),
    "Not a valid float value.": say("A number, please."),
    "Not a valid date value.": say("That is not a day. Write it like 2026-11-26."),
    "Not a valid time value.": say("That is not a time. Write it like 09:00."),
    "Number must be at least %(min)s.": say("%(min)s or more, please."),
    "Number must be at most %(max)s.": say("%(max)s or less, please."),
    "Number must be between %(min)s and %(max)s.": say("From %(min)s to %(max)s, please."),
    "Field cannot be longer than %(max)d character.": say("Please use at most %(max)d characters."),
    "Field must be at least %(min)d character long.": say("Please use at least %(min)d characters."),
    "Invalid email address.": say("That is no mail address."),
}


class OurWords:
    """WTForms' own messages in our words."""

    def gettext(self, words: str) -> str:
        return str(OF_WTFORMS.get(words, words))

    def ngettext(self, one: str, many: str, n: int) -> str:
        return str(OF_WTFORMS.get(one, one if n == 1 else many))


class Form(FlaskForm):
    """A form that can say what a verb refused, beside the field it is about. Only forms fill it in, never JSON."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> OurWords:
            return OurWords()

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            is_from_here = formdata is FROM_THE_REQUEST and has_request_context()
            if is_from_here and request.is_json:
                return None
            typed = typed_before(form._fields.keys()) if is_from_here else None
            return super().wrap_formdata(form, formdata) if typed is None else typed

    refused_with: int = INVALID

    def carry_out(self, act: Callable[[], Done]) -> Done | None:
        """What `act` gives; None where something is filled in wrongly or refused: `refused_with` is the status of that.

        What the person may not do at all is no matter of the form, and is refused as everywhere else.
        """
        if not self.validate():
            return None
        try:
            return act()
        except Refusal as refusal:
            if refusal.status == FORBIDDEN:
                raise
            self.explain(refusal)
            self.refused_with = refusal.status
            return None

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
    return UNWANTED.sub("", value).strip()


def instant_in(words: str) -> datetime | None:
    """An instant as a script writes it, 2026-11-21T10:30:00.000Z, in UTC; None for anything else."""
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return None
    return at.astimezone(UTC) if at.tzinfo and 1900 < at.year < 2200 else None


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


class ZoneSelect(Select):
    """Zones are hundreds of options: written once for all who chose the same. Who is in an older name keeps it."""

    def __call__(self, field: Any, **wishes: Any) -> Markup:
        first = super().__call__(field, **wishes).removesuffix("</select>")
        return first + zone_options(field.data if field.data in ZONES else None) + Markup("</select>")


@lru_cache(maxsize=32)
def zone_options(chosen: str | None) -> Markup:
    """An option is its own value where it can be: half the bytes."""
    own = [chosen] if chosen and chosen not in ZONES_ON_OFFER else []
    return Markup().join(
        Markup("<option%s%s>%s")
        % (
            Markup(' value="%s"') % zone if "_" in zone else "",
            Markup(" selected") if zone == chosen else "",
            zone.replace("_", " "),
        )
        for zone in [*own, *ZONES_ON_OFFER]
    )


class ZoneField(SelectField):
    """A time zone by region and city. `first` stands for none, and says so."""

    widget = ZoneSelect()

    def __init__(
        self, label: Any = None, validators: Any = None, *, first: str | Callable[[], Any] = "", **options: Any
    ) -> None:
        super().__init__(label, validators, choices=self.none, validate_choice=False, **options)
        self.first = first

    @property
    def words_for_none(self) -> Any:
        return self.first() if callable(self.first) else self.first

    def none(self) -> list[SelectChoice]:
        return [SelectChoice("", self.words_for_none)] if self.first else []


def accepted_by(check: Callable[[str], object]) -> Callable[[Form, Any], None]:
    """A validator: `check`, with which a verb begins, does not refuse it. So all fields are looked at in one go."""

    def look(form: Form, field: Any) -> None:
        try:
            check(field.data or "")
        except Refusal as refusal:
            raise ValidationError(str(refusal.message)) from None

    return look


def known_zone(form: Form, field: Any) -> None:
    """A validator: the field holds the IANA name of a zone that exists."""
    if field.data and field.data not in ZONES:
        raise ValidationError(say("There is no time zone of that name."))
