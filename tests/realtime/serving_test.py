"""`flask kaya serve` for real: pages and sockets, news from elsewhere, and an end that loses nothing."""

import signal
import threading
import time

import httpx
import pytest

from tests.stage.process import wait_for

FOR_LONG = 30  # seconds, on a busy machine; what hangs would take twice that


def test_a_page_that_listens_hears_of_a_change(stage):
    with stage.serving() as server, server.socket() as page:
        assert page.ask("subscribe", {"topic": "stage", "key": "a"}) == {
            "ok": True,
            "topic": "stage",
            "key": "a",
            "version": 0,
        }
        server.get("/stage/rise/a")
        nudge = {"topic": "stage", "key": "a", "version": 1, "event": "stage:risen"}
        assert page.hears("nudge") == nudge
        assert page.ask("subscribe", {"topic": "stage", "key": "a"})["version"] == 1
        assert server.get("/stage/rise-and-fail/a").status_code == 409
        page.ask("unsubscribe", {"topic": "stage", "key": "a"})
        server.get("/stage/rise/a")
        assert page.ask("subscribe", {"topic": "stage", "key": "a"})["version"] == 2
        assert page.heard == []
        stage.run("rise", "a")
        assert page.hears("nudge")["version"] == 3


@pytest.mark.on("sqlite")
def test_a_page_that_leaves_while_it_asks_troubles_nobody(stage):
    with stage.serving() as server, server.socket() as page, server.socket() as other:
        page.inner.emit("stage:walk-out")
        wait_for(lambda: not page.inner.connected)
        assert other.ask("stage:applaud", {"loudness": 3})["ok"]
        assert "walk-out" not in server.process.log.read_text()


@pytest.mark.on("sqlite")
def test_a_socket_is_answered_whatever_it_says(stage):
    with stage.serving() as server, server.socket() as page:
        assert page.ask("stage:applaud", {"loudness": 3}) == {"ok": True, "heard": 3}
        assert page.ask("stage:applaud") == {"ok": True, "heard": None}
        too_loud = page.ask("stage:applaud", {"loudness": "too loud"})["problem"]
        assert too_loud == {
            "type": "/problems/too-loud",
            "title": "Softer, please.",
            "detail": "Softer, please.",
            "status": 409,
            "at_most": 10,
        }
        assert page.ask("stage:applaud", {"loudness": "broken"})["problem"]["status"] == 500
        for asked in (
            {"topic": "secrets"},
            {"topic": "stage", "key": "closed"},
            {},
            None,
            "stage",
            {"topic": ["stage"]},
        ):
            answer = page.ask("subscribe", asked)
            assert (answer["ok"], answer["problem"]["type"]) == (False, "/problems/not-found")


@pytest.mark.on("sqlite")
def test_sockets_beyond_what_the_threads_can_hold_are_asked_to_come_later(stage):
    with stage.serving(threads=40) as server:
        pages = [server.socket() for _ in range(8)]
        for page in pages:
            page.__enter__()
        refused = server.get("/socket.io/?EIO=4&transport=websocket")
        assert refused.status_code == 503
        assert refused.json()["type"] == "/problems/too-many-sockets"
        assert server.get("/health").status_code == 200
        for page in pages:
            page.__exit__(None, None, None)


@pytest.mark.on("sqlite")
def test_a_foreign_page_may_not_open_a_socket(stage):
    """A whole handshake, of which only the Origin is another: a browser says truly where its page is from."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    upgrade |= {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    with stage.serving() as server:

        def knock(origin):
            with httpx.stream(
                "GET", f"{server.address}/socket.io/?EIO=4&transport=websocket", headers=upgrade | {"Origin": origin}
            ) as answer:
                return answer.status_code

        assert knock(server.address) == 101
        for foreign in ("https://evil.example", "null", f"{server.address}.evil.example", "http://127.0.0.1:1"):
            assert knock(foreign) == 400
        answer = server.get("/socket.io/?EIO=4&transport=polling")
        assert answer.status_code == 400
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers


@pytest.mark.on("sqlite")
def test_an_address_or_headers_beyond_all_measure_are_not_read(stage):
    too_many = {f"X-Word-{number}": "a" for number in range(150)}
    with stage.serving() as server:
        assert httpx.get(f"{server.address}/health?q={'x' * 5000}").status_code == 414
        assert httpx.get(f"{server.address}/health", headers={"X-Word": "x" * 9000}).status_code == 431
        assert httpx.get(f"{server.address}/health", headers=too_many).status_code == 431
        assert server.get("/health").status_code == 200


@pytest.mark.on("sqlite")
def test_at_the_end_requests_finish_sockets_are_told_and_jobs_in_hand_are_done(stage):
    with stage.serving() as server, server.socket() as page:
        wait_for(lambda: "round" in stage.notes)
        server.get("/stage/begin-a-job/long/2.5")
        wait_for(lambda: "began long" in stage.notes)
        answers = []
        asking = threading.Thread(target=lambda: answers.append(server.get("/stage/slow/1.5")))
        asking.start()
        time.sleep(0.3)
        began = time.monotonic()
        server.process.tell(signal.SIGTERM)
        assert page.hears("server:closing") == {}
        assert server.process.ended() == 0
        assert time.monotonic() - began < FOR_LONG
        asking.join()
        assert answers[0].json() == {"slept": 1.5}
        assert "did long" in stage.notes
        wait_for(lambda: not page.inner.connected)
        with pytest.raises(httpx.ConnectError):
            server.get("/health")


@pytest.mark.on("sqlite")
def test_a_request_that_does_not_end_does_not_hold_the_server_up_for_long(stage):
    with stage.serving(graceful_seconds=2) as server:
        threading.Thread(target=lambda: ignored(server, "/stage/slow/60.0"), daemon=True).start()
        threading.Thread(target=lambda: ignored(server, "/stage/begin-a-job/endless/60.0"), daemon=True).start()
        wait_for(lambda: "began endless" in stage.notes)
        began = time.monotonic()
        server.process.tell(signal.SIGTERM)
        server.process.ended()
        assert time.monotonic() - began < FOR_LONG
        assert "did endless" not in stage.notes


def ignored(server, path):
    try:
        server.get(path)
    except httpx.HTTPError:
        pass
