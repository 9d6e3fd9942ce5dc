"""/practice/rooms: several breathe in time, each on their own page."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from kaya.practice.rooms import ROOMS
from kaya.web.devices import kept_on_device
from kaya.web.policy import allow, members
from kaya.web.respond import page

bp = Blueprint("rooms", __name__, url_prefix="/practice/rooms")


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    return page("practice/rooms/index.html", rooms=list(ROOMS.values()))


@bp.get("/<room>")
@allow(members)
def show(room: str) -> ResponseReturnValue:
    """Without a network it opens from the device, which then keeps time by itself."""
    return kept_on_device(page("practice/rooms/show.html", room=ROOMS.get(room) or abort(404)))
