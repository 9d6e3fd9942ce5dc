"""GET /health: ready, or not."""

from datetime import timedelta

import pytest

from kaya.db import db, transaction
from kaya.jobs import enqueue
from kaya.jobs.registry import job, kinds
from tests.servers import free_port
from tests.stage.process import Stage


def test_ready(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "ready")
    assert set(answer.json["checks"]) == {"database", "cache", "queue"}
    assert answer.json["checks"]["cache"] == {"ok": True, "kind": "memory"}


def test_not_ready_when_jobs_have_been_waiting_for_long(client, clock, monkeypatch):
    monkeypatch.setitem(kinds, "test.note", None)
    job("test.note")(lambda: None)
    with transaction():
        enqueue("test.note", run_at=clock.now() - timedelta(minutes=9))
    assert client.get("/health").status_code == 200
    clock.travel(minutes=2)
    answer = client.get("/health")
    assert (answer.status_code, answer.json["checks"]["queue"]["ok"]) == (503, False)
    assert answer.json["checks"]["queue"]["oldest_due_seconds"] >= 660


def test_not_ready_when_the_database_is_gone(app, client, tmp_path):
    db.session.remove()
    gone = f"postgresql://nobody@127.0.0.1:{free_port()}/nothing"
    elsewhere = app.config["SQLALCHEMY_DATABASE_URI"]
    engines, kept = db._app_engines[app], dict(db._app_engines[app])
    try:
        engines[None] = db._make_engine(None, {"url": gone}, app)
        answer = client.get("/health")
        assert (answer.status_code, answer.json["status"]) == (503, "not ready")
        assert answer.json["checks"]["database"] == {"ok": False}
        assert client.get("/login").status_code == 503
    finally:
        engines.update(kept)
        assert app.config["SQLALCHEMY_DATABASE_URI"] == elsewhere
    assert client.get("/health").status_code == 200


@pytest.mark.on("sqlite")
def test_a_redis_that_is_away_makes_it_no_less_ready(database, tmp_path):
    stage = Stage(tmp_path, database.copy(), {"redis_url": f"redis://127.0.0.1:{free_port()}/0", "job_threads": 0})
    with stage.serving() as server:
        answer = server.get("/health")
        assert answer.status_code == 200
        assert answer.json()["checks"]["cache"] == {"ok": True, "kind": "redis", "reachable": False}
        assert server.get("/stage/rise/a").status_code == 200
        assert server.get("/api/v1/notifications").status_code == 401
