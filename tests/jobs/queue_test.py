"""A job is a row in the verb's transaction: done when that was kept, once, and told what became of it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from kaya.db import db, transaction
from kaya.jobs import enqueue, every, forget, job, leases, queue, renew
from kaya.jobs.models import Job, State
from kaya.jobs.registry import kinds, rounds

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def work(monkeypatch):
    """What the tests' own jobs did; no other job comes round."""
    did: list[str] = []
    monkeypatch.setitem(kinds, "test.note", None)
    monkeypatch.setitem(kinds, "test.fail", None)
    kept, rounds[:] = list(rounds), []
    job("test.note")(lambda word="": did.append(word))

    @job("test.fail", attempts=3)
    def fail() -> None:
        did.append("tried")
        raise ValueError("the kettle is cold")

    yield did
    rounds[:] = kept


def only_job() -> Job:
    return db.session.scalars(select(Job).execution_options(populate_existing=True)).one()


def write(name="test.note", **given):
    with transaction():
        enqueue(name, **given)


def write_and_fail(**given):
    with transaction():
        enqueue("test.note", **given)
        raise ZeroDivisionError


def test_a_job_is_done_once_its_transaction_is_kept(app, work, run_jobs):
    write(word="tea")
    assert run_jobs() == 1
    assert work == ["tea"]
    assert only_job().state == State.DONE


def test_a_job_of_a_transaction_that_was_rolled_back_never_was(app, work, run_jobs):
    with pytest.raises(ZeroDivisionError):
        write_and_fail(word="tea")
    assert run_jobs() == 0
    assert work == []


def test_a_job_of_an_inner_transaction_goes_with_it(app, work, run_jobs):
    with transaction():
        enqueue("test.note", word="kept")
        with pytest.raises(ZeroDivisionError):
            write_and_fail(word="gone")
    run_jobs()
    assert work == ["kept"]


def test_a_job_with_a_key_is_written_once_even_after_it_was_done(app, work, run_jobs):
    for _ in range(2):
        write(key="tea:today", word="tea")
    run_jobs()
    write(key="tea:today", word="tea")
    run_jobs()
    assert work == ["tea"]


def test_a_job_for_later_waits_for_its_time(app, work, run_jobs, clock):
    write(run_at=clock.now() + timedelta(hours=1), word="later")
    assert run_jobs() == 0
    clock.travel(hours=1)
    assert run_jobs() == 1


def test_a_waiting_job_can_be_taken_back(app, work, run_jobs):
    write(key="tea", word="tea")
    with transaction():
        forget("tea")
    assert run_jobs() == 0


def test_an_undeclared_job_is_refused_where_it_is_written(app):
    with pytest.raises(KeyError, match=r"test\.unheard-of"), transaction():
        enqueue("test.unheard-of")


def test_a_failing_job_is_tried_again_after_waits_that_double_and_ends_dead_with_its_error(app, work, run_jobs, clock):
    write("test.fail")
    waits = []
    for _ in range(3):
        run_jobs()
        waits.append((only_job().run_at - clock.now()).total_seconds())
        clock.travel(hours=1)
    assert work == ["tried"] * 3
    assert 3 < waits[0] < 7
    assert 7 < waits[1] < 13
    assert only_job().state == State.DEAD
    assert "the kettle is cold" in only_job().error
    assert run_jobs() == 0


def test_a_dead_job_can_be_given_a_new_life(app, work, run_jobs, clock):
    write("test.fail")
    for _ in range(3):
        run_jobs()
        clock.travel(hours=1)
    job("test.fail")(lambda: work.append("done"))
    queue.retry(only_job())
    run_jobs()
    assert work[-1] == "done"
    assert (only_job().state, only_job().error) == (State.DONE, "")


def test_retrying_a_job_that_is_not_dead_changes_nothing(app, work, run_jobs):
    write(word="tea")
    run_jobs()
    queue.retry(only_job())
    assert only_job().state == State.DONE


