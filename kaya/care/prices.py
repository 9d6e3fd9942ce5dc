"""Prices as people type them."""

import re
from decimal import Decimal

from babel.numbers import NumberFormatError, get_currency_precision, parse_decimal
from flask_babel import get_locale

from kaya.db import db
from kaya.money import Money
from kaya.organisation.models import Organisation
from kaya.refusal import Refusal
from kaya.words import say

LONGEST = 20
DIGITS = re.compile(r"[\d.,\s'’]+")
MOST = 10**10


def house_currency() -> str:
    """The currency in which this house reckons, by ISO 4217."""
    house = db.session.get(Organisation, 1)
    return house.currency if house else "EUR"


def parse_price(words: str, currency: str, *, field: str = "price") -> Money:
    """“60”, “60,50” or “1.200,00” in the major unit of `currency`, written as the reader's language or another does.

    Refuses ("bad-price") what is no number, is below nothing, or is finer than the currency's smallest coin.
    """
    typed = words.strip()[:LONGEST]
    locales = [str(get_locale() or "en"), "en", *(["de"] if "," in typed else [])]
    for locale in locales if DIGITS.fullmatch(typed) else ():
        amount = minor_units(typed, currency, locale)
        if amount is not None:
            return Money(amount, currency)
    raise Refusal("bad-price", say("“%(words)s” is not a price. Write it like 60 or 60.50.", words=words), field=field)


def minor_units(words: str, currency: str, locale: str) -> int | None:
    try:
        value: Decimal = parse_decimal(words, locale=locale, strict=True)
    except (NumberFormatError, ValueError):
        return None
    units = value.scaleb(get_currency_precision(currency)) if value.is_finite() else value
    return int(units) if units.is_finite() and units == units.to_integral_value() and 0 <= units <= MOST else None


def price_words(price: Money) -> str:
    """The price as it stands in a form: 60 or 60.50, in the currency's major unit."""
    digits = get_currency_precision(price.currency)
    whole = price.amount % 10**digits == 0
    return str(price.amount // 10**digits) if whole else f"{Decimal(price.amount).scaleb(-digits):f}"
