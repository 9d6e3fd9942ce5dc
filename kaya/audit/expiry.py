"""Sealing the months that are over, and letting go of those that are older than the house keeps them."""

from datetime import datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.audit import recording
from kaya.audit.acts import act
from kaya.audit.models import AuditEntry, Head, Segment
from kaya.audit.verifying import Broken, Verdict, Walk, expiry_of, pass_entries, seal_of
from kaya.config import settings
from kaya.db import db, transaction, uuid7
from kaya.refusal import Refusal
from kaya.words import say

sealed = act("audit-sealed", label=say("A month of the audit trail sealed"))
expired = act("audit-expired", label=say("A month of the audit trail let go"))


def seal() -> list[Segment]:
    """Seal every month that is over and is not sealed yet; twice is as good as once.

    Refuses ("audit-broken") a month in which the chain does not hold.
    """
    found = []
    while segment := seal_next():
        found.append(segment)
    return found


def seal_next() -> Segment | None:
    with transaction() as session:
        session.execute(select(Head.id).with_for_update())
        walk = end_of_seals(session)
        first = session.scalar(
            select(AuditEntry.at).where(AuditEntry.sequence > walk.sequence).order_by(AuditEntry.sequence).limit(1)
        )
        if first is None or beginning_of_next_month(first) > clock.now():
            return None
        return sealed_month(session, walk, first)


def end_of_seals(session: Session) -> Walk:
    last = session.scalar(select(Segment).order_by(Segment.last_sequence.desc()).limit(1))
    return Walk(last.last_sequence, last.last_mac) if last else Walk()


def sealed_month(session: Session, walk: Walk, first: datetime) -> Segment:
    month = f"{first:%Y-%m}"
    segment = Segment(id=uuid7(), month=month, first_sequence=walk.sequence + 1, before_mac=walk.mac)
    later = select(func.min(AuditEntry.sequence)).where(
        AuditEntry.sequence > walk.sequence, AuditEntry.at >= beginning_of_next_month(first)
    )
    beyond = session.scalar(later) or (session.scalar(select(func.max(AuditEntry.sequence))) or 0) + 1
    try:
        pass_entries(session.connection(), walk, upto=beyond - 1)
    except Broken as broken:
        raise broken_at(broken) from broken
    segment.last_sequence, segment.last_mac, segment.count = walk.sequence, walk.mac, walk.rows
    segment.ended_at, segment.sealed_at = beginning_of_next_month(first), clock.now()
    segment.mac = seal_of(segment)
    session.add(segment)
    recording.record(sealed, row=segment)
    return segment


def broken_at(broken: Broken) -> Refusal:
    return Refusal("audit-broken", Verdict(broken.at, 0, 0, broken.flaw, broken.at).says)


def expire() -> list[Segment]:
    """Let go of the rows of sealed months that ended longer ago than AUDIT_YEARS; their seals stay."""
    gone = []
    for segment in db.session.scalars(due()).all():
        with transaction() as session:
            row = session.get_one(Segment, segment.id, with_for_update=True)
            if row.expired_at is None:
                let_go(session, row)
                gone.append(row)
    db.session.rollback()
    return gone


def due() -> Select[Segment]:
    now = clock.now()
    oldest = now.replace(year=now.year - settings().audit_years, day=min(now.day, 28))
    return Segment.in_order().where(Segment.expired_at.is_(None), Segment.ended_at <= oldest)


def let_go(session: Session, segment: Segment) -> None:
    segment.expired_at = clock.now()
    segment.expiry_mac = expiry_of(segment)
    session.flush()
    between = AuditEntry.sequence.between(segment.first_sequence, segment.last_sequence)
    session.execute(delete(AuditEntry).where(between).execution_options(synchronize_session=False))
    recording.record(expired, row=segment)


def beginning_of_next_month(moment: datetime) -> datetime:
    """In UTC, in which the trail counts its months."""
    first = moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
