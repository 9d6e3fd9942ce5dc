"""Work that one process writes rings the others where Redis carries it, and is found by looking where not."""

import time

import pytest

from tests.realtime.processes_test import Queue
from tests.servers import scratch
from tests.stage.process import Stage, wait_for

AT_ONCE = 0.9  # a look comes every two seconds: eight times of ten it does not come within this by chance


@pytest.fixture
def queue():
    with scratch("kaya-queue-") as folder:
        queue = Queue(folder)
        queue.start()
        yield queue
        queue.stop()


def begun_after(stage, server, word):
    began = time.monotonic()
    server.get(f"/stage/begin-a-job/{word}/0.0")
    wait_for(lambda: f"did {word}" in stage.notes)
    return time.monotonic() - began


def test_a_worker_elsewhere_starts_at_once_with_redis_and_within_its_look_without(database, tmp_path, queue):
    stage = Stage(tmp_path, database.copy(), {"redis_url": queue.url})
    with stage.serving(job_threads=0) as server:
        worker = stage.start("work", job_threads=1)
        try:
            wait_for(lambda: begun_after(stage, server, f"waking-{time.monotonic_ns()}") < AT_ONCE, 20)
            waits = sorted(begun_after(stage, server, f"rung-{number}") for number in range(10))
            assert waits[7] < AT_ONCE, waits  # a machine that is busy may be late for two
            queue.stop()
            assert begun_after(stage, server, "found") < 4
            queue.start()
            wait_for(lambda: begun_after(stage, server, f"again-{time.monotonic_ns()}") < AT_ONCE, 20)
        finally:
            worker.kill()
