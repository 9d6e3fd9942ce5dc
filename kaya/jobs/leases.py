"""Leasing jobs, doing them, and what becomes of them: a lost runner's job is found again when its lease is over."""

import random
import traceback
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import CursorResult, update

from kaya import clock
from kaya.db import db, transaction
from kaya.jobs.models import Job, State
from kaya.jobs.registry import TRIES, kinds
from kaya.origin import Medium, Origin, coming_from

log = structlog.get_logger(__name__)

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
LOST = "Whoever was doing it was lost."


@dataclass(frozen=True)
class Lease:
    """The right to do one job for a while; `attempt` is the fence that proves it is still ours."""

    job_id: UUID
    name: str
    arguments: dict[str, Any]
    attempt: int
    span: timedelta


class LeaseLostError(Exception):
    """The job took longer than its lease, and was given to another."""


in_hand: ContextVar[Lease | None] = ContextVar("in_hand", default=None)


def lease_next(span: timedelta) -> Lease | None:
    """Take the job that has waited longest, or one whose runner was lost, for `span`; None when nothing is due."""
    while something_is_due():
        with transaction() as session:
            due = Job.due(clock.now()).order_by(Job.run_at, Job.id).limit(1)
            job = session.scalar(due.with_for_update(skip_locked=True))
            if job is None:
                return None
            if job.attempts < tries(job.name):
                return taken(job, span)
            bury(job)
    return None


def something_is_due() -> bool:
    """A look without a lock, so that a quiet house does not write."""
    due = db.session.scalar(Job.due(clock.now()).with_only_columns(Job.id).limit(1))
    db.session.rollback()
    return due is not None


def taken(job: Job, span: timedelta) -> Lease:
    if job.state == State.RUNNING:
        job.error = LOST
    job.state, job.lease_until, job.attempts = State.RUNNING, clock.now() + span, job.attempts + 1
    return Lease(job.id, job.name, dict(job.arguments), job.attempts, span)


def bury(job: Job) -> None:
    """Every try is used up, and the last one never came back: it may be what kills its runners."""
    log.error("A job is dead", job=job.name, job_id=str(job.id), error=LOST)
    job.state, job.error, job.finished_at, job.lease_until = State.DEAD, LOST, clock.now(), None


def tries(name: str) -> int:
    """How often a job is begun; one that an older release does not know waits for a newer one as long as any."""
    return kinds[name].attempts if name in kinds else TRIES


def do(lease: Lease) -> None:
    """Do a leased job and write down how it went. What is done forgets what it was told: that may name people."""
    holding = in_hand.set(lease)
    try:
        with coming_from(Origin(Medium.JOB, request_id=lease.job_id.hex)):
            kinds[lease.name].act(**lease.arguments)
        finish(lease, state=State.DONE, finished_at=clock.now(), error="", arguments={})
    except Exception:
        db.session.rollback()
        failed(lease, traceback.format_exc(limit=-8))
    finally:
        in_hand.reset(holding)


def failed(lease: Lease, error: str) -> None:
    """Try again after a wait that doubles, with jitter; after the last try it is dead, and says why."""
    about = {"job": lease.name, "job_id": str(lease.job_id), "attempt": lease.attempt, "error": error}
    if lease.attempt >= tries(lease.name):
        log.error("A job is dead", **about)
        finish(lease, state=State.DEAD, finished_at=clock.now(), error=error)
    else:
        log.warning("A job failed, and will be tried again", **about)
        finish(lease, state=State.WAITING, run_at=clock.now() + wait_after(lease.attempt), error=error)


def wait_after(attempt: int) -> timedelta:
    doubled: timedelta = min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT)
    return doubled * random.uniform(0.75, 1.25)


def finish(lease: Lease, **outcome: Any) -> None:
    """Write the outcome, unless someone else has leased it since."""
    write(lease, lease_until=None, **outcome)


def renew() -> None:
    """Ask for as long again for the job in hand; raises LeaseLostError when it was given to another.

    Called between the steps of a long job, outside its transactions; does nothing outside a job.
    """
    lease = in_hand.get()
    if lease is not None and not write(lease, lease_until=clock.now() + lease.span):
        raise LeaseLostError(lease.name)


def write(lease: Lease, **changes: Any) -> bool:
    """Change the job if the lease is still good; was it?"""
    ours = (Job.id == lease.job_id, Job.attempts == lease.attempt, Job.state == State.RUNNING)
    with transaction() as session:
        result = session.execute(
            update(Job).where(*ours).values(**changes).execution_options(synchronize_session=False)
        )
        return isinstance(result, CursorResult) and result.rowcount == 1
