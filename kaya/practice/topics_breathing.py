"""The rooms in which several breathe in time: the house's clock, and how many are there. Nobody is named."""

import time
from typing import Any

from kaya import clock
from kaya.practice.rooms import ROOMS
from kaya.realtime import topic
from kaya.realtime.news import say as tell_everyone
from kaya.realtime.news import socketio, station
from kaya.realtime.sockets import event
from kaya.realtime.topics import room_of
from kaya.refusal import Refusal
from kaya.words import say

TOPIC = "breathing"
MILLISECONDS = 1000

SECONDS_BETWEEN = 5  # unless it changed, how many there are is said no more often

_told: dict[str, tuple[int, float]] = {}


@topic(TOPIC)
def may_breathe_with_others(viewer: Any, key: str) -> bool:
    return viewer.is_authenticated and key in ROOMS


@event("breathing:beat")
def beat(who: Any, body: dict[str, Any]) -> dict[str, Any]:
    """What time it is here, in milliseconds since 1970, and how many breathe in the room through this process.

    Asked several times, it tells a page how far its clock is from this one's; asked now and then, that it is there.
    """
    slug = str(body.get("room", ""))
    if not may_breathe_with_others(who, slug):
        raise Refusal("not-found", say("There is no such room."), status=404)
    at = clock.now().timestamp() * MILLISECONDS
    here = people_here(slug)
    if is_worth_saying(slug, here):
        tell_everyone(room_of(TOPIC, slug), "breathing:here", {"room": slug, "process": station.name, "here": here})
    return {"at": at, "here": here, "process": station.name}


def is_worth_saying(slug: str, here: int) -> bool:
    before, when = _told.get(slug, (-1, 0.0))
    if here == before and time.monotonic() - when < SECONDS_BETWEEN:
        return False
    _told[slug] = here, time.monotonic()
    return True


def people_here(slug: str) -> int:
    """How many have a page of it open in this process; with two pages of theirs someone is still one."""
    manager = socketio.server.manager
    sockets = manager.get_participants("/", room_of(TOPIC, slug))
    own_rooms = ([r for r in manager.get_rooms(sid, "/") if str(r).startswith("user:")] for sid, _ in list(sockets))
    return len({room for rooms in own_rooms for room in rooms})
