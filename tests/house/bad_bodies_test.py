"""Whatever is sent to the API or asked of a page, there is a clear word about it and never a failure."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.house import garbage
from tests.house.addresses import address, what_it_is_about
from tests.house.houses import House
from tests.house.matrix import welcome
from tests.house.sayings import BODIES
from tests.visitor import Visitor

# JSON

USUAL = {"nothing", "null", "long", "an object", "an unknown id"}


@pytest.mark.parametrize("endpoint", BODIES)
def test_a_body_that_is_wrong_in_one_place(house: House, endpoint: str) -> None:
    """Each place with the usual mistakes and a third of the unusual ones: a body of three places has them all."""
    rule, phone = door(house, endpoint)
    right = BODIES[endpoint](house.scene)
    tried = garbage.worth_trying(house.kind, garbage.SAID)
    usual = [("left out", KeyError), *((name, value) for name, value in tried.items() if name in USUAL)]
    unusual = [(name, value) for name, value in tried.items() if name not in USUAL]
    places = list(places_in(right))
    for number, where in enumerate(places):
        for name, value in [*usual, *unusual[number % 3 :: min(3, len(places))]]:
            answer = send(house, phone, rule, json.dumps(changed(right, where, value)))
            note = f"{endpoint} {where} {name}: {answer.status_code} {answer.text[:300]}"
            check_problem(answer, note)
            assert name not in garbage.NEVER_RIGHT or answer.status_code >= 400, note


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("endpoint", BODIES)
def test_a_body_of_no_use(house: House, endpoint: str) -> None:
    rule, phone = door(house, endpoint)
    right = json.dumps(BODIES[endpoint](house.scene))
    for body, status in (
        ('{"a":', 400),
        ("[" * 100_000, 400),
        (b'{"name": "\xff\xfe"}', 400),
        ("[]", 422),
        ('"words"', 422),
        ("null", 422),
        ("7", 422),
        ('{"a": ' + " " * 1_100_000 + "1}", 413),
    ):
        answer = send(house, phone, rule, body)
        check_problem(answer, f"{endpoint} {str(body)[:20]}")
        assert answer.status_code == status, (endpoint, str(body)[:20], answer.text[:200])
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/xml"):
        answer = send(house, phone, rule, right, content_type=kind)
        check_problem(answer, f"{endpoint} {kind}")
        assert answer.status_code == 415, (endpoint, kind, answer.text[:200])


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("endpoint", BODIES)
def test_nothing_undeclared_is_taken(house: House, endpoint: str) -> None:
    rule, phone = door(house, endpoint)
    right = BODIES[endpoint](house.scene)
    declared = fields_declared(house, rule)
    for name, value in garbage.SMUGGLED.items():
        if name not in declared:
            answer = send(house, phone, rule, json.dumps(right | {name: value}))
            assert answer.status_code == 422, f"{endpoint} takes {name}: {answer.status_code}"
            assert name in answer.json["errors"]
            assert not house.writes


def fields_declared(house: House, rule: Rule) -> set[str]:
    spec = house.app.api_doc  # type: ignore[attr-defined]
    [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    schema = next(iter(spec["paths"][in_openapi(rule)][method.lower()]["requestBody"]["content"].values()))["schema"]
    return set(spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]["properties"])


def in_openapi(rule: Rule) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


# Queries and paths, of pages and API


def questions(house: House) -> Iterator[Rule]:
    yield from (
        rule
        for rule in house.app.url_map.iter_rules()
        if "GET" in (rule.methods or set()) and rule.endpoint != "static"
    )


PAGES_ASK_FOR = (
    *("at", "category", "cursor", "day", "email", "kind", "language", "max_price", "mode", "next", "offering", "on"),
    *("open", "page", "q", "service", "show", "sort", "specialty", "timezone", "to", "view", "wanted"),
)


def test_a_question_that_makes_no_sense(house: House) -> None:
    """A page is asked everything at once, the API one thing after the other; each by six things that make no sense.

    On the slower database by two, of those that databases differ in.
    """
    senseless = list(garbage.worth_trying(house.kind, garbage.IN_A_QUERY).items())
    each = {"sqlite": 3, "postgresql": 6}[house.kind]
    for number, rule in enumerate(questions(house)):
        _, visitor = door(house, rule.endpoint)
        declared = [[name] for name in asked_of(house, rule)]
        for place, names in enumerate(declared or [PAGES_ASK_FOR]):
            for what, value in senseless[(number + place) % each :: each]:
                answer = visitor.get(address(rule, house.scene), query_string=dict.fromkeys(names, value))
                check_answer(answer, f"{rule.rule}?{names[0]}={what}")


def asked_of(house: House, rule: Rule) -> list[str]:
    """What an endpoint of the API declares that it can be asked."""
    spec = house.app.api_doc  # type: ignore[attr-defined]
    asked = spec["paths"].get(in_openapi(rule), {}).get("get", {}).get("parameters", [])
    return [each["name"] for each in asked if each["in"] == "query"]


def test_an_address_that_makes_no_sense(house: House) -> None:
    words = ("%00", "%ff%fe", "%f0%9f%8c%bf", "x" * 3000, "..%2f..%2fetc%2fpasswd", "%E2%80%AE", "%0d%0aSet-Cookie:a=b")
    for rule in questions(house):
        if what_it_is_about(rule):
            _, visitor = door(house, rule.endpoint)
            for word in words:
                path = address(rule, house.scene, missing=True).replace(missing_of(rule, house), word)
                answer = visitor.get(path)
                check_answer(answer, f"{rule.rule} {word[:20]}")
                assert answer.status_code in (400, 404, 410, 422), f"{rule.rule} {word[:20]}: {answer.status_code}"


def missing_of(rule: Rule, house: House) -> str:
    there, not_there = address(rule, house.scene), address(rule, house.scene, missing=True)
    return next(b for a, b in zip(there.split("/"), not_there.split("/"), strict=True) if a != b).split("-320.")[0]


# What they share


def door(house: House, endpoint: str) -> tuple[Rule, Visitor]:
    """The address, and someone who may come in there."""
    rule = next(house.app.url_map.iter_rules(endpoint))
    name = welcome(endpoint)
    return rule, house.phone(name) if rule.rule.startswith("/api/") else house.browser(name)


def send(house: House, phone: Visitor, rule: Rule, body: Any, content_type: str = "application/json") -> TestResponse:
    house.restore()
    [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    return phone.open(address(rule, house.scene), method=method, data=body, content_type=content_type)


def check_answer(answer: TestResponse, note: str) -> None:
    assert answer.status_code < 500, note
    if answer.status_code >= 400 and answer.request.path.startswith("/api/"):
        check_problem(answer, note)


def check_problem(answer: TestResponse, note: str) -> None:
    """Never a failure; what is refused is refused in RFC 9457's words, by field where a field is at fault."""
    assert answer.status_code < 500, note
    if answer.status_code < 400:
        return
    assert answer.content_type == "application/problem+json", note
    told = json.loads(answer.data)
    assert told["status"] == answer.status_code, note
    assert {"type", "title", "detail", "request_id"} <= set(told), note
    if answer.status_code == 422:
        assert told["errors"], note
        assert all(isinstance(words, list) and words for words in told["errors"].values()), note


def places_in(body: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place where something stands, as a path of names and numbers."""
    for name, value in body.items() if isinstance(body, dict) else enumerate(body):
        yield (*above, name)
        if isinstance(value, dict | list):
            yield from places_in(value, (*above, name))


def changed(body: Any, where: tuple[Any, ...], value: Any) -> Any:
    body = copy.deepcopy(body)
    place = body
    for name in where[:-1]:
        place = place[name]
    if value is KeyError:
        del place[where[-1]]
    else:
        place[where[-1]] = value
    return body
