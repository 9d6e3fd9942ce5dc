"""The API's own description: the OpenAPI document, and a page that reads it to people without another host's help."""

import json
from dataclasses import dataclass
from typing import Any

from flask import abort, current_app
from flask_openapi3 import APIBlueprint
from pydantic import BaseModel

from kaya.api.document import describe, operations
from kaya.web.policy import allow, everyone
from kaya.web.respond import page

bp = APIBlueprint("api_docs", __name__, url_prefix="/api/v1", doc_ui=False)
Schema = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """Something that is sent: where, of which kind, and what it means."""

    name: str
    kind: str
    says: str
    is_needed: bool


@dataclass(frozen=True)
class Answer:
    status: str
    says: str
    example: str
    kind: str

    @property
    def is_good(self) -> bool:
        return self.status.startswith("2")


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked of the API, as the page tells it."""

    method: str
    path: str
    name: str
    summary: str
    description: str
    is_deprecated: bool
    proof: str
    parameters: list[Field]
    body: list[Field]
    body_example: str
    answers: list[Answer]


@dataclass(frozen=True)
class Chapter:
    name: str
    says: str
    operations: list[Operation]


class ByChapter(BaseModel):
    chapter: str


@bp.get("/openapi.json")
@allow(everyone)
def openapi() -> dict[str, Any]:
    return document()


@bp.get("/docs", doc_ui=False)
@allow(everyone)
def docs() -> Any:
    return page("api/docs.html", chapters=chapters_of(document()))


@bp.get("/docs/<chapter>", doc_ui=False)
@allow(everyone)
def chapter(path: ByChapter) -> Any:
    chapters = chapters_of(document())
    wanted = [each for each in chapters if each.name == path.chapter]
    return page("api/chapter.html", chapters=chapters, chapter=wanted[0]) if wanted else abort(404)


def document() -> Schema:
    return describe(current_app._get_current_object())  # type: ignore[attr-defined]


def chapters_of(spec: Schema) -> list[Chapter]:
    """The operations by tag, each tag with its sentence."""
    groups: dict[str, list[Operation]] = {}
    for path, method, operation in operations(spec):
        groups.setdefault((operation.get("tags") or ["other"])[0], []).append(told(spec, method, path, operation))
    says = {tag["name"]: tag["description"] for tag in spec["tags"]}
    return [Chapter(name, says.get(name, ""), found) for name, found in sorted(groups.items())]


def told(spec: Schema, method: str, path: str, said: Schema) -> Operation:
    body: Schema = next(iter(said.get("requestBody", {}).get("content", {}).values()), {})
    return Operation(
        method=method.upper(),
        path=path,
        name=said["operationId"],
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        is_deprecated=bool(said.get("deprecated")),
        proof=proof(said["security"]),
        parameters=[parameter_told(spec, each) for each in said.get("parameters", [])],
        body=fields_of(spec, body.get("schema", {})),
        body_example=shown(body.get("example")),
        answers=[answer_told(status, each) for status, each in said["responses"].items()],
    )


def proof(security: list[Schema]) -> str:
    if {} in security:
        return ""
    return "Token or admin key" if {"adminKey": []} in security else "Token"


def parameter_told(spec: Schema, said: Schema) -> Field:
    if "$ref" in said:
        said = spec["components"]["parameters"][said["$ref"].rsplit("/", 1)[-1]]
    kind = f"{said['in']}, {kind_of(said['schema'])}"
    return Field(said["name"], kind, said.get("description", ""), bool(said.get("required")))


def answer_told(status: str, said: Schema) -> Answer:
    content: Schema = next(iter(said.get("content", {}).values()), {})
    example: Any = content.get("example")
    kind = example["type"] if status >= "4" else ""
    return Answer(status, said.get("description", ""), "" if kind else shown(example), kind)


def shown(example: Any) -> str:
    """As JSON that people can read; "" where there is none."""
    if example is None or isinstance(example, str):
        return example or ""
    return json.dumps(example, indent=2, ensure_ascii=False)


def fields_of(spec: Schema, schema: Schema) -> list[Field]:
    """The names and kinds of a body's fields; those that may be left out say so."""
    named: Schema = spec["components"]["schemas"].get(schema.get("$ref", "").rsplit("/", 1)[-1], schema)
    needed = named.get("required", [])
    return [
        Field(name, kind_of(field), field.get("description", ""), name in needed)
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
