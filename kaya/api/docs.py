"""The API's own description: the OpenAPI document, and a page that reads it to people without another host's help."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import current_app
from flask_openapi3 import APIBlueprint

from kaya.web.policy import allow, everyone
from kaya.web.respond import page

bp = APIBlueprint("api_docs", __name__, url_prefix="/api/v1", doc_ui=False)
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked of the API, as the page tells it."""

    method: str
    path: str
    summary: str
    description: str
    is_deprecated: bool
    parameters: list[tuple[str, str]]
    body: list[tuple[str, str]]
    answers: list[tuple[str, str]]

    @property
    def anchor(self) -> str:
        return f"{self.method}-{self.path.strip('/')}".replace("/", "-").replace("{", "").replace("}", "").lower()


@bp.get("/openapi.json")
@allow(everyone)
def openapi() -> dict[str, Any]:
    return document()


@bp.get("/docs")
@allow(everyone)
def docs() -> Any:
    groups: dict[str, list[Operation]] = {}
    for group, operation in operations(document()):
        groups.setdefault(group, []).append(operation)
    return page("api/docs.html", groups=groups)


def document() -> dict[str, Any]:
    return current_app.api_doc  # type: ignore[attr-defined,no-any-return]


def operations(spec: dict[str, Any]) -> Iterator[tuple[str, Operation]]:
    for path, item in spec["paths"].items():
        for method in METHODS:
            if said := item.get(method):
                yield (said.get("tags") or ["Other"])[0], told(spec, method, path, said)


def told(spec: dict[str, Any], method: str, path: str, said: dict[str, Any]) -> Operation:
    return Operation(
        method=method.upper(),
        path=path,
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        is_deprecated=bool(said.get("deprecated")),
        parameters=[(p["name"], f"{p['in']}, {kind_of(p.get('schema', {}))}") for p in said.get("parameters", [])],
        body=fields_of(spec, said.get("requestBody", {})),
        answers=[(status, answer.get("description", "")) for status, answer in said.get("responses", {}).items()],
    )


def fields_of(spec: dict[str, Any], body: dict[str, Any]) -> list[tuple[str, str]]:
    """The names and kinds of a JSON body's fields; those that may be left out say so."""
    contents: list[dict[str, Any]] = list(body.get("content", {}).values())
    schema: dict[str, Any] = contents[0].get("schema", {}) if contents else {}
    named = spec.get("components", {}).get("schemas", {}).get(schema.get("$ref", "").rsplit("/", 1)[-1], schema)
    needed = named.get("required", [])
    return [
        (name, kind_of(field) if name in needed else f"{kind_of(field)}, optional")
        for name, field in named.get("properties", {}).items()
    ]


def kind_of(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(kind_of(each) for each in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "any")
