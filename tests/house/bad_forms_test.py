"""Whatever is typed into a form: it comes back with what was typed, and with a word beside the field."""

import json
import re
from collections.abc import Collection
from typing import Any

import pytest
from sqlalchemy import select, text
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from kaya.db import db
from kaya.web.forms import tidy
from tests.house import garbage
from tests.house.addresses import address
from tests.house.houses import House
from tests.house.matrix import MATRIX, welcome
from tests.house.reading import PageRead
from tests.house.sayings import FILES, FORMS
from tests.visitor import Visitor

REFUSED = {400, 404, 409, 410, 413, 422, 429}
NOT_GIVEN_BACK = {"password", "current_password"}


def test_every_form_is_filled_in(house: House) -> None:
    """A route that takes a form and is not in FORMS takes no fields: its button sends what stands in the address."""
    for rule in forms_of(house):
        if rule.endpoint not in FORMS | FILES and "+" in MATRIX[rule.endpoint]:
            answer = post(house, rule, {})
            assert answer.status_code < 400, f"{rule}: {answer.status_code}; does it take fields?"


@pytest.mark.parametrize("endpoint", FORMS)
def test_a_form_that_is_filled_in_wrongly(house: House, endpoint: str) -> None:
    """Each field left empty and with one of the usual mistakes, and all of them with each of the unusual ones."""
    rule = next(house.app.url_map.iter_rules(endpoint))
    right = FORMS[endpoint](house.scene)
    for number, names in enumerate([*([name] for name in right), list(right)]):
        usual = {"nothing", USUAL[number % len(USUAL)]} if number < len(right) else set(garbage.TYPED)
        for what in sorted(usual & set(garbage.worth_trying(house.kind, garbage.TYPED))):
            sent = right | dict.fromkeys(names, garbage.TYPED[what])
            answer = post(house, rule, sent)
            note = f"{endpoint} {', '.join(names)}: {what}: {answer.status_code}"
            assert answer.status_code < 400 or answer.status_code in REFUSED, note
            assert "<script>alert(1)" not in answer.text, note
            if answer.status_code == 422:
                check_page(PageRead(answer.text), answer.request.path, sent, note)


USUAL = ("long", "an unknown id")


def check_page(page: PageRead, path: str, sent: dict[str, Any], note: str) -> None:
    """The form is there again as it was filled in, with a word about what is wrong."""
    form = page.form_to(path)
    if form is not None:
        shown = {name: [as_kept(value) for value in values] for name, values in form.values.items()}
        for name, value in sent.items():
            if name not in NOT_GIVEN_BACK | form.hidden and name in shown:
                typed = [as_kept(each) for each in (value if isinstance(value, list) else [value])]
                assert shown[name] == typed, f"{note}\n{name} was {str(typed)[:80]}, is {str(shown[name])[:80]}"
    assert page.says_what_is_wrong, f"{note}\nnothing says what is wrong"


def as_kept(typed: str) -> str:
    return " ".join(tidy(typed).casefold().split())


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("endpoint", FORMS)
def test_a_form_that_is_no_form(house: House, endpoint: str) -> None:
    rule = next(house.app.url_map.iter_rules(endpoint))
    names = list(FORMS[endpoint](house.scene))
    as_form = "application/x-www-form-urlencoded"
    for body, kind in (
        (b"", as_form),
        ("&".join(f"{name}=%ff%fe%00%80" for name in names).encode(), as_form),
        ("&".join(f"{name}=a&{name}=b&{name}[]=c" for name in names).encode(), as_form),
        (b"=&&&%=%zz&\xff=\xfe", as_form),
        (json.dumps(dict.fromkeys(names, 7)).encode(), "application/json"),
        (b"[[1]]", "application/json"),
        (b"{", "application/json"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
    ):
        answer = post(house, rule, body, content_type=kind)
        note = f"{endpoint} {kind} {body[:40]!r}: {answer.status_code}"
        assert answer.status_code < 400 or answer.status_code in REFUSED, note
    assert post(house, rule, {names[0]: "x" * 1_100_000}).status_code == 413, endpoint


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("endpoint", FORMS)
def test_nothing_undeclared_is_taken(house: House, endpoint: str) -> None:
    """The same rows are there afterwards, whoever's role, price, owner or status was sent along."""
    rule = next(house.app.url_map.iter_rules(endpoint))
    right = FORMS[endpoint](house.scene)
    house.restore()
    known = ids_there()
    post(house, rule, right)
    plain = what_counts(known)
    answer = post(house, rule, garbage.SMUGGLED | right)
    assert answer.status_code < 500
    assert what_counts(known) == plain


COUNTS = {*garbage.SMUGGLED, "practitioner_id", "email"} - {"id", "price_currency"}


def what_counts(known: Collection[str]) -> dict[str, list[Any]]:
    """Whose each row is, and what it is worth; ids that are new are all alike."""
    found = {}
    for table in db.metadata.sorted_tables:
        names = [column.name for column in table.columns if column.name in COUNTS]
        if names:
            rows = db.session.execute(text(f"SELECT {', '.join(names)} FROM {table.name}"))
            found[table.name] = sorted(
                an_id.sub(lambda id: id[0] if id[0] in known else "new", a_time.sub("then", repr(row))) for row in rows
            )
    db.session.rollback()
    return found


def ids_there() -> set[str]:
    ids = {
        str(row)
        for table in db.metadata.sorted_tables
        if "id" in table.c
        for row in db.session.scalars(select(table.c.id))
    }
    db.session.rollback()
    return {id.replace("-", "") for id in ids}


an_id = re.compile(r"[0-9a-f]{32}")
a_time = re.compile(r"\d\d:\d\d:\d\d\.\d+")


# What they share


def forms_of(house: House) -> list[Rule]:
    rules = house.app.url_map.iter_rules()
    return [r for r in rules if "POST" in (r.methods or set()) and not r.rule.startswith("/api/")]


def post(house: House, rule: Rule, form: Any, content_type: str | None = None) -> TestResponse:
    house.restore()
    name = welcome(rule.endpoint)
    browser: Visitor = house.browser(name)
    return browser.post(address(rule, house.scene), data=form, content_type=content_type)
