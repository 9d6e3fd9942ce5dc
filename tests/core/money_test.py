"""Money: whole minor units of a currency, said as its readers say it."""

import pytest
from flask_babel import force_locale

from kaya.money import Money


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (4500, "EUR", "€45"),
        (4550, "EUR", "€45.50"),
        (5, "USD", "$0.05"),
        (450_000_00, "NGN", "NGN\xa0450,000"),
        (1200, "JPY", "¥1,200"),
        (1200, "XOF", "F\u202fCFA\xa01,200"),
        (1500, "BHD", "BHD\xa01.500"),
        (0, "EUR", "Free of charge"),
    ],
)
def test_it_is_said_in_its_own_decimals(app, amount, currency, said):
    with app.test_request_context():
        assert str(Money(amount, currency)) == said


def test_it_is_said_in_the_readers_way(app):
    with app.test_request_context(), force_locale("de"):
        assert str(Money(123450, "EUR")) == "1.234,50\xa0€"
        assert str(Money(123400, "EUR")) == "1.234\xa0€"


def test_it_adds_up_and_compares_in_one_currency():
    assert Money(100, "EUR") + Money(50, "EUR") == Money(150, "EUR")
    assert Money(100, "EUR") - Money(150, "EUR") == Money(-50, "EUR")
    assert Money(100, "EUR") * 3 == Money(300, "EUR")
    assert max(Money(1, "EUR"), Money(2, "EUR")) == Money(2, "EUR")
    for act in (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b):
        with pytest.raises(ValueError, match="do not add up"):
            act(Money(1, "EUR"), Money(1, "NGN"))


def test_it_is_never_a_float():
    with pytest.raises(ValueError, match="whole number"):
        Money(1.5, "EUR")


def test_in_json_it_is_an_integer_and_a_currency():
    assert Money(4500, "NGN").as_json() == {"amount": 4500, "currency": "NGN"}
