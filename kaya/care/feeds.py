"""Private calendar addresses: whoever knows one reads its owner's appointments, until it is revoked."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, or_, select

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.proofs import hashed, new_token
from kaya.care import calendar
from kaya.care.models import Appointment, CalendarFeed, Practitioner, Status
from kaya.care.signals import feed_opened, feed_revoked
from kaya.db import db, locked, transaction, uuid7
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say

MOST = 10
LOOKS_BACK = timedelta(days=90)


def open_feed(owner: User, *, is_busy_only: bool = False) -> str:
    """A new address's token, told this once: only its hash is kept. Refuses ("too-many-feeds") the eleventh."""
    with transaction() as session:
        locked(session, owner)
        if len(session.scalars(of(owner)).all()) >= MOST:
            raise Refusal("too-many-feeds", say("You have ten addresses. Revoke one that you no longer use first."))
        token = new_token()
        feed = CalendarFeed(id=uuid7(), user_id=owner.id, token_hash=hashed(token), is_busy_only=is_busy_only)
        session.add(feed)
        announce(feed_opened, owner=owner, feed=feed)
        return token


def revoke(owner: User, feed: CalendarFeed) -> None:
    """From now on nobody reads anything at this address. Twice is as good as once."""
    with transaction() as session:
        locked(session, feed)
        if feed.user_id != owner.id:
            raise Refusal("not-yours", say("This address is not yours."), status=403)
        if feed.revoked_at is None:
            feed.revoked_at = clock.now()
            announce(feed_revoked, owner=owner, feed=feed)


def of(owner: User) -> Select[CalendarFeed]:
    """Those of their addresses that are good, the newest first."""
    found = select(CalendarFeed).where(CalendarFeed.user_id == owner.id, CalendarFeed.revoked_at.is_(None))
    return found.order_by(CalendarFeed.created_at.desc(), CalendarFeed.id.desc())


def read(token: str) -> str | None:
    """What a calendar reads at the address with this token; None where there is none, or it was revoked."""
    good = (CalendarFeed.token_hash == hashed(token), CalendarFeed.revoked_at.is_(None), User.suspended_at.is_(None))
    rows = select(CalendarFeed, User).join(User, User.id == CalendarFeed.user_id).where(*good)
    found = db.session.execute(rows).first()
    if found is None:
        return None
    feed, owner = found
    return calendar.feed(appointments_of(owner.id), owner, is_busy_only=feed.is_busy_only)


def appointments_of(user_id: UUID) -> Sequence[Appointment]:
    """Theirs as client and as practitioner, from 90 days ago on, without cancelled ones."""
    given = select(Practitioner.id).where(Practitioner.user_id == user_id)
    return db.session.scalars(
        select(Appointment)
        .where(
            or_(Appointment.client_id == user_id, Appointment.practitioner_id.in_(given)),
            Appointment.starts_at >= clock.now() - LOOKS_BACK,
            Appointment.status != Status.CANCELLED,
        )
        .order_by(Appointment.starts_at, Appointment.id)
    ).all()
