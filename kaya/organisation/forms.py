"""The forms of the house: that something was given, of a sane length. What may be chosen is for the verbs to check."""

from functools import cache
from typing import Any

from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies
from flask_babel import get_locale
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Email, InputRequired, Length, Optional

from kaya.web.forms import Form, LineField, TextField, ZoneField
from kaya.words import say

GIVEN = say("Please fill this in.")


def at_most(length: int) -> Length:
    return Length(max=length, message=say("That is longer than it can be: at most %(max)d characters."))


def currency_choices() -> list[SelectChoice]:
    locale = get_locale() or "en"
    return [SelectChoice(code, f"{code}, {get_currency_name(code, locale=locale)}") for code in currencies_in_use()]


@cache
def currencies_in_use() -> list[str]:
    """Those that are paid with somewhere today."""
    return sorted({code for place in get_global("territory_currencies") for code in get_territory_currencies(place)})


def accent_choices() -> list[SelectChoice]:
    named = {"": say("Spruce"), "harbour": say("Harbour"), "plum": say("Plum"), "moss": say("Moss")}
    return [SelectChoice(accent, words) for accent, words in named.items()]


class ChosenField(SelectField):
    """One of many; the verb refuses what is none of them, with its own word."""

    def __init__(self, label: Any = None, **options: Any) -> None:
        super().__init__(label, validate_choice=False, **options)


class HouseForm(Form):
    name = LineField(say("Name"), [InputRequired(GIVEN), at_most(120)])
    about = TextField(say("What the house is"), [Optional(), at_most(2000)])
    timezone = ZoneField(say("Time zone"))
    currency = ChosenField(say("Currency"), choices=currency_choices)
    contact_email = LineField(
        say("Mail address for questions"), [Optional(), at_most(254), Email(say("That is no mail address."))]
    )
    phone = LineField(say("Telephone"), [Optional(), at_most(40)])
    booking_policy = TextField(say("How booking, moving and cancelling go"), [Optional(), at_most(2000)])
    privacy_policy = TextField(say("How privacy is kept"), [Optional(), at_most(20000)])
    accent = RadioField(say("Colour"), choices=accent_choices, default="")


class LocationForm(Form):
    name = LineField(say("Name"), [InputRequired(GIVEN), at_most(120)])
    street = LineField(say("Street and number"), [Optional(), at_most(200)])
    postcode = LineField(say("Postcode"), [Optional(), at_most(20)])
    city = LineField(say("City"), [Optional(), at_most(120)])
    country = LineField(say("Country, in two letters"), [Optional(), at_most(2)], filters=[lambda c: (c or "").upper()])
    timezone = ZoneField(say("Time zone"))
    directions = TextField(say("How to find it"), [Optional(), at_most(1000)])


class RoomForm(Form):
    name = LineField(say("Name of the room"), [InputRequired(GIVEN), at_most(120)])

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self["name"].id = "room-name"  # the page has the place's own name on it too
