"""What was read is asked for again and changed safely: If-None-Match and If-Match at every address of the API."""

from collections.abc import Iterator

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from kaya.api.document import describe, in_openapi, operations
from tests.house.addresses import address
from tests.house.houses import House
from tests.house.matrix import MATRIX, row_of, welcome
from tests.house.sayings import said

pytestmark = pytest.mark.on("sqlite")

STALE = '"another"'
KEPT_NOWHERE = {"own_data_api.download_export"}  # all that one ever wrote here, in one file
# They say that something was read, or is chosen, which nobody else's change can be lost by.
WITHOUT_A_BODY = {"notifications_api.read", "notifications_api.read_all", "questionnaires_api.choose"}


def rules(house: House, *methods: str) -> Iterator[tuple[Rule, str]]:
    """Every operation of the document with one of these methods."""
    there = {(in_openapi(rule), method): rule for rule in house.app.url_map.iter_rules() for method in rule.methods}
    for path, method, _ in operations(describe(house.app)):
        rule = there[path, method.upper()]
        if method.upper() in methods and rule.endpoint not in KEPT_NOWHERE:
            yield rule, method.upper()


def ask(house: House, rule: Rule, method: str, who: str, **headers: str) -> TestResponse:
    house.restore()
    more = said(rule.endpoint, house.scene)
    return house.phone(who).open(address(rule, house.scene), method=method, headers=headers, **more)


def test_what_one_has_already_is_a_304_everywhere(house: House) -> None:
    for rule, method in rules(house, "GET"):
        who = welcome(rule.endpoint)
        first = ask(house, rule, method, who)
        assert first.status_code == 200, f"{rule.rule} by {who}: {first.status_code}"
        check_headers(first, rule)
        again = ask(house, rule, method, who, **{"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b""), rule.rule
        check_headers(again, rule)


def check_headers(answer: TestResponse, rule: Rule) -> None:
    assert answer.headers.get("ETag"), rule.rule
    assert answer.cache_control.private, rule.rule
    assert answer.cache_control.no_cache, rule.rule
    assert "Authorization" in answer.vary, rule.rule


def test_knowing_the_tag_lets_nobody_in(house: House) -> None:
    for rule, method in rules(house, "GET"):
        row = row_of(MATRIX[rule.endpoint])
        tag = ask(house, rule, method, welcome(rule.endpoint)).headers["ETag"]
        for who, status in (("nobody", 401), ("ben", None)):
            if row[who] not in ("+", "="):
                answer = ask(house, rule, method, who, **{"If-None-Match": tag})
                assert answer.status_code >= 400, f"{rule.rule} by {who}"
                assert status in (None, answer.status_code), f"{rule.rule} by {who}"


def test_a_change_to_what_has_changed_since_is_a_412_everywhere(house: House) -> None:
    for rule, method in rules(house, "PUT", "PATCH"):
        if rule.endpoint in WITHOUT_A_BODY:
            continue
        answer = ask(house, rule, method, welcome(rule.endpoint), **{"If-Match": STALE})
        assert answer.status_code == 412, f"{method} {rule.rule}: {answer.status_code} {answer.text[:200]}"
        assert answer.json["type"] == "/problems/changed-meanwhile"
        assert not house.writes, rule.rule
