"""The OpenAPI document: what flask-openapi3 reads from the views, with all that every operation has in common."""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from kaya.api import manners, problems
from kaya.api.examples import example
from kaya.web.policy import everyone, members

Schema = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")
WORDS = {"200": "Here it is", "201": "It is made", "202": "It will be done", "204": "Done; there is nothing to say"}


def describe(app: Flask) -> Schema:
    """The whole of it; made once, for nothing in it changes while Kaya runs."""
    if "kaya.document" not in app.extensions:
        app.extensions["kaya.document"] = described(app)
    document: Schema = app.extensions["kaya.document"]
    return document


def described(app: Flask) -> Schema:
    document: Schema = copy.deepcopy(app.api_doc)  # type: ignore[attr-defined]
    document["info"]["description"] = manners.INTRODUCTION
    document["servers"] = [{"url": app.config["KAYA"].public_url}]
    document["tags"] = [{"name": name, "description": manners.TAGS.get(name, "")} for name in tags_of(document)]
    parts = document["components"]
    parts["schemas"].pop("ValidationErrorModel", None)
    parts |= {
        "securitySchemes": manners.SECURITY,
        "headers": manners.headers(),
        "parameters": manners.parameters(),
    }
    for schema in parts["schemas"].values():
        name_formats(schema)
    rules = {(in_openapi(rule), method): rule for rule in app.url_map.iter_rules() for method in rule.methods or ()}
    for path, method, operation in operations(document):
        rule = rules[path, method.upper()]
        tell(operation, method, rule, app.view_functions[rule.endpoint], parts["schemas"])
    return document


def tags_of(document: Schema) -> list[str]:
    return sorted({tag for _, _, operation in operations(document) for tag in operation.get("tags", ())})


def operations(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    for path, item in document["paths"].items():
        yield from ((path, method, item[method]) for method in METHODS if method in item)


def in_openapi(rule: Rule) -> str:
    return re.sub(r"<(?:[^:<>]+:)?(\w+)>", r"{\1}", rule.rule)


def name_formats(schema: Schema) -> None:
    """Instants and ids are strings in what we answer; their names say which they are."""
    for name, field in schema.get("properties", {}).items():
        for each in (field, *field.get("anyOf", ())):
            if each.get("type") == "string" and "format" not in each and name.endswith("_at"):
                each["format"] = "date-time"


def tell(operation: Schema, method: str, rule: Rule, view: Any, schemas: dict[str, Schema]) -> None:
    operation["operationId"] = rule.endpoint.replace("_api.", "_")
    operation["security"] = security(view)
    parameters = operation.setdefault("parameters", [])
    for name in headers_taken(operation, method, view):
        parameters.append({"$ref": f"#/components/parameters/{name}"})
    for parameter in parameters:
        if "schema" in parameter:
            parameter.setdefault("example", example(parameter["schema"], schemas, parameter["name"]))
    for content in operation.get("requestBody", {}).get("content", {}).values():
        content["example"] = example(content["schema"], schemas)
    declared = operation["responses"]
    good = {
        status: told_well(status, each, operation, method, schemas)
        for status, each in declared.items()
        if is_good(status)
    }
    bad = {str(status): problems.answer(status, rule.endpoint, declared.get(str(status)))
           for status in statuses(operation, rule, view)}  # fmt: skip
    operation["responses"] = good | ({"304": {"description": "As you know it"}} if method == "get" else {}) | bad


def is_good(status: str) -> bool:
    return status.startswith("2")


def security(view: Any) -> list[Schema]:
    """By whom it may be asked: anyone, a token, or a token and an admin key."""
    if view.policy is everyone:
        return [{}, {"bearer": []}]
    takes_keys = getattr(view.policy, "permissions", ()) and not view.needs_fresh
    return [{"bearer": []}, *([{"adminKey": []}] if takes_keys else [])]


def headers_taken(operation: Schema, method: str, view: Any) -> list[str]:
    takes = {
        "If-None-Match": method == "get",
        "If-Match": "412" in operation["responses"],
        "Idempotency-Key": makes_once(view),
    }
    return [name for name, does in takes.items() if does]


def makes_once(view: Callable[..., Any]) -> bool:
    """Is it declared with `@creates`, or does it call `once` itself?"""
    while not hasattr(view, "creates") and hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return hasattr(view, "creates") or "once" in view.__code__.co_names


def statuses(operation: Schema, rule: Rule, view: Any) -> list[int]:
    """What may go wrong: what the view declares, and what follows from what it takes and whom it lets in."""
    body, parameters = operation.get("requestBody"), operation["parameters"]
    asked = any(each.get("in") in ("path", "query") for each in parameters)
    follows = {
        400: body or asked,
        401: view.policy is not everyone,
        403: view.policy not in (everyone, members) or view.needs_fresh,
        404: rule.arguments,
        410: makes_once(view),
        413: body,
        415: body,
        422: body or asked or makes_once(view),
        429: True,
    }
    declared = {int(status) for status in operation["responses"] if not is_good(status)}
    if not follows[422]:
        declared.discard(422)
    return sorted(declared | {status for status, does in follows.items() if does})


def told_well(status: str, answer: Schema, operation: Schema, method: str, schemas: dict[str, Schema]) -> Schema:
    names = ["X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]
    names += ["ETag"] if method == "get" else []
    content = answer.get("content", {})
    for kind, each in content.items():
        each.setdefault("schema", {"type": "string", "contentMediaType": kind})
        if "example" not in each and "examples" not in each:
            each["example"] = example(each.get("schema", {}), schemas) if "json" in kind else f"({kind})"
    told = {
        "description": f"{WORDS.get(status, 'Done')}: {operation.get('summary', '')}".rstrip(": "),
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
    }
    return told | ({"content": content} if content else {})
