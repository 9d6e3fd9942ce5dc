"""How many appointments someone has, by what became of them."""

from dataclasses import dataclass

from sqlalchemy import func, select

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.stats import Figures, figures
from kaya.care.models import LIVE, Appointment, Status
from kaya.db import db


@dataclass(frozen=True)
class Tally:
    """Of all that someone may see: how many in each state, how many are to come, and the first of those."""

    by_status: dict[Status, int]
    upcoming: int
    next: Appointment | None

    @property
    def total(self) -> int:
        return sum(self.by_status.values())


def tally_of(user: User) -> Tally:
    """Those they take and those they give; of staff, everyone's."""
    own = Appointment.of(user).with_only_columns(Appointment.id, Appointment.status).subquery()
    counted = select(own.c.status, func.count()).group_by(own.c.status)
    found = {Status(status): count for status, count in db.session.execute(counted)}
    to_come = Appointment.of(user).where(Appointment.starts_at > clock.now(), Appointment.status.in_(LIVE))
    upcoming = db.session.scalar(select(func.count()).select_from(to_come.with_only_columns(Appointment.id).subquery()))
    soonest = db.session.scalar(to_come.order_by(Appointment.starts_at, Appointment.id).limit(1))
    return Tally({status: found.get(status, 0) for status in Status}, upcoming or 0, soonest)


@figures
def as_client(user: User) -> Figures:
    """Only those they take, also of staff."""
    own = select(func.count()).select_from(Appointment).where(Appointment.client_id == user.id)
    to_come = own.where(Appointment.starts_at > clock.now(), Appointment.status.in_(LIVE))
    done = own.where(Appointment.status == Status.COMPLETED)
    return {
        "appointments_upcoming": db.session.scalar(to_come),
        "appointments_completed": db.session.scalar(done),
    }
