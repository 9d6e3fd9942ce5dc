"""Staff look at someone's papers: they let them practise here, say no, or take it back. Each is written down."""

from sqlalchemy.orm import Session

from kaya.accounts import roles
from kaya.accounts.models import Role, User
from kaya.accounts.permissions import Permission
from kaya.care.models import Practitioner, Ruling, Verdict, Verification
from kaya.care.signals import practitioner_changed, practitioner_declined, practitioner_verified
from kaya.db import locked, transaction
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import say


def verify(staff: User, practitioner: Practitioner) -> Practitioner:
    """Their papers were seen: from now on they stand in the directory and have a desk.

    Raises Refusal("already-verified"), ("not-staff"), and ("own-papers") to someone who would verify themselves.
    """
    with transaction() as session:
        locked(session, practitioner)
        check_staff(staff, practitioner)
        if practitioner.is_verified:
            raise Refusal("already-verified", say("Their papers have been seen already."))
        practitioner.verification = Verification(verified_by_id=staff.id)
        practitioner.applied_at = None
        rule(session, staff, practitioner, Verdict.VERIFIED)
        give_role(practitioner.user, Role.PRACTITIONER)
        session.flush()
        announce(practitioner_verified, practitioner=practitioner, by=staff)
        return practitioner


def decline(staff: User, practitioner: Practitioner, reason: str) -> Practitioner:
    """Say no for now, and why: they read it, mend what they wrote, and ask again.

    Raises Refusal("not-waiting") where nothing waits for an answer, ("no-reason"), ("not-staff").
    """
    with transaction() as session:
        locked(session, practitioner)
        check_staff(staff, practitioner)
        if not practitioner.is_waiting:
            raise Refusal("not-waiting", say("This application is not waiting for an answer."))
        check_reason(reason)
        practitioner.applied_at = None
        rule(session, staff, practitioner, Verdict.DECLINED, reason)
        session.flush()
        announce(practitioner_declined, practitioner=practitioner, by=staff, reason=reason)
        return practitioner


def withdraw(staff: User, practitioner: Practitioner, reason: str = "") -> Practitioner:
    """Take a verification back: out of the directory, and no desk. Appointments that were made stay.

    Raises Refusal("not-verified"), ("not-staff").
    """
    with transaction() as session:
        locked(session, practitioner)
        check_staff(staff, practitioner)
        if practitioner.verification is None:
            raise Refusal("not-verified", say("There is no verification to take back."))
        session.delete(practitioner.verification)
        rule(session, staff, practitioner, Verdict.WITHDRAWN, reason)
        give_role(practitioner.user, Role.MEMBER)
        session.flush()
        session.expire(practitioner, ["verification"])
        announce(practitioner_declined, practitioner=practitioner, by=staff, reason=reason)
        announce(practitioner_changed, practitioner=practitioner)
        return practitioner


def check_staff(staff: User, practitioner: Practitioner) -> None:
    if not staff.may(Permission.VERIFICATION):
        raise Refusal("not-staff", say("Only staff decide about papers."), status=403)
    if practitioner.user_id == staff.id:
        raise Refusal("own-papers", say("Somebody else has to look at your own papers."), status=403)


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refusal("no-reason", say("Say in a sentence why; they will read it."), field="reason")


def rule(session: Session, staff: User, practitioner: Practitioner, verdict: Verdict, reason: str = "") -> None:
    session.add(Ruling(practitioner_id=practitioner.id, verdict=verdict, reason=reason, by_id=staff.id))


def give_role(person: User, role: Role) -> None:
    """Staff stay staff, whatever else they do."""
    if person.role != Role.STAFF:
        roles.appoint(person, role)
