"""Writing jobs, leasing them, and what becomes of them."""

import random
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from kaya import clock
from kaya.db import afterwards, db, transaction, uuid7
from kaya.jobs.models import Job, State
from kaya.jobs.registry import kinds, rounds

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
KEPT_DONE = timedelta(days=7)

doorbells: list[Callable[[], None]] = []


@dataclass(frozen=True)
class Lease:
    """The right to do one job until `until`; `attempt` proves that it is still ours."""

    job_id: UUID
    name: str
    arguments: dict[str, Any]
    attempt: int


def enqueue(name: str, *, key: str | None = None, run_at: datetime | None = None, **arguments: Any) -> None:
    """Write a job inside the current transaction; rolled back, it never was.

    With a `key` it is written once, whatever its state has become since. `run_at` is an instant, now if left out.
    """
    row = {"id": uuid7(), "name": kinds[name].name, "arguments": arguments, "key": key, "run_at": run_at or clock.now()}
    session = db.session()
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(dialect.insert(Job).values(**row).on_conflict_do_nothing(index_elements=["key"]))
    afterwards(ring)


def forget(*keys: str) -> None:
    """Take back the waiting jobs with these keys, inside the current transaction."""
    db.session().execute(Job.__table__.delete().where(Job.key.in_(keys), Job.state == State.WAITING))


def ring() -> None:
    """Tell runners nearby that there is work."""
    for bell in doorbells:
        bell()


def lease_next(span: timedelta) -> Lease | None:
    """Take the job that has waited longest, or one whose runner was lost, for `span`."""
    now = clock.now()
    due = or_(
        and_(Job.state == State.WAITING, Job.run_at <= now),
        and_(Job.state == State.RUNNING, Job.lease_until <= now),
    )
    if db.session.scalar(select(Job.id).where(due).limit(1)) is None:
        db.session.rollback()
        return None
    with transaction() as session:
        job = session.scalar(
            select(Job).where(due).order_by(Job.run_at, Job.id).limit(1).with_for_update(skip_locked=True)
        )
        if job is None:
            return None
        if job.attempts >= tries(job):
            bury(job, job.error or "Its runner was lost each time.")
            return Lease(job.id, "", {}, -1)
        job.state, job.lease_until, job.attempts = State.RUNNING, now + span, job.attempts + 1
        return Lease(job.id, job.name, dict(job.arguments), job.attempts)


def tries(job: Job) -> int:
    return kinds[job.name].attempts if job.name in kinds else 1


def do(lease: Lease) -> None:
    """Do a leased job and write down how it went."""
    try:
        kinds[lease.name].act(**lease.arguments)
    except Exception:
        db.session.rollback()
        failed(lease, traceback.format_exc(limit=8))
    else:
        finish(lease, state=State.DONE, finished_at=clock.now(), lease_until=None, error="")


def failed(lease: Lease, error: str) -> None:
    """Try again after a wait that doubles, with jitter; after the last try it is dead, and says why."""
    if lease.attempt >= kinds[lease.name].attempts if lease.name in kinds else True:
        finish(lease, state=State.DEAD, finished_at=clock.now(), lease_until=None, error=error)
        return
    wait = min(FIRST_WAIT * 2 ** (lease.attempt - 1), LONGEST_WAIT) * random.uniform(0.75, 1.25)  # noqa: S311
    finish(lease, state=State.WAITING, run_at=clock.now() + wait, lease_until=None, error=error)


def finish(lease: Lease, **outcome: Any) -> None:
    """Write the outcome, unless someone else has leased it since."""
    mine = (Job.id == lease.job_id, Job.attempts == lease.attempt, Job.state == State.RUNNING)
    with transaction() as session:
        session.execute(update(Job).where(*mine).values(**outcome))


def renew(job_id: UUID, attempt: int, span: timedelta) -> bool:
    """Ask for more time for a long job. False: it was given to another."""
    with transaction() as session:
        mine = (Job.id == job_id, Job.attempts == attempt, Job.state == State.RUNNING)
        return bool(session.execute(update(Job).where(*mine).values(lease_until=clock.now() + span)).rowcount)  # type: ignore[attr-defined]


def bury(job: Job, error: str) -> None:
    job.state, job.error, job.finished_at, job.lease_until = State.DEAD, error, clock.now(), None


def retry(job: Job) -> None:
    """Give a dead job a new life."""
    with transaction() as session:
        session.refresh(job, with_for_update=True)
        if job.state == State.DEAD:
            job.state, job.attempts, job.run_at, job.finished_at = State.WAITING, 0, clock.now(), None
            afterwards(ring)


def begin_rounds(seen: set[str]) -> None:
    """Write the periodic jobs of the periods that have begun; the unique key lets each be written once.

    `seen` remembers what this process already wrote, so that a quiet second costs nothing.
    """
    now = clock.now()
    fresh = [(r, key) for r in rounds if (key := r.key(now)) not in seen]
    if not fresh:
        return
    with transaction():
        for round_, key in fresh:
            enqueue(round_.name, key=key)
    seen.update(key for _, key in fresh)


def purge() -> None:
    """Forget jobs that were done a week ago; the dead stay until someone looks."""
    with transaction() as session:
        session.execute(
            Job.__table__.delete().where(Job.state == State.DONE, Job.finished_at < clock.now() - KEPT_DONE)
        )
