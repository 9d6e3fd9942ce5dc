"""What is done to an appointment: checked, locked, and written into its history."""

from datetime import datetime

from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import Act, Appointment, AppointmentMove, Status
from kaya.db import locked
from kaya.refusal import Refusal
from kaya.words import say

LONGEST_REASON = 500
LONGEST_NOTE = 2000


def open_for(session: Session, appointment: Appointment, act: Act, actor: User) -> Appointment:
    """The appointment as it is now, ours until the transaction ends; refuses what `actor` may not do to it."""
    locked(session, appointment)
    objection = appointment.objection(act, actor)
    if objection is not None:
        raise objection
    return appointment


def record(
    session: Session,
    appointment: Appointment,
    act: Act,
    actor: User,
    status: Status,
    *,
    reason: str = "",
    start: datetime | None = None,
) -> AppointmentMove:
    """Write a line of its history, and let the appointment have the `status` (and the `start`) that it leads to."""
    move = AppointmentMove(
        client_id=appointment.client_id,
        act=act,
        by_id=actor.id,
        reason=reason,
        from_status=appointment.status or "",
        from_start=appointment.starts_at if start else None,
        to_start=start,
    )
    appointment.moves.append(move)
    appointment.status, appointment.updated_at = status, clock.now()
    session.flush()
    return move


def refuse_long(text: str, longest: int, field: str) -> str:
    """The text without outer space; refuses ("too-long") more than `longest` characters."""
    text = text.strip()
    if len(text) > longest:
        raise Refusal("too-long", say("Please use at most %(count)s characters.", count=longest), field=field)
    return text
