"""A practitioner's work in rows and numbers: whom they met, how often, when last and when next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, exists, func, select

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import LIVE, Appointment, Practitioner, Status
from kaya.db import db


@dataclass(frozen=True)
class Meetings:
    """With one client: how many that were not cancelled, when last and when next (UTC)."""

    count: int = 0
    last_at: datetime | None = None
    next_at: datetime | None = None


def people_met(practitioner: Practitioner) -> Select[User]:
    """Everybody who has or had an appointment with them, cancelled ones aside, in no order."""
    met = exists().where(
        Appointment.client_id == User.id,
        Appointment.practitioner_id == practitioner.id,
        Appointment.status != Status.CANCELLED,
    )
    return select(User).where(met)


def meetings_with(practitioner: Practitioner, clients: Sequence[User]) -> dict[UUID, Meetings]:
    now, starts = clock.now(), Appointment.starts_at
    last, following = func.max(starts).filter(starts <= now), func.min(starts).filter(starts > now)
    rows = select(Appointment.client_id, func.count(), last, following).where(
        Appointment.practitioner_id == practitioner.id,
        Appointment.client_id.in_([each.id for each in clients]),
        Appointment.status != Status.CANCELLED,
    )
    found = db.session.execute(rows.group_by(Appointment.client_id))
    return {client_id: Meetings(count, past, coming) for client_id, count, past, coming in found}


def stats_of(practitioner: Practitioner) -> dict[str, object]:
    """How many clients, appointments by status, and how many are to come."""
    mine = Appointment.practitioner_id == practitioner.id
    counted = db.session.execute(select(Appointment.status, func.count()).where(mine).group_by(Appointment.status))
    by_status = {status.value: 0 for status in Status}
    by_status.update((status, count) for status, count in counted)
    coming = select(func.count()).where(mine, Appointment.starts_at > clock.now(), Appointment.status.in_(LIVE))
    met = select(func.count(Appointment.client_id.distinct())).where(mine, Appointment.status != Status.CANCELLED)
    return {
        "clients": db.session.scalar(met) or 0,
        "upcoming": db.session.scalar(coming) or 0,
        "appointments": by_status,
    }
