"""Too much of one: sockets from one address and of one sign-in, events of one socket; others take no notice."""

import contextlib
from pathlib import Path

import pytest
import socketio.exceptions

from kaya.accounts import signing_in
from kaya.db import db
from kaya.origin import neighbourhood
from tests.cast import person
from tests.databases import migrated_app
from tests.stage.process import wait_for

HANDSHAKE = "/socket.io/?EIO=4&transport=websocket"
APPLAUD = ("stage:applaud", {"loudness": 3})


@pytest.mark.on("sqlite")
def test_one_address_has_its_share_of_sockets_and_another_still_comes_in(stage):
    with stage.serving(sockets_per_address=3, trusted_proxies=1) as server, contextlib.ExitStack() as open_pages:
        here, there = ({"X-Forwarded-For": address} for address in ("203.0.113.7", "203.0.113.8"))
        pages = [open_pages.enter_context(server.socket(headers=here)) for _ in range(3)]
        refused = server.get(HANDSHAKE, headers=here)
        assert (refused.status_code, refused.json()["type"]) == (429, "/problems/too-many-sockets-here")
        assert refused.headers["Retry-After"] == "30"
        assert server.get("/health").status_code == 200
        assert open_pages.enter_context(server.socket(headers=there)).ask(*APPLAUD)["ok"]
        pages[0].inner.disconnect()
        wait_for(lambda: server.get(HANDSHAKE, headers=here).status_code != 429)
        assert open_pages.enter_context(server.socket(headers=here)).ask(*APPLAUD)["ok"]


def test_of_ipv6_a_whole_network_is_one_client():
    assert neighbourhood("2001:db8:1:2::3") == neighbourhood("2001:db8:1:2:ffff::9") != neighbourhood("2001:db8:1:3::3")
    assert neighbourhood("203.0.113.7") == "203.0.113.7"
    assert neighbourhood("::ffff:203.0.113.7") == "203.0.113.7" != neighbourhood("::ffff:203.0.113.8")
    assert neighbourhood("") == ""


@pytest.mark.on("sqlite")
def test_one_sign_in_has_its_share_of_sockets(stage):
    app = migrated_app(stage.folder, stage.database_url)
    with app.app_context():
        sign_in = signing_in.arrive(person("Amara Obi"))
        signer = app.session_interface.get_signing_serializer(app)
        headers = {"Cookie": f"kaya={signer.dumps({'_user_id': str(sign_in.id)})}"}
        db.session.remove()
        db.engine.dispose()
    with stage.serving(sockets_per_sign_in=2) as server, contextlib.ExitStack() as open_pages:
        pages = [open_pages.enter_context(server.socket(headers=headers)) for _ in range(2)]
        with pytest.raises(socketio.exceptions.ConnectionError):
            open_pages.enter_context(server.socket(headers=headers))
        assert open_pages.enter_context(server.socket()).ask(*APPLAUD)["ok"]
        pages[0].inner.disconnect()
        wait_for(lambda: comes_in(server, headers))


def comes_in(server, headers):
    try:
        with server.socket(headers=headers):
            return True
    except socketio.exceptions.ConnectionError:
        return False


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("event", ["stage:applaud", "nobody:declared"])
def test_a_flood_is_told_so_and_then_closed_and_others_take_no_notice(stage, event):
    with stage.serving(socket_events_per_minute=20) as server, server.socket() as loud, server.socket() as calm:
        kinds = [loud.ask(event).get("problem", {}).get("type", "") for _ in range(22)]
        assert "/problems/too-many-events" not in kinds[:20]
        assert kinds[20:] == ["/problems/too-many-events"] * 2
        assert loud.ask("subscribe", {"topic": "stage"})["problem"]["retry_after"] <= 60
        for _ in range(60):
            if loud.inner.connected:
                loud.inner.emit(event)
        wait_for(lambda: not loud.inner.connected)
        assert calm.ask(*APPLAUD)["ok"]
        assert "Traceback" not in server.process.log.read_text()


@pytest.mark.on("sqlite")
def test_events_of_a_socket_cost_no_threads(stage):
    """A thousand at once: one thread answers them, the socket's own, in their order."""
    with stage.serving(socket_events_per_minute=5000) as server, server.socket() as page:
        told = []
        for number in range(1000):
            page.inner.emit("stage:count", {"number": number}, callback=told.append)
        wait_for(lambda: len(told) == 1000)
        assert all(each["heard"] == each["as"] for each in told)
        assert len(threads(server.process.pid)) < 30


def threads(pid):
    """The threads of a process's children, which serve."""
    children = [c for task in Path(f"/proc/{pid}/task").iterdir() for c in (task / "children").read_text().split()]
    return [thread for child in children for thread in Path(f"/proc/{child}/task").iterdir()]
