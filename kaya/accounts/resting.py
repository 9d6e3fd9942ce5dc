"""Rest mode: one switch, and nothing is counted or reminded of until its owner is back.

    resting.rest(amara)                     from today on, until she says so
    resting.rest(amara, until=a_day)        up to and with that day of hers; said again, the end is moved
    resting.come_back(amara)                and she is greeted, not scored

Rhythm and the reminders that one chose keep still meanwhile. Appointments do not: there somebody waits.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.days import day_of
from kaya.accounts.models import Rest, User
from kaya.accounts.signals import rest_begun, rest_ended
from kaya.db import db, locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

LONGEST = timedelta(days=366)
A_DAY = timedelta(days=1)


def rest(member: User, until: date | None = None) -> Rest:
    """Rest from today on, up to and with `until`, a day of theirs; without one until they are back.

    Whoever rests already goes on, with this end. Refuses "too-early" (before today) and "too-late" (beyond a year).
    """
    with transaction() as session:
        member, today = locked(session, member), day_of(member)
        refuse_end(until, today)
        row = standing(session, member, today) or Rest(user_id=member.id, first_day=today)
        row.last_day = until
        session.add(row)
        session.flush()
        announce(rest_begun, actor=member, rest=row)
        return row


def come_back(member: User) -> Rest | None:
    """End the rest today; None where there was none."""
    with transaction() as session:
        member, today = locked(session, member), day_of(member)
        row = standing(session, member, today)
        if row:
            row.last_day, row.ended_at = today, clock.now()
            announce(rest_ended, actor=member, rest=row)
        return row


def rests_of(member: User) -> list[Rest]:
    """All of theirs, the earliest first."""
    return list(db.session.scalars(Rest.of(member)))


def rest_now(member: User) -> Rest | None:
    """The one that they are in today."""
    return standing_among(rests_of(member), day_of(member))


def is_resting(member: User) -> bool:
    return rest_now(member) is not None


def standing_among(rests: Iterable[Rest], today: date) -> Rest | None:
    return next((each for each in rests if each.stands(today)), None)


def is_back(rests: list[Rest], today: date) -> bool:
    """Is `today` the first of their days after a rest, or the one on which they ended it?"""
    ended = any(
        each.last_day == today if each.ended_at else each.last_day is not None and each.last_day == today - A_DAY
        for each in rests
    )
    return ended and standing_among(rests, today) is None


def standing(session: Session, member: User, today: date) -> Rest | None:
    return standing_among(session.scalars(Rest.of(member)), today)


def refuse_end(until: date | None, today: date) -> None:
    if until is None:
        return
    if until < today:
        raise Refusal("too-early", say("This day is over. Choose today or a later one."), field="until")
    if until > today + LONGEST:
        raise Refusal("too-late", say("Choose a day within a year, or leave it open."), field="until")
