"""All appointments of the house, for staff: which of them someone looks for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from kaya.accounts.models import User
from kaya.care.models import Appointment, Practitioner, Status


@dataclass(frozen=True)
class Sought:
    """Which appointments: parts of names, a status, and from when up to when they start (aware)."""

    practitioner: str = ""
    client: str = ""
    status: Status | None = None
    since: datetime | None = None
    until: datetime | None = None


def matching(sought: Sought) -> Select[Appointment]:
    """Those that fit all of `sought`, in no order."""
    rows = select(Appointment)
    if sought.practitioner:
        named = or_(Practitioner.slug == sought.practitioner, holds(Practitioner.display_name, sought.practitioner))
        rows = rows.where(Appointment.practitioner_id.in_(select(Practitioner.id).where(named)))
    if sought.client:
        rows = rows.where(Appointment.client_id.in_(select(User.id).where(holds(User.name, sought.client))))
    if sought.status:
        rows = rows.where(Appointment.status == sought.status)
    if sought.since:
        rows = rows.where(Appointment.starts_at >= sought.since)
    if sought.until:
        rows = rows.where(Appointment.starts_at < sought.until)
    return rows


def holds(column: Any, words: str) -> ColumnElement[bool]:
    return func.lower(column).contains(words.lower(), autoescape=True)
