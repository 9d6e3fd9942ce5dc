"""Limits go on limiting while Redis is away, and when it goes while they count; nobody is answered a 500."""

import httpx
import pytest

from tests.realtime.processes_test import Queue
from tests.servers import free_port, scratch
from tests.stage.process import Stage

LOGIN = "/api/v1/auth/login"


def guesses(server, count, start=0):
    bodies = ({"email": f"n{number}@example.org", "password": "wrong"} for number in range(start, start + count))
    return [httpx.post(server.address + LOGIN, json=body, timeout=30).status_code for body in bodies]


@pytest.mark.on("sqlite")
def test_without_redis_from_the_start(database, tmp_path):
    away = f"redis://127.0.0.1:{free_port()}/0"
    stage = Stage(tmp_path, database.copy(), {"redis_url": away, "rate_limit_scale": 1, "job_threads": 0})
    with stage.serving() as server:
        assert guesses(server, 22) == [401] * 20 + [429] * 2
        form = httpx.post(f"{server.address}/login", data={"email": "x@example.org", "password": "wrong"})
        assert form.status_code in (400, 429)


@pytest.mark.on("sqlite")
def test_redis_goes_while_they_count(database, tmp_path):
    """What was counted there is forgotten; from then on this process counts by itself."""
    with scratch("kaya-queue-") as folder:
        queue = Queue(folder)
        queue.start()
        stage = Stage(tmp_path, database.copy(), {"redis_url": queue.url, "rate_limit_scale": 1, "job_threads": 0})
        with stage.serving() as server:
            assert guesses(server, 10) == [401] * 10
            queue.stop()
            answers = guesses(server, 25, start=10)
            assert set(answers) == {401, 429}
            assert 10 <= answers.count(401) <= 20
            assert answers[-1] == 429
