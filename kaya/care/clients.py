"""Those whom a practitioner has seen or will see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import Appointment, Practitioner, Status
from kaya.db import db

MOST = 100


@dataclass(frozen=True)
class Client:
    """A person, how often they came, when last, when next, and when it was that nobody came (UTC)."""

    user: User
    times: int
    last_at: datetime | None
    next_at: datetime | None
    missed_at: datetime | None


def clients_of(practitioner: Practitioner, q: str = "", at_most: int = MOST) -> Sequence[Client]:
    """By name; `q` is a part of it. What was cancelled does not count."""
    now, starts = clock.now(), Appointment.starts_at
    rows = (
        select(
            User,
            func.count(Appointment.id).filter(starts <= now, Appointment.status != Status.NO_SHOW),
            func.max(starts).filter(starts <= now, Appointment.status != Status.NO_SHOW),
            func.min(starts).filter(starts > now),
            func.max(starts).filter(Appointment.status == Status.NO_SHOW),
        )
        .join(Appointment, Appointment.client_id == User.id)
        .where(Appointment.practitioner_id == practitioner.id, Appointment.status != Status.CANCELLED)
        .group_by(User.id)
        .order_by(User.name, User.id)
        .limit(at_most)
    )
    if q:
        rows = rows.where(func.lower(User.name).contains(q.lower(), autoescape=True))
    return [Client(*row) for row in db.session.execute(rows)]
