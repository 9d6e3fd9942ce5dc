"""Whole processes that do jobs: killed, doubled, stopped; nothing is lost and nothing runs that never was."""

import os
import signal
import time

import pytest
from sqlalchemy import create_engine, select

from kaya.db import db, transaction
from kaya.jobs import enqueue
from kaya.jobs.models import Job
from kaya.jobs.registry import job, kinds
from tests.databases import migrated_app
from tests.stage.process import Stage, wait_for


@pytest.fixture
def stage(database, tmp_path):
    return Stage(tmp_path, database.copy(), {"job_threads": 2})


@pytest.fixture
def house(stage, monkeypatch):
    """This test's own view of the database on which the processes work."""
    for name in ("stage.note", "stage.kill"):
        monkeypatch.setitem(kinds, name, None)
        job(name, attempts=20)(lambda: None)
    app = migrated_app(stage.folder, stage.database_url)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def states(database_url):
    engine = create_engine(database_url)
    try:
        with engine.connect() as connection:
            rows = connection.execute(select(Job.name, Job.state).where(Job.name.startswith("stage.")))
            return sorted(f"{name} {state}" for name, state in rows if name != "stage.round")
    finally:
        engine.dispose()


def enqueue_all(count):
    for number in range(count):
        with transaction():
            enqueue("stage.note", word=str(number), seconds=0.3)
        with pytest.raises(ZeroDivisionError):
            enqueue_and_fail(f"phantom {number}")


def enqueue_and_fail(word):
    with transaction():
        enqueue("stage.note", word=word)
        raise ZeroDivisionError


def test_twenty_jobs_survive_a_worker_that_is_killed_in_their_midst(house, stage):
    enqueue_all(20)
    first = stage.start("work")
    wait_for(lambda: sum(note.startswith("did") for note in stage.notes) >= 6)
    os.kill(first.pid, signal.SIGKILL)
    first.ended()
    done_before = [note for note in stage.notes if note.startswith("did")]
    assert len(done_before) < 20
    second = stage.start("work")
    try:
        wait_for(lambda: states(stage.database_url) == ["stage.note done"] * 20)
    finally:
        second.kill()
    assert {note for note in stage.notes if note.startswith("did")} == {f"did {number}" for number in range(20)}
    assert not [note for note in stage.notes if "phantom" in note]


def test_a_job_that_kills_its_worker_ends_dead(house, stage):
    with transaction():
        enqueue("stage.kill")
    for _ in range(2):
        assert stage.start("work").ended() == 9
    last = stage.start("work")
    try:
        wait_for(lambda: states(stage.database_url) == ["stage.kill dead"])
    finally:
        last.kill()
    assert stage.notes.count("killed") == 2


def test_two_workers_do_each_job_and_each_round_once(house, stage):
    enqueue_all(10)
    workers = [stage.start("work", job_lease_seconds=60) for _ in range(2)]
    try:
        wait_for(lambda: states(stage.database_url) == ["stage.note done"] * 10 and "round" in stage.notes)
        time.sleep(1)  # long enough for a second one to show
    finally:
        for worker in workers:
            worker.kill()
    assert sorted(n for n in stage.notes if n.startswith("did")) == sorted(f"did {number}" for number in range(10))
    assert stage.notes.count("round") <= 2  # two when the minute turned meanwhile


@pytest.mark.on("sqlite")
def test_a_worker_that_is_told_to_stop_finishes_what_is_in_hand(house, stage):
    with transaction():
        enqueue("stage.note", word="long", seconds=1.5)
        enqueue("stage.note", word="next", seconds=0.0, run_at=None)
    worker = stage.start("work", job_threads=1)
    wait_for(lambda: "began long" in stage.notes)
    worker.tell(signal.SIGTERM)
    assert worker.ended() == 0
    assert "did long" in stage.notes
    assert "began next" not in stage.notes
    assert states(stage.database_url) == ["stage.note done", "stage.note waiting"]


@pytest.mark.on("sqlite")
def test_work_once_does_what_is_due_and_says_how_much(house, stage):
    with transaction():
        enqueue("stage.note", word="tea")
    assert "done" in stage.run("work", "--once")
    assert "did tea" in stage.notes
