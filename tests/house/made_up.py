"""Requests made up from the OpenAPI document: what it calls right, and what it calls wrong."""

import random
from collections import Counter
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks
from werkzeug.routing import Rule

from kaya.api.document import describe, in_openapi
from kaya.web.viewer import KEY
from tests.house.addresses import address
from tests.house.houses import House
from tests.house.sayings import BODIES

CHECKS = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)
WRONG = (*CHECKS, checks.negative_data_rejection)
OFTEN = 0.85  # how often a row that is there stands in an address, and what the scene says in a body


@dataclass
class Tally:
    """How often what was answered, and what should not have been."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def succeeded(self) -> float:
        good = sum(count for status, count in self.statuses.items() if status < 400)
        return good / max(1, self.statuses.total())


def ask(house: House, who: str, each: int, number: int) -> Tally:
    """`each` right requests to every operation, and as many wrong ones in a quarter; from the seed `number`."""
    tally, dice = Tally(), random.Random(number)
    for way in ways_of(house.app):
        count = each if way.is_right else max(1, each // 4)
        try_out(house, who, way, count, number, dice, tally)
    return tally


@dataclass
class Way:
    """How requests to one operation are made up: as the document calls right, or wrong. Finding that out takes long."""

    operation: Any
    rule: Rule
    is_right: bool
    requests: Any


@cache
def ways_of(app: Flask) -> list[Way]:
    schema = schemathesis.openapi.from_dict(describe(app))
    schema.app = app
    rules = {(in_openapi(rule), method): rule for rule in app.url_map.iter_rules() for method in rule.methods or ()}
    return [
        Way(
            operation,
            rules[operation.path, operation.method.upper()],
            mode is GenerationMode.POSITIVE,
            operation.as_strategy(generation_mode=mode),
        )
        for operation in (found.ok() for found in schema.get_all_operations())
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    ]


def try_out(house: House, who: str, way: Way, count: int, number: int, dice: Any, tally: Tally) -> None:
    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=way.requests)
    def once(case: Any) -> None:
        operation = way.operation
        if way.is_right:
            feed(house, case, way.rule, dice)
        answer = send(house, who, case)
        tally.statuses[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=list(CHECKS if way.is_right else WRONG))
        except FailureGroup as fault:
            tally.faults.append(f"{who} {operation.method.upper()} {operation.path} {case.body!r:.200}: {fault}")

    with suppress(Unsatisfiable):  # there is nothing that could be wrong with some
        once()


def feed(house: House, case: Any, rule: Rule, dice: random.Random) -> None:
    """Rows that are there, and sentences that make sense."""
    case.headers = {name: value for name, value in (case.headers or {}).items() if name not in CONDITIONS}
    if rule.arguments and dice.random() < OFTEN:
        there = house.app.url_map.bind("localhost").match(address(rule, house.scene), method=case.method)[1]
        case.path_parameters = {name: str(value) for name, value in there.items()}
    if rule.endpoint in BODIES and dice.random() < OFTEN:
        case.body = BODIES[rule.endpoint](house.scene)
    if case.query and dice.random() < OFTEN:
        case.query = {name: value for name, value in case.query.items() if name in ("limit", "count")}


CONDITIONS = {"If-Match", "If-None-Match", "Idempotency-Key"}


def send(house: House, who: str, case: Any) -> Any:
    house.restore()
    token = house.scene.tokens.get(who)
    proof = {"Authorization": f"Bearer {token}"} if token else {}
    case.headers = {name: value for name, value in (case.headers or {}).items() if name != KEY}
    return Context().run(case.call, headers={"Accept-Encoding": "identity", **proof})
