"""Writing jobs inside a verb's transaction, taking them back, giving the dead another life."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from kaya import clock
from kaya.db import afterwards, db, locked, transaction, uuid7
from kaya.jobs.models import Job, State
from kaya.jobs.registry import KEPT_DONE, every, kinds, periods
from kaya.jobs.signals import job_retried
from kaya.signals import announce

doorbells: list[Callable[[], None]] = []
bells_elsewhere: list[Callable[[], None]] = []


def enqueue(name: str, *, key: str | None = None, run_at: datetime | None = None, **arguments: Any) -> None:
    """Write a job inside the current transaction; rolled back, it never was.

    With a `key` it is written once, whatever its state has become since. `run_at` is an instant, now if left out;
    `arguments` are what JSON can say, so an id goes as its text.
    """
    now = clock.now()
    due = run_at or now
    row = {"id": uuid7(), "name": kinds[name].name, "arguments": arguments, "key": key, "run_at": due}
    session = db.session()
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(dialect.insert(Job).values(**row).on_conflict_do_nothing(index_elements=["key"]))
    if due <= now:
        afterwards(ring)


def forget(*keys: str) -> None:
    """Take back the waiting jobs with these keys, inside the current transaction."""
    db.session().execute(delete(Job).where(Job.key.in_(keys), Job.state == State.WAITING))


def ring() -> None:
    """Tell runners that there is work: here, and elsewhere where Redis carries it. They look by themselves too."""
    ring_here()
    for bell in bells_elsewhere:
        bell()


def ring_here() -> None:
    for bell in doorbells:
        bell()


def retry(job: Job) -> None:
    """Give a dead job a new life, with all its tries."""
    with transaction() as session:
        locked(session, job)
        if job.state == State.DEAD:
            job.state, job.attempts, job.run_at, job.finished_at = State.WAITING, 0, clock.now(), None
            announce(job_retried, job=job)
            afterwards(ring)


def begin_rounds(seen: dict[str, str]) -> None:
    """Write the periodic jobs of the periods that have begun; the unique key lets each be written once.

    `seen` remembers what this process wrote last, so that a quiet second costs nothing.
    """
    fresh = {name: key for name, key in periods(clock.now()).items() if seen.get(name) != key}
    if not fresh:
        return
    with transaction():
        for name, key in fresh.items():
            enqueue(name, key=key)
    seen.update(fresh)


@every("jobs.purge", hours=6)
def purge() -> None:
    """Forget jobs that were done long enough ago; the dead stay until someone looks."""
    with transaction() as session:
        session.execute(delete(Job).where(Job.state == State.DONE, Job.finished_at < clock.now() - KEPT_DONE))


def lateness() -> timedelta:
    """For how long the job that is due the longest has been waiting; nothing when none is due."""
    now = clock.now()
    oldest = db.session.scalar(Job.due(now).with_only_columns(Job.run_at).order_by(Job.run_at).limit(1))
    return now - oldest if oldest else timedelta()
