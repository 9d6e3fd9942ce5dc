"""/staff/keys: keys by which machines do a part of staff's work."""

from uuid import UUID

from flask import Blueprint, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts import admin_keys
from kaya.accounts.forms_keys import KeyForm
from kaya.accounts.models import ApiKey
from kaya.accounts.permissions import Permission
from kaya.refusal import Refusal
from kaya.web.paging import Order, Page, paged
from kaya.web.policy import allow, staff_with
from kaya.web.respond import done, find, flash_notice, page
from kaya.words import say

bp = Blueprint("keys", __name__, url_prefix="/staff/keys")

A_PAGE = 40
NEWEST_FIRST = Order(ApiKey.created_at, ApiKey.id, lambda key: key.created_at, descending=True)
OPERATE = staff_with(Permission.OPERATIONS)


@bp.get("")
@allow(OPERATE)
def index() -> ResponseReturnValue:
    return page("accounts/keys/index.html", keys=listed())


def listed() -> Page[ApiKey]:
    rows = ApiKey.newest().order_by(None)
    try:
        return paged(rows, NEWEST_FIRST, cursor=request.args.get("cursor"), limit=A_PAGE)
    except Refusal:
        return paged(rows, NEWEST_FIRST, limit=A_PAGE)


@bp.get("/new")
@allow(OPERATE, fresh=True)
def new() -> ResponseReturnValue:
    return page("accounts/keys/new.html", form=KeyForm.of(g.viewer))


@bp.post("")
@allow(OPERATE, fresh=True)
def create() -> ResponseReturnValue:
    """The key's words are in this answer and in no other."""
    form = KeyForm.of(g.viewer)
    made = form.carry_out(
        lambda: admin_keys.make(g.viewer, form.name.data or "", form.scopes.data or [], form.expires_at)
    )
    if made is None:
        return page("accounts/keys/new.html", form=form, status=form.refused_with)
    key, words = made
    return page("accounts/keys/told.html", key=key, words=words)


@bp.get("/<uuid:key_id>/revocation")
@allow(OPERATE, fresh=True)
def confirm(key_id: UUID) -> ResponseReturnValue:
    return page("accounts/keys/revoke.html", key=find(ApiKey.newest(), key_id))


@bp.post("/<uuid:key_id>/revocation")
@allow(OPERATE, fresh=True)
def destroy(key_id: UUID) -> ResponseReturnValue:
    key = find(ApiKey.newest(), key_id)
    admin_keys.revoke(g.viewer, key)
    flash_notice(say("%(name)s opens nothing any more.", name=key.name))
    return done(see=url_for(".index"))
