"""A job, as a row."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, Select, String, Text, and_, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from kaya import clock
from kaya.db import Model, db, identity, moment


class State(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class Job(Model):
    """`attempts` counts leases and is the fence: only the lease that holds the present number may finish it."""

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'running', 'done', 'dead')", name="state"),
        Index("ix_jobs_state_run_at", "state", "run_at"),
        Index("ix_jobs_state_lease_until", "state", "lease_until"),
    )

    id: Mapped[identity]
    name: Mapped[str] = mapped_column(String(80))
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
    key: Mapped[str | None] = mapped_column(String(200), unique=True)
    state: Mapped[str] = mapped_column(String(10), default=State.WAITING)
    run_at: Mapped[datetime] = mapped_column(default=clock.now)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[moment]
    finished_at: Mapped[datetime | None]

    @classmethod
    def due(cls, now: datetime) -> Select["Job"]:
        """Those whose time has come, and those whose runner was lost."""
        come = and_(cls.state == State.WAITING, cls.run_at <= now)
        lost = and_(cls.state == State.RUNNING, cls.lease_until <= now)
        return select(cls).where(or_(come, lost))

    @classmethod
    def counts(cls) -> dict[str, int]:
        """How many there are in each state."""
        found = db.session.execute(select(cls.state, func.count()).group_by(cls.state))
        return dict.fromkeys(State, 0) | {row.state: row[1] for row in found}
