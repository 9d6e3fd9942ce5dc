"""The OpenAPI document: whole, valid, with an example of everything, and of the same mind as the code."""

import re

import jsonschema_rs
import pytest
from flask_openapi3 import APIBlueprint
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from kaya.api import refuse_namesakes
from kaya.api.document import describe, in_openapi, operations
from kaya.api.examples import example
from kaya.api.problems import KINDS
from kaya.config import ROOT
from kaya.web.api import Body, Problem
from kaya.web.errors import NAMES
from kaya.web.policy import allow, everyone

pytestmark = pytest.mark.on("sqlite")


@pytest.fixture
def document(app):
    return describe(app)


@pytest.fixture
def all_of_it(document):
    """Every operation, as (name, method, operation)."""
    return [(f"{method} {path}", method, operation) for path, method, operation in operations(document)]


def test_it_is_openapi_3_1(document):
    assert [str(fault) for fault in OPENAPI_31_VALIDATOR.iter_errors(document)] == []


def test_it_says_where_and_what(document, client):
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": "http://localhost"}]
    assert all(tag["description"] for tag in document["tags"])
    assert document["components"]["securitySchemes"].keys() == {"bearer", "adminKey"}
    assert client.get("/api/v1/openapi.json").json == document


def test_every_way_into_the_api_is_in_it(app, document):
    """Also where two resources share a path, such as GET and DELETE of /users/me."""
    told = {(path, method.upper()) for path, method, _ in operations(document)}
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/") and "docs" not in rule.endpoint]
    there = {(in_openapi(rule), method) for rule in rules for method in rule.methods - {"HEAD", "OPTIONS"}}
    assert told == there


def test_every_operation_has_a_name_and_words(all_of_it):
    names = [operation["operationId"] for _, _, operation in all_of_it]
    assert len(set(names)) == len(names)
    assert [name for name, _, operation in all_of_it if not operation.get("summary")] == []
    assert [name for name, _, operation in all_of_it if not operation.get("tags")] == []


def test_every_operation_answers_something_with_an_example(all_of_it):
    for name, _, operation in all_of_it:
        good = {status: each for status, each in operation["responses"].items() if status.startswith("2")}
        assert good, name
        for status, answer in good.items():
            assert len(answer["description"]) > 5, name
            assert status == "204" or answer["content"], name
            for content in answer.get("content", {}).values():
                assert content["schema"], name
                assert "example" in content or "examples" in content, name


def test_every_problem_has_its_real_type_and_an_example(all_of_it):
    real = real_kinds()
    for name, _, operation in all_of_it:
        problems = {status: each for status, each in operation["responses"].items() if status[0] in "45"}
        for status, answer in problems.items():
            assert answer["description"], name
            told = answer["content"]["application/problem+json"]["example"]
            Problem.model_validate(told)
            assert told["status"] == int(status), name
            assert told["type"].removeprefix("/problems/") in real, (name, told["type"])


def real_kinds():
    """What the code says no with."""
    sources = "\n".join(path.read_text() for path in (ROOT / "kaya").rglob("*.py"))
    return {
        *re.findall(r"""Refusal\(\s*"([a-z-]+)\"""", sources),
        *re.findall(r'kind="([a-z-]+)"', sources),
        *NAMES.values(),
    }


def test_a_conflict_says_which(all_of_it):
    """409 has no usual type: each operation names its own."""
    vague = [
        name
        for name, _, operation in all_of_it
        if "409" in operation["responses"]
        and operation["responses"]["409"]["content"]["application/problem+json"]["example"]["type"]
        == "/problems/conflict"
    ]
    assert vague == []


def test_kinds_are_of_operations_that_there_are(app, all_of_it):
    there = {f"{rule.endpoint}" for rule in app.url_map.iter_rules()}
    assert {key.split()[0] for key in KINDS} <= there


def test_what_goes_wrong_everywhere_is_said_everywhere(app, all_of_it):
    for name, method, operation in all_of_it:
        told = set(operation["responses"])
        assert "429" in told, name
        assert ("401" in told) == ({"bearer": []} in operation["security"] and {} not in operation["security"]) or (
            "/auth/" in name
        ), name
        if operation.get("requestBody"):
            assert {"400", "413", "415", "422"} <= told, name
        if "{" in name:
            assert {"404", "422"} & told, name
        if method == "get":
            assert "304" in told, name


def test_examples_are_what_their_schemas_say(document, all_of_it):
    root = {"components": document["components"]}
    for name, _, operation in all_of_it:
        contents = [operation.get("requestBody", {}), *operation["responses"].values()]
        for kind, content in (pair for each in contents for pair in each.get("content", {}).items()):
            if "json" in kind:
                faults = list(jsonschema_rs.iter_errors(content["schema"] | root, content["example"]))
                assert not faults, (name, content["example"], [str(fault) for fault in faults])
        for parameter in operation.get("parameters", []):
            if "schema" in parameter:
                faults = list(jsonschema_rs.iter_errors(parameter["schema"] | root, parameter["example"]))
                assert not faults, (name, parameter)


def test_what_is_old_is_marked(all_of_it):
    old = {name for name, _, operation in all_of_it if operation.get("deprecated")}
    aliases = {name for name, _, _ in all_of_it if re.search(r"/(therapists|doctors|dentists|profiles)\b", name)}
    assert old == aliases
    assert old


def test_headers_that_are_taken_are_said(document, all_of_it):
    for name, method, operation in all_of_it:
        taken = {each["$ref"].rsplit("/", 1)[-1] for each in operation["parameters"] if "$ref" in each}
        assert taken <= document["components"]["parameters"].keys()
        assert ("If-None-Match" in taken) == (method == "get"), name
        assert ("If-Match" in taken) == ("412" in operation["responses"]), name
    key = {"$ref": "#/components/parameters/Idempotency-Key"}
    made = {name for name, _, operation in all_of_it if key in operation["parameters"]}
    assert {"post /api/v1/appointments", "post /api/v1/media", "post /api/v1/admin/api-keys"} <= made


def test_two_shapes_of_one_name_stop_the_start(app):
    class Listing(Body):
        name: str

    namesake = APIBlueprint("namesake", __name__)

    @namesake.post("/namesake", responses={200: Listing})
    @allow(everyone)
    def create(body: Listing):
        return {}

    namesake.components_schemas["Problem"] = namesake.components_schemas["Listing"]
    with pytest.raises(RuntimeError, match="namesake has a shape whose name another has: Problem"):
        refuse_namesakes(app, namesake)


def test_an_example_is_made_of_anything():
    shapes = {"Kind": {"type": "string", "enum": ["a", "b"]}}
    schema = {
        "type": "object",
        "properties": {
            "kind": {"$ref": "#/components/schemas/Kind"},
            "at": {"anyOf": [{"type": "null"}, {"type": "string"}]},
            "rows": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 5}},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }
    made = example(schema, shapes)
    assert made["kind"] == "a"
    assert made["rows"] == [1]
    assert made["at"].endswith("Z")
