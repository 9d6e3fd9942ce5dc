"""Asking for a look at the whole chain, and writing down what was found."""

from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.audit.acts import Kind, act
from kaya.audit.models import Inspection
from kaya.audit.recording import record, record_refusal
from kaya.audit.verifying import Verdict, verify
from kaya.db import db, locked, transaction, uuid7
from kaya.jobs import enqueue
from kaya.notifications.kinds import kind
from kaya.notifications.telling import tell
from kaya.realtime import touch
from kaya.words import say

log = structlog.get_logger(__name__)

TAKES_AT_MOST = timedelta(minutes=10)
KEPT = timedelta(days=400)

asked = act("audit-check-asked", label=say("A look at the whole audit trail asked for"))
broken = act("audit-found-broken", label=say("The audit trail found broken"), kind=Kind.SECURITY)


def keeps_the_trail(user: User) -> bool:
    return user.may(Permission.AUDIT)


kind(
    "audit-broken",
    label=say("The audit trail is not whole"),
    sentence=say("The audit trail is not whole. Please look at it now."),
    icon="shield",
    mail=True,
    is_for=keeps_the_trail,
)


def ask(staff: User) -> Inspection:
    """Look at the whole chain soon; a look that is under way is the one."""
    with transaction() as session:
        locked(session, staff)
        waiting = session.scalar(Inspection.waiting().where(Inspection.asked_at > clock.now() - TAKES_AT_MOST))
        if waiting is not None:
            return waiting
        inspection = Inspection(id=uuid7(), asked_by_id=staff.id)
        session.add(inspection)
        record(asked, actor=staff, row=inspection)
        enqueue("audit.verify", key=f"audit-verify:{inspection.id}", inspection_id=str(inspection.id))
        touch("audit", event="audit:verified")
        return inspection


def is_under_way() -> bool:
    latest = Inspection.waiting().where(Inspection.asked_at > clock.now() - TAKES_AT_MOST)
    return db.session.scalar(latest) is not None


def look(inspection_id: UUID | None = None) -> Verdict:
    """Verify, and write the result beside what was asked for, or as a look that nobody asked for."""
    verdict = verify()
    with transaction() as session:
        asked_for = session.get(Inspection, inspection_id) if inspection_id else None
        inspection = asked_for or Inspection(id=inspection_id or uuid7())
        inspection.upto, inspection.rows, inspection.milliseconds = (
            verdict.upto,
            verdict.rows,
            verdict.milliseconds,
        )
        inspection.flaw, inspection.flaw_at, inspection.finished_at = verdict.flaw, verdict.flaw_at, clock.now()
        session.add(inspection)
        session.execute(delete(Inspection).where(Inspection.asked_at < clock.now() - KEPT))
        if verdict.flaw:
            tell_staff()
        touch("audit", event="audit:verified")
    if verdict.flaw:
        sound_alarm(verdict)
    return verdict


def tell_staff() -> None:
    """By mail too: whoever tampered may hold the pages."""
    for user in db.session.scalars(User.who_may(Permission.AUDIT)).all():
        tell(user, "audit-broken", "/staff/audit")


def sound_alarm(verdict: Verdict) -> None:
    """In the log and in the trail itself, apart from the result: a broken trail may take no more rows."""
    log.error("The audit trail is not whole", flaw=verdict.flaw, at=verdict.flaw_at)
    record_refusal(broken, actor=None, reason=verdict.flaw)
