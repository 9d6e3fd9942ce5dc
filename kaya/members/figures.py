"""How many people there are in the house, and how many come."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, case, distinct, func, select

from kaya import clock
from kaya.accounts.models import Invitation, Role, SignIn, User
from kaya.db import db

WEEK, MONTH = timedelta(days=7), timedelta(days=30)


@dataclass(frozen=True)
class Figures:
    """Of all accounts that were not erased. `active_…`: seen within so many days. `new_this_week`: in seven days."""

    total: int
    members: int
    practitioners: int
    staff: int
    suspended: int
    leaving: int
    two_factor: int
    invited: int
    new_this_week: int
    active_7_days: int
    active_30_days: int


def figures() -> Figures:
    """Counted now, in two questions."""
    now = clock.now()
    invitations = select(func.count()).select_from(Invitation).where(Invitation.expires_at > now)
    counts = {
        "members": number(User.role == Role.MEMBER),
        "practitioners": number(User.role == Role.PRACTITIONER),
        "staff": number(User.role == Role.STAFF),
        "suspended": number(User.suspended_at.is_not(None)),
        "leaving": number(User.leaves_at.is_not(None)),
        "two_factor": number(User.second_factor_at.is_not(None)),
        "new_this_week": number(User.created_at >= now - WEEK),
    }
    columns = [column.label(name) for name, column in counts.items()]
    people = select(func.count().label("total"), *columns, invitations.scalar_subquery().label("invited"))
    seen_lately = distinct(case((SignIn.last_seen_at >= now - WEEK, SignIn.user_id)))
    active = (
        select(
            func.count(seen_lately).label("active_7_days"), func.count(distinct(SignIn.user_id)).label("active_30_days")
        )
        .join(SignIn.user)
        .where(SignIn.last_seen_at >= now - MONTH, User.erased_at.is_(None))
    )
    counted = db.session.execute(people.select_from(User).where(User.erased_at.is_(None))).one()._mapping
    return Figures(**counted, **db.session.execute(active).one()._mapping)


def number(is_so: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((is_so, 1), else_=0)), 0)
