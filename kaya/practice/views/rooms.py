"""/practice/rooms: several breathe in time, each on their own page."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from kaya.practice.rooms import ROOMS
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
    return page("practice/rooms/show.html", room=ROOMS.get(room) or abort(404))