def test_what_a_job_wrote_before_it_failed_is_rolled_back(app, run_jobs):
    @job("test.fail")
    def half() -> None:
        with transaction():
            enqueue("test.note")
            raise ValueError

    write("test.fail")
    run_jobs()
    assert only_job().name == "test.fail"


def test_a_leased_job_is_nobody_elses(app):
    write()
    assert leases.lease_next(MINUTE)
    assert leases.lease_next(MINUTE) is None


def test_a_lost_runners_job_is_found_again_and_the_lost_one_may_not_finish_it(app, work, clock):
    write(word="tea")
    lost = leases.lease_next(MINUTE)
    clock.travel(minutes=2)
    found = leases.lease_next(MINUTE)
    assert (lost.attempt, found.attempt) == (1, 2)
    leases.do(lost)
    assert only_job().state == State.RUNNING
    leases.do(found)
    assert only_job().state == State.DONE


def test_a_job_whose_runners_are_always_lost_ends_dead(app, clock):
    write("test.fail")
    for _ in range(3):
        assert leases.lease_next(MINUTE)
        clock.travel(minutes=2)
    assert leases.lease_next(MINUTE) is None
    assert (only_job().state, only_job().error) == (State.DEAD, leases.LOST)


def test_a_long_job_renews_its_lease(app, clock):
    @job("test.note")
    def long() -> None:
        clock.travel(seconds=50)
        renew()
        clock.travel(seconds=50)
        assert leases.lease_next(MINUTE) is None

    write()
    leases.do(leases.lease_next(MINUTE))
    assert only_job().state == State.DONE


def test_a_job_that_lost_its_lease_is_told_so_when_it_asks_for_more(app, clock):
    @job("test.note")
    def long() -> None:
        clock.travel(minutes=2)
        assert leases.lease_next(MINUTE)
        with pytest.raises(leases.LeaseLostError):
            renew()

    write()
    leases.do(leases.lease_next(MINUTE))
    assert (only_job().state, only_job().attempts) == (State.RUNNING, 2)


def test_a_job_comes_round_once_in_each_period_whoever_begins_it(app, work, run_jobs, clock):
    clock.travel(to=clock.now().replace(second=0, microsecond=0))
    every("test.round", minutes=1)(lambda: work.append("round"))
    for scheduler in ({}, {}):
        queue.begin_rounds(scheduler)
    assert db.session.scalar(select(func.count()).select_from(Job)) == 1
    run_jobs()
    run_jobs()
    clock.travel(minutes=1)
    run_jobs()
    assert work == ["round", "round"]


def test_after_an_outage_a_job_comes_round_once_not_as_often_as_it_was_missed(app, work, run_jobs, clock):
    every("test.round", minutes=1)(lambda: work.append("round"))
    run_jobs()
    clock.travel(hours=6)
    run_jobs()
    assert work == ["round", "round"]


def test_a_round_longer_than_a_week_is_refused():
    with pytest.raises(ValueError, match="too rarely"):
        every("test.round", days=8)


def test_done_jobs_are_forgotten_and_the_dead_stay(app, work, run_jobs, clock):
    write(word="tea")
    job("test.fail", attempts=1)(lambda: 1 / 0)
    write("test.fail")
    run_jobs()
    clock.travel(days=9)
    queue.purge()
    assert only_job().state == State.DEAD


def test_how_late_the_queue_is(app, clock):
    assert queue.lateness() == timedelta()
    write(run_at=clock.now() + MINUTE)
    assert queue.lateness() == timedelta()
    clock.travel(minutes=11)
    assert timedelta(minutes=10) <= queue.lateness() < timedelta(minutes=10, seconds=5)


def test_jobs_are_counted_by_state(app, work, run_jobs):
    write(word="tea")
    run_jobs()
    write(word="coffee")
    assert Job.counts() == {"waiting": 1, "running": 0, "done": 1, "dead": 0}
