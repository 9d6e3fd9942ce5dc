"""Planting notifications: what those who show the house find in their bell."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import Act, Appointment, AppointmentMove
from kaya.notifications.models import Notification

KINDS = {
    Act.BOOKED: "appointment-booked",
    Act.CONFIRMED: "appointment-confirmed",
    Act.RESCHEDULED: "appointment-changed",
    Act.CANCELLED: "appointment-cancelled",
}
SHOWN = timedelta(days=30)
UNREAD = timedelta(days=4)


def plant_news(session: Session, people: list[User]) -> None:
    """What others did to their appointments within a month, the latest days unread; once."""
    for person in people:
        if session.scalar(select(Notification.id).where(Notification.user_id == person.id).limit(1)) is None:
            session.add_all(news_for(session, person))


def news_for(session: Session, reader: User) -> Iterator[Notification]:
    since = clock.now() - SHOWN
    mine = Appointment.of(reader).with_only_columns(Appointment.id)
    moves = select(AppointmentMove, Appointment).join(Appointment, Appointment.id == AppointmentMove.appointment_id)
    wanted = (Appointment.id.in_(mine), AppointmentMove.at >= since, AppointmentMove.by_id != reader.id)
    for move, appointment in session.execute(moves.where(*wanted).order_by(AppointmentMove.at)):
        if move.act in KINDS:
            yield notification(reader, move, appointment)


def notification(reader: User, move: AppointmentMove, appointment: Appointment) -> Notification:
    is_client = appointment.is_taken_by(reader)
    name = appointment.practitioner.display_name if is_client else appointment.client.name
    return Notification(
        user_id=reader.id,
        kind=KINDS[Act(move.act)],
        words={"name": name, "starts_at": appointment.starts_at.isoformat()},
        path=f"/appointments/{appointment.id}",
        created_at=move.at,
        read_at=read_at(move.at),
    )


def read_at(told_at: datetime) -> datetime | None:
    return None if told_at > clock.now() - UNREAD else told_at + timedelta(hours=3)
