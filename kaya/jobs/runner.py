"""Doing jobs: a few threads that lease, do, and lease again; embedded in the server or alone as `flask kaya work`."""

import threading
import time
from datetime import timedelta

import structlog
from flask import Flask

from kaya.db import db
from kaya.jobs import leases, queue

log = structlog.get_logger(__name__)
SWEEP_SECONDS = 2.0


class Runner:
    """Threads that do jobs until told to stop; a job in hand at the stop is finished, or found again by its lease."""

    def __init__(self, app: Flask, threads: int) -> None:
        self.app = app
        self.span = timedelta(seconds=app.config["KAYA"].job_lease_seconds)
        self.bell = threading.Condition()
        self.rung = False
        self.stopping = False
        self.threads = [threading.Thread(target=self.work, name=f"jobs-{n}", daemon=True) for n in range(threads)]
        self.rounds_seen: dict[str, str] = {}

    def start(self) -> None:
        queue.doorbells.append(self.ring)
        for thread in self.threads:
            thread.start()

    def stop(self, seconds: float) -> None:
        """Take no more work; wait at most `seconds` for what is in hand."""
        deadline = time.monotonic() + seconds
        self.stopping = True
        if self.ring in queue.doorbells:
            queue.doorbells.remove(self.ring)
        self.ring()
        for thread in self.threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def ring(self) -> None:
        with self.bell:
            self.rung = True
            self.bell.notify_all()

    def work(self) -> None:
        while not self.stopping:
            try:
                busy = self.once()
            except Exception:
                log.exception("The job runner stumbled")
                busy = False
            if not busy:
                self.rest()

    def once(self) -> bool:
        """Do one job if there is one."""
        with self.app.app_context():
            try:
                queue.begin_rounds(self.rounds_seen)
                lease = leases.lease_next(self.span)
                if lease is not None:
                    leases.do(lease)
                return lease is not None
            finally:
                db.session.remove()

    def rest(self) -> None:
        with self.bell:
            if not self.rung and not self.stopping:
                self.bell.wait(SWEEP_SECONDS)
            self.rung = False


def run_due(app: Flask, rounds_seen: dict[str, str] | None = None, at_most: int = 1000) -> int:
    """Do what is due now, in this thread, and say how many were done; for the command line and tests.

    `rounds_seen`: the periods (by a job's name, as `Round.key` says them) in which what comes round has been round.
    """
    runner = Runner(app, 0)
    runner.rounds_seen = rounds_seen if rounds_seen is not None else {}
    done = 0
    while done < at_most and runner.once():
        done += 1
    return done
