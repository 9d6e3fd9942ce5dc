"""Money: whole minor units and a currency, never a float."""

import re
from dataclasses import dataclass
from functools import total_ordering

from babel import Locale
from babel.numbers import format_currency, get_currency_precision
from flask_babel import get_locale

from kaya.words import say

LETTERS_AGAINST_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)")


@total_ordering
@dataclass(frozen=True)
class Money:
    """`amount` in minor units (kobo, cents, or the unit itself where there is none), `currency` by ISO 4217."""

    amount: int
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, int) or len(self.currency) != 3:
            raise ValueError("Money is a whole number of minor units and a three-letter currency.")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other).amount, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.amount * times, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other).amount

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up.")
        return other

    def as_json(self) -> dict[str, object]:
        return {"amount": self.amount, "currency": self.currency}

    def __str__(self) -> str:
        """As the reader's language writes it; whole amounts without empty decimals; nothing is free of charge."""
        if self.amount == 0:
            return str(say("Free of charge"))
        digits = get_currency_precision(self.currency)
        locale = Locale.parse(str(get_locale() or "en"))
        pattern = locale.currency_formats["standard"].pattern
        is_whole = self.amount % 10**digits == 0
        said = format_currency(
            self.amount / 10**digits,
            self.currency,
            format=pattern.replace(".00", "") if is_whole else pattern,
            locale=locale,
            currency_digits=not is_whole,
        )
        return LETTERS_AGAINST_DIGITS.sub("\N{NO-BREAK SPACE}", said)
