"""Everyone with an account, for staff: which of them someone looks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from kaya.accounts.models import Invitation, SignIn, User
from kaya.db import db
from kaya.words import Words, say


class Status(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEAVING = "leaving"

    @property
    def label(self) -> Words:
        return STATUS_NAMES[self]


STATUS_NAMES: dict[Status, Words] = {
    Status.ACTIVE: say("Active"),
    Status.SUSPENDED: say("Suspended"),
    Status.LEAVING: say("Leaving"),
}

WHERE: dict[Status, tuple[ColumnElement[bool], ...]] = {
    Status.ACTIVE: (User.suspended_at.is_(None), User.leaves_at.is_(None)),
    Status.SUSPENDED: (User.suspended_at.is_not(None),),
    Status.LEAVING: (User.suspended_at.is_(None), User.leaves_at.is_not(None)),
}


@dataclass(frozen=True)
class Sought:
    """Whom: a part of a name or address, a role, how they stand, and whether two-factor sign-in is on."""

    q: str = ""
    role: str = ""
    status: Status | None = None
    two_factor: bool | None = None


def everyone() -> Select[User]:
    """All who are somebody: the erased are not."""
    return select(User).where(User.erased_at.is_(None))


def matching(sought: Sought) -> Select[User]:
    """Those who fit all of `sought`, in no order."""
    rows = everyone()
    if sought.q:
        rows = rows.where(or_(holds(User.name, sought.q), holds(User.email, sought.q)))
    if sought.role:
        rows = rows.where(User.role == sought.role)
    if sought.status:
        rows = rows.where(*WHERE[sought.status])
    if sought.two_factor is not None:
        has = User.second_factor_at.is_not(None)
        rows = rows.where(has if sought.two_factor else ~has)
    return rows


def invited(q: str = "", role: str = "") -> Select[Invitation]:
    """Those who were asked in and have not come yet, in no order."""
    rows = select(Invitation)
    if q:
        rows = rows.where(or_(holds(Invitation.name, q), holds(Invitation.email, q)))
    return rows.where(Invitation.role == role) if role else rows


def holds(column: Any, words: str) -> ColumnElement[bool]:
    return func.lower(column).contains(words.lower(), autoescape=True)


def status_of(user: User) -> Status:
    if user.suspended_at is not None:
        return Status.SUSPENDED
    return Status.ACTIVE if user.leaves_at is None else Status.LEAVING


def last_seen(users: Iterable[User]) -> dict[UUID, datetime]:
    """When each was seen last, of those who were within the last months."""
    ids = [user.id for user in users]
    rows = select(SignIn.user_id, func.max(SignIn.last_seen_at)).where(SignIn.user_id.in_(ids)).group_by(SignIn.user_id)
    return {row.user_id: row[1] for row in db.session.execute(rows)}
