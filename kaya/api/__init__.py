"""The JSON API: every feature's resources under one roof, with one set of manners."""

from flask import Response, request
from flask_openapi3 import APIBlueprint, Info, OpenAPI

from kaya.api import docs
from kaya.api.manners import INTRODUCTION
from kaya.web.api import check_body, said
from kaya.web.limits import api_limit, limiter
from kaya.web.viewer import is_api

INFO = Info(title="Kaya", version="1", description=INTRODUCTION)


def install(app: OpenAPI, resources: list[APIBlueprint]) -> None:
    """Register each feature's resources, the document made from them, and what every API answer has in common.

    Two resources may share a path (GET /users/me and DELETE /users/me): registered as they are, the later would hide
    the earlier in the document.
    """
    for resource in [*resources, docs.bp]:
        refuse_namesakes(app, resource)
        keep_earlier(app, resource)
        limiter.shared_limit(api_limit, scope="api")(resource)
        app.register_api(resource)
    app.json.default = said  # type: ignore[attr-defined]
    app.before_request(check_api_body)
    app.after_request(add_etag)


def keep_earlier(app: OpenAPI, resource: APIBlueprint) -> None:
    """What the document tells already of a path stays beside what this resource tells of it."""
    for path, earlier in app.paths.items():
        if path in resource.paths:
            told = {name: getattr(earlier, name) for name in earlier.model_fields_set}
            resource.paths[path] = resource.paths[path].model_copy(update=told)


def refuse_namesakes(app: OpenAPI, resource: APIBlueprint) -> None:
    """Two shapes of one name would be one in the document, and wrong in half the places."""
    both = app.components_schemas.keys() & resource.components_schemas.keys()
    namesakes = [name for name in both if app.components_schemas[name] != resource.components_schemas[name]]
    if namesakes:
        raise RuntimeError(f"{resource.name} has a shape whose name another has: {', '.join(sorted(namesakes))}")


def check_api_body() -> Response | None:
    return check_body() if is_api() else None


def add_etag(response: Response) -> Response:
    """Reads carry an ETag, and one that the client has already is answered 304."""
    if is_api() and request.method == "GET" and response.status_code == 200 and not response.direct_passthrough:
        response.add_etag()
        response.make_conditional(request)
    return response
