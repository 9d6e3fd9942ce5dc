"""/admin/api-keys: keys for machines, shown once."""

from typing import Any

from flask import Response, g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.accounts import admin_keys
from kaya.accounts.models import ApiKey
from kaya.accounts.models.admin_key import SCOPES
from kaya.accounts.permissions import Permission
from kaya.web.api import Body, ById, Instant, Listing, Problem, Text, instant, listed, nothing
from kaya.web.creates import creates
from kaya.web.paging import Order, paged
from kaya.web.policy import allow, staff_with
from kaya.web.respond import find

bp = APIBlueprint("keys_api", __name__, url_prefix="/api/v1/admin/api-keys", abp_tags=[Tag(name="admin")])

NEWEST_FIRST = Order(ApiKey.created_at, ApiKey.id, lambda key: key.created_at, descending=True)


class AdminKeyBody(Body):
    name: Text = Field(min_length=1, max_length=admin_keys.LONGEST_NAME, examples=["Warehouse"])
    scopes: list[str] = Field(min_length=1, max_length=len(SCOPES), examples=[["shop:write", "support:read"]],
                              description=f"write includes read: {', '.join(SCOPES)}")  # fmt: skip
    expires_at: Instant | None = Field(None, description="In 90 days if left out, in a year at the latest")


class AdminKeyOut(BaseModel):
    id: str
    name: str = Field(examples=["Warehouse"])
    prefix: str = Field(description="How the key begins", examples=["kaya_3fq9Zs"])
    scopes: list[str] = Field(examples=[["shop:write", "support:read"]])
    made_by: str = Field(description="The id of the staff member whose work it does")
    created_at: str
    expires_at: str
    revoked_at: str | None
    last_used_at: str | None = Field(description="To within five minutes")


class AdminKeyMadeOut(AdminKeyOut):
    key: str | None = Field(description="Told this once; null where the same Idempotency-Key asks again")


class AdminKeysOut(BaseModel):
    items: list[AdminKeyOut]
    next_cursor: str | None


@bp.get("", responses={200: AdminKeysOut, 401: Problem, 403: Problem, 422: Problem}, summary="Keys for machines")
@allow(staff_with(Permission.OPERATIONS))
def index(query: Listing) -> Any:
    return listed(paged(ApiKey.newest().order_by(None), NEWEST_FIRST, cursor=query.cursor, limit=query.limit), key_json)


@bp.post(
    "",
    responses={201: AdminKeyMadeOut, 401: Problem, 403: Problem, 422: Problem},
    summary="Make a key; it is shown once, and needs a fresh session",
)
@creates(lambda id: key_json(find(ApiKey.newest(), id)) | {"key": None})
@allow(staff_with(Permission.OPERATIONS), fresh=True)
def create(body: AdminKeyBody) -> Any:
    key, words = admin_keys.make(g.viewer, body.name, body.scopes, body.expires_at)
    return key_json(key) | {"key": words}, 201


@bp.delete(
    "/<uuid:id>",
    responses={204: None, 401: Problem, 403: Problem, 404: Problem},
    summary="Revoke a key; it opens nothing from now on, and this needs a fresh session",
)
@allow(staff_with(Permission.OPERATIONS), fresh=True)
def destroy(path: ById) -> Response:
    admin_keys.revoke(g.viewer, find(ApiKey.newest(), path.id))
    return nothing()


def key_json(key: ApiKey) -> dict[str, Any]:
    return {
        "id": str(key.id),
        "name": key.name,
        "prefix": key.prefix,
        "scopes": key.scopes,
        "made_by": str(key.user_id),
        "created_at": instant(key.created_at),
        "expires_at": instant(key.expires_at),
        "revoked_at": instant(key.revoked_at),
        "last_used_at": instant(key.last_used_at),
    }
