"""Every door, tried by everyone: own rows open, others' are not there, and what is not in the matrix does not exist."""

import re
from typing import Any

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from kaya.realtime.topics import topics
from tests.house.addresses import address, what_it_is_about
from tests.house.houses import House
from tests.house.matrix import MATRIX, TOPICS, VISITORS, row_of
from tests.house.sayings import said
from tests.visitor import Listener, Visitor

SUSPENDED = "hana"
ANSWERS_FOR_WHAT_IS_NOT_THERE = ("-", "410")

pytestmark = pytest.mark.on("sqlite")


def test_every_route_stands_in_the_matrix(house: House) -> None:
    assert {rule.endpoint for rule in house.app.url_map.iter_rules()} == set(MATRIX)


@pytest.mark.parametrize("endpoint", MATRIX)
def test_who_may_come_in(house: House, endpoint: str) -> None:
    row = row_of(MATRIX[endpoint])
    for rule in house.app.url_map.iter_rules(endpoint):
        found = {name: tried(house, rule, name) for name in row}
        assert found == row, rule
        assert tried(house, rule, SUSPENDED) == row["nobody"], "a suspended person is nobody"


def tried(house: House, rule: Rule, name: str) -> str:
    """The sign that the matrix has for how `name` fares there; a row that is not there is asked for too."""
    answer = asked(house, rule, name)
    sign, changed = sign_of(answer), bool(house.writes)
    if not what_it_is_about(rule) or sign not in ("+", "-"):
        return sign
    missing = asked(house, rule, name, missing=True)
    if sign == "-":
        assert words_of(answer) == words_of(missing), f"{rule}: {name} can tell another's row from none"
    elif sign_of(missing) == "+":
        return "+" if changed else "="
    else:
        assert sign_of(missing) in ANSWERS_FOR_WHAT_IS_NOT_THERE, f"{rule}: {name} finds what is not there"
    return sign


def asked(house: House, rule: Rule, name: str, *, missing: bool = False) -> TestResponse:
    house.restore()
    [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    path = address(rule, house.scene, missing=missing)
    return visitor(house, rule, name).open(path, method=method, **said(rule.endpoint, house.scene))


def visitor(house: House, rule: Rule, name: str) -> Visitor:
    return house.phone(name) if rule.rule.startswith("/api/") else house.browser(name)


def sign_of(answer: TestResponse) -> str:
    if answer.status_code == 401 or "/login?next=" in answer.headers.get("Location", ""):
        return "?"
    return {403: "x", 404: "-"}.get(answer.status_code, "+" if answer.status_code < 400 else str(answer.status_code))


THIS_ANSWERS_OWN = (
    r'nonce="[^"]*"',
    r'name="csrf[_-]token" (value|content)="[^"]*"',
    r'"X-CSRFToken": "[^"]*"',
    r'"request_id": ?"[^"]*"',
    r"[0-9a-f]{8}-[0-9a-f-]{27}",
)


def words_of(answer: TestResponse) -> Any:
    """What it says, without what is new in every answer, and without the ids of the address."""
    return answer.status_code, answer.content_type, re.sub("|".join(THIS_ANSWERS_OWN), "", answer.text)


# Topics


def test_every_topic_stands_in_the_matrix(house: House) -> None:
    assert {name for name, _ in TOPICS} == set(topics)


@pytest.mark.parametrize(("topic", "key"), TOPICS)
def test_who_may_listen(house: House, topic: str, key: str) -> None:
    meant = str(house.scene.ids[key]) if key in house.scene.ids else house.scene.rows.get(key, "")
    found = {name: listened(house, name, topic, meant) for name in VISITORS}
    assert found == row_of(TOPICS[topic, key])


def listened(house: House, name: str, topic: str, key: str) -> str:
    listener = Listener(house.app, house.browser(name))
    heard = listener.ask("subscribe", topic=topic, **({"key": key} if key else {}))
    unheard_of = listener.ask("subscribe", topic="nothing-of-the-kind")
    listener.disconnect()
    assert heard["ok"] or heard == unheard_of
    return "+" if heard["ok"] else "-"


def test_the_suspended_have_no_socket(house: House) -> None:
    assert not Listener(house.app, house.browser(SUSPENDED)).is_connected()
