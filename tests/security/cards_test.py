"""No form, field or log takes a card number: whoever pays does so elsewhere, at those who may hold one."""

import io
import logging
import re

import pytest

from kaya.db import db
from tests.house.addresses import address
from tests.house.matrix import MATRIX, welcome

A_CARD = "4111 1111 1111 1111"
OF_A_CARD = re.compile(
    r"card_?-?(number|no|num|code|holder)|credit_?card|(^|[_-])(pan|cvv2?|cvc2?|csc|iban)($|[_-])|cc-?(number|csc|exp|name)"
    r"|security_?code|expiry_?(month|year)|^exp_?(month|year)$",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", ["card_number", "cardNumber", "pan", "cvv", "cc-number", "cc-csc", "credit_card"])
def test_the_net_is_fine_enough(name):
    assert OF_A_CARD.search(name)


@pytest.mark.parametrize("name", ["name", "discard", "company", "expand", "otp", "code", "card_of_the_day"])
def test_and_not_too_fine(name):
    assert not OF_A_CARD.search(name)


@pytest.mark.on("sqlite")
def test_no_form_asks_for_one(steps):
    """Every input of every page that can be walked to, by its name and by what browsers are told to fill in."""
    asked, fields = set(), 0
    for step in steps:
        for given in re.findall(r"<(?:input|textarea|select)\b[^>]*>", step.answer.text if step.is_page else ""):
            fields += 1
            words = re.findall(r'\b(?:name|autocomplete|id)="([^"]*)"', given)
            asked |= {f"{step.path}: {word}" for word in words if OF_A_CARD.search(word)}
    assert fields > 100
    assert not asked


def test_no_body_of_the_api_has_a_field_for_one(app):
    with app.test_request_context():
        schemas = app.api_doc["components"]["schemas"]
    fields = {f"{name}.{field}" for name, schema in schemas.items() for field in schema.get("properties", {})}
    assert len(fields) > 50
    assert not [field for field in fields if OF_A_CARD.search(field.partition(".")[2])]


def test_no_table_has_a_column_for_one():
    columns = {f"{table.name}.{column.name}" for table in db.metadata.sorted_tables for column in table.columns}
    assert len(columns) > 100
    assert not [column for column in columns if OF_A_CARD.search(column.partition(".")[2])]


@pytest.mark.on("sqlite")
def test_no_log_holds_one_that_was_sent_all_the_same(house):
    """In an address, a query, a header, a field, a body, at every door, and when something breaks over it."""
    said = io.StringIO()
    ear, root = logging.StreamHandler(said), logging.getLogger()
    before = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    try:
        for rule in (rule for rule in house.app.url_map.iter_rules() if rule.endpoint in MATRIX):
            [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
            name = welcome(rule.endpoint)
            visitor = house.phone(name) if rule.rule.startswith("/api/") else house.browser(name)
            named = {"query_string": {"q": A_CARD, "cursor": A_CARD}, "headers": {"X-Request-Id": A_CARD}}
            body = {"json": {"note": A_CARD}} if rule.rule.startswith("/api/") else {"data": {"note": A_CARD}}
            house.restore()
            visitor.open(address(rule, house.scene), method=method, **named, **({} if method == "GET" else body))
        house.browser("amara").get(f"/nowhere/{A_CARD}")
    finally:
        root.removeHandler(ear)
        root.setLevel(before)
    assert "answered" in said.getvalue()
    assert A_CARD not in said.getvalue()
    assert A_CARD.replace(" ", "%20") not in said.getvalue()
    assert A_CARD.replace(" ", "+") not in said.getvalue()
