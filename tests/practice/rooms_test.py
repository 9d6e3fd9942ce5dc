"""What goes over a socket while practising: one's own devices follow each other, and rooms breathe by one clock."""

from uuid import uuid4

import pytest

from kaya import clock as kaya_clock
from kaya.db import db
from kaya.practice import practising
from kaya.practice.rooms import ROOMS


@pytest.fixture
def held(amara, library):
    return practising.begin(amara, library["even-breathing"], 6)


def test_a_second_device_hears_where_the_first_is(amara, visit, listen, held, clock):
    clock.travel(minutes=1)
    phone, tablet = listen(visit(amara)), listen(visit(amara))
    answer = phone.ask("session:progress", session_id=str(held.id), seconds=42, played=40, device="phone", playing=True)
    here = {"session_id": str(held.id), "seconds": 42, "played": 40, "state": "started"}
    assert answer == {"ok": True} | here
    told = here | {"device": "phone", "playing": True}
    assert tablet.heard("session:progress") == [told]


def test_going_back_is_heard_and_what_was_reached_stays(amara, visit, listen, held):
    phone, tablet = listen(visit(amara)), listen(visit(amara))
    phone.ask("session:progress", session_id=str(held.id), seconds=90, device="phone", playing=True)
    tablet.heard("session:progress")
    back = phone.ask("session:progress", session_id=str(held.id), seconds=30, device="phone", playing=False)
    assert back["seconds"] == 90
    [told] = tablet.heard("session:progress")
    assert (told["seconds"], told["playing"]) == (30, False)


def test_a_device_that_arrives_asks_who_plays(amara, visit, listen, held):
    phone, tablet = listen(visit(amara)), listen(visit(amara))
    assert tablet.ask("session:progress", session_id=str(held.id), device="tablet")["ok"]
    assert phone.heard("session:progress") == [{"session_id": str(held.id), "asks": "tablet"}]


def test_the_end_is_heard_everywhere(amara, visit, listen, held):
    tablet = listen(visit(amara))
    practising.complete(amara, held)
    [told] = tablet.heard("session:progress")
    assert told == {"session_id": str(held.id), "seconds": 360, "played": 0, "state": "completed"}


def test_the_topic_of_a_session_grows_newer_as_it_goes_on(amara, visit, listen, held):
    tablet = listen(visit(amara))
    before = tablet.ask("subscribe", topic="session", key=str(held.id))["version"]
    practising.progress(amara, held, 10)
    [nudge] = tablet.heard("nudge")
    assert (nudge["topic"], nudge["event"], nudge["version"]) == ("session", "session:changed", before + 1)


def test_nobody_else_reports_or_hears(amara, ben, visit, listen, held):
    stranger, nobody, own = listen(visit(ben)), listen(visit()), listen(visit(amara))
    for other in (stranger, nobody):
        refused = other.ask("session:progress", session_id=str(held.id), seconds=50)
        assert refused["problem"]["status"] == 404
        assert refused == other.ask("session:progress", session_id=str(uuid4()), seconds=50)
    own.ask("session:progress", session_id=str(held.id), seconds=50)
    assert stranger.heard("session:progress") == []


@pytest.mark.parametrize("seconds", ["12", -1, 10**9, 1.5, True, [], {}])
def test_seconds_that_are_none_are_refused(amara, visit, listen, held, seconds):
    page = listen(visit(amara))
    for said in ({"seconds": seconds, "device": {"a": 1}}, {"seconds": 9, "played": seconds}):
        refused = page.ask("session:progress", session_id=str(held.id), **said)
        assert refused["problem"]["type"] == "/problems/seconds"
    db.session.refresh(held)
    assert held.seconds == 0


@pytest.mark.parametrize("id", [None, 7, "x", [], "\0", "9" * 5000])
def test_a_session_that_is_none_is_not_there(amara, visit, listen, app, id):
    assert listen(visit(amara)).ask("session:progress", session_id=id, seconds=1)["problem"]["status"] == 404


# Rooms


def test_a_beat_tells_the_houses_time(amara, visit, listen, clock):
    page = listen(visit(amara))
    clock.stand()
    first = page.ask("breathing:beat", room="four-sides")
    assert first["at"] == kaya_clock.now().timestamp() * 1000


def test_a_room_says_how_many_are_there_and_no_names(amara, ben, visit, listen):
    pages = [listen(visit(amara)), listen(visit(amara)), listen(visit(ben))]
    for page in pages:
        page.ask("subscribe", topic="breathing", key="even-breathing")
    assert pages[0].ask("breathing:beat", room="even-breathing")["here"] == 2
    [told] = pages[2].heard("breathing:here")
    assert set(told) == {"room", "process", "here"}
    assert told["here"] == 2
    pages[2].disconnect()
    assert pages[0].ask("breathing:beat", room="even-breathing")["here"] == 1


def test_rooms_are_for_members_and_only_those_that_are_there(amara, visit, listen, app):
    for page, room in ((listen(visit()), "even-breathing"), (listen(visit(amara)), "elsewhere")):
        assert page.ask("subscribe", topic="breathing", key=room)["problem"]["status"] == 404
        assert page.ask("breathing:beat", room=room)["problem"]["status"] == 404


def test_each_room_has_its_page(amara, visit):
    page = visit(amara)
    index = page.get("/practice/rooms").text
    for room in ROOMS.values():
        assert f"/practice/rooms/{room.slug}" in index
        assert f'data-room="{room.slug}"' in page.get(f"/practice/rooms/{room.slug}").text
    assert page.get("/practice/rooms/elsewhere").status_code == 404
