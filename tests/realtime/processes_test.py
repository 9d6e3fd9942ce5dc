"""Several processes: what one changes, the sockets of the others hear, with Redis, without it, and while it is away."""

import contextlib
import signal
import time

import pytest
from redis import Redis
from redis.exceptions import RedisError

from tests.servers import free_port, running, scratch, valkey_program
from tests.stage.process import wait_for

WELL_BEFORE_REDIS_IS_BACK = 10  # seconds, on a busy machine; alone it takes a hundredth
WATCHED = {"topic": "stage", "key": "a"}


class Queue:
    """A Valkey that can be stopped and started again at the same address."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.until_stopped = contextlib.ExitStack()

    def start(self):
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", self.folder, "--save", ""]
        command = [valkey_program(), *options]
        self.until_stopped.enter_context(running(command, signal.SIGKILL, self.answers))

    def answers(self):
        try:
            return bool(Redis.from_url(self.url).ping())
        except RedisError:
            return False

    def stop(self):
        self.until_stopped.close()


@pytest.fixture
def queue():
    with scratch("kaya-queue-") as folder:
        queue = Queue(folder)
        queue.start()
        yield queue
        queue.stop()


@pytest.fixture
def two(stage, queue):
    """Two servers on one Redis, and a page at each that watches."""
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(stage.serving(redis_url=queue.url)) for _ in range(2)]
        pages = [stack.enter_context(server.socket()) for server in servers]
        for page in pages:
            page.ask("subscribe", WATCHED)
        yield *servers, *pages


def hears_of(page, version):
    """The page is told of that version; an older one may be named again, which pages take no notice of."""
    return wait_for(lambda: page.hears("nudge")["version"] == version)


def test_two_servers_on_one_redis_tell_each_others_sockets(stage, queue, two):
    first, _second, here, there = two
    first.get("/stage/rise/a")
    assert here.hears("nudge")["version"] == there.hears("nudge")["version"] == 1
    stage.run("rise", "a", redis_url=queue.url)
    assert here.hears("nudge")["version"] == there.hears("nudge")["version"] == 2
    stage.run("rise", "a")
    assert here.hears("nudge")["version"] == there.hears("nudge")["version"] == 3
    assert here.heard == there.heard == []


def test_while_redis_is_away_requests_go_on_and_what_they_change_is_told_by_the_database(queue, two):
    first, second, here, there = two
    queue.stop()
    for _ in range(20):
        began = time.monotonic()
        assert first.get("/stage/rise/a").status_code == 200
        assert time.monotonic() - began < WELL_BEFORE_REDIS_IS_BACK
    for page in (here, there):
        assert sorted(page.hears("nudge")["version"] for _ in range(20)) == list(range(1, 21))
    queue.start()
    for version in range(21, 25):
        assert second.get("/stage/rise/a").status_code == 200
        hears_of(there, version)
        hears_of(here, version)
        time.sleep(1.5)


@pytest.mark.on("postgresql")
def test_the_workers_of_one_server_tell_each_others_sockets(stage, queue):
    with stage.serving(redis_url=queue.url, workers=2) as server, contextlib.ExitStack() as open_pages:
        pages = [open_pages.enter_context(server.socket()) for _ in range(8)]
        for page in pages:
            page.ask("subscribe", WATCHED)
        processes = set()
        version = 0
        while len(processes) < 2 and version < 40:
            processes.add(server.get("/stage/rise/a").json()["process"])
            version += 1
            for page in pages:
                assert page.hears("nudge")["version"] == version
        assert len(processes) == 2
        assert all(page.heard == [] for page in pages)
        server.process.tell(signal.SIGTERM)
        for page in pages:
            page.hears("server:closing")
        assert server.process.ended() == 0
