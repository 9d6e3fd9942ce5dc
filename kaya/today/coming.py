"""The next appointment, and those of today on the arc."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from kaya.care.models import LIVE, Appointment
from kaya.db import db
from kaya.today.day import Day
from kaya.today.marks import Mark
from kaya.today.panels import Found, Panel

FEW = 5


@dataclass(frozen=True)
class Next:
    """`minutes`: until it begins, 0 once it has; `is_today`: within this day of theirs."""

    appointment: Appointment
    minutes: int
    is_today: bool
    more: int


def look(day: Day) -> Found | None:
    """What they come to as a client, in one question."""
    mine = (Appointment.client_id == day.member.id, Appointment.status.in_(LIVE), Appointment.ends_at > day.starts_at)
    rows = select(Appointment).where(*mine).order_by(Appointment.starts_at, Appointment.id).limit(FEW)
    appointments = list(db.session.scalars(rows))
    coming = [each for each in appointments if each.ends_at > day.now]
    marks = tuple(mark(day, each) for each in appointments if day.holds(each.starts_at))
    if not coming:
        return Found(None, marks) if marks else None
    first = coming[0]
    minutes = max(0, int((first.starts_at - day.now + timedelta(seconds=59)).total_seconds() // 60))
    shown = Next(first, minutes, day.holds(first.starts_at), len(coming) - 1)
    things = sum(day.holds(each.starts_at) for each in coming)
    return Found(shown, marks, things, leads=1 if shown.is_today else None)


def mark(day: Day, appointment: Appointment) -> Mark:
    name, href = appointment.practitioner.display_name, f"/appointments/{appointment.id}"
    return Mark(appointment.starts_at, name, href, "care", is_done=appointment.ends_at <= day.now)


COMING = Panel("coming", "main", 30, "today/_coming.html", look)
