"""The API's own description: the OpenAPI document, and a page that reads it to people without another host's help."""

from typing import Any

from flask import current_app
from flask_openapi3 import APIBlueprint

from kaya.web.policy import allow, everyone
from kaya.web.respond import page

bp = APIBlueprint("api_docs", __name__, url_prefix="/api/v1", doc_ui=False)


@bp.get("/openapi.json")
@allow(everyone)
def openapi() -> dict[str, Any]:
    return current_app.api_doc  # type: ignore[attr-defined,no-any-return]


@bp.get("/docs")
@allow(everyone)
def docs() -> Any:
    document = current_app.api_doc  # type: ignore[attr-defined]
    return page("api/docs.html", document=document)
