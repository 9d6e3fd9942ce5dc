"""Planting who may do what among the staff, who may not come in, who is asked in, and who is about to go."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya.accounts.models import Grant, Invitation, SignIn, Suspension, User
from kaya.accounts.permissions import Permission
from kaya.accounts.proofs import hashed, new_token
from kaya.privacy.models import Deletion
from kaya.privacy.models.deletion import TIME_TO_THINK
from kaya.seeds import clients
from kaya.seeds.planting import days_ago


def plant_permissions(session: Session, user: User, permissions: Iterable[Permission], admin: User) -> None:
    """Those that are missing, while they have none at all: what was taken back since stays taken."""
    session.flush()
    if not user.grants:
        user.grants = [
            Grant(permission=permission, granted_by_id=admin.id, granted_at=days_ago(200)) for permission in permissions
        ]
        session.flush()


def plant_last_visit(session: Session, user: User) -> None:
    """Yesterday at the desk, as the audit trail tells it; once."""
    session.flush()
    if session.scalar(select(SignIn.id).where(SignIn.user_id == user.id).limit(1)) is None:
        came = days_ago(1)
        session.add(SignIn(user=user, created_at=came, fresh_at=came, last_seen_at=came, ended_at=came))


def plant_standing(session: Session, admin: User) -> None:
    """Someone who is suspended, someone who is invited, and someone who is leaving; once, and without a letter."""
    user = session.scalar(User.by_email(clients.SUSPENDED))
    if user is not None and session.scalar(select(Suspension.id).where(Suspension.user_id == user.id)) is None:
        user.suspended_at = days_ago(3)
        session.add(Suspension(user_id=user.id, reason=clients.WHY_SUSPENDED, by=admin, at=user.suspended_at))
    name, email = clients.INVITED
    if not session.scalar(Invitation.by_email(email)) and not session.scalar(User.by_email(email)):
        secret = hashed(new_token())
        session.add(Invitation(email=email, name=name, token_hash=secret, by=admin, created_at=days_ago(1)))
    plant_leaving(session)


def plant_leaving(session: Session) -> None:
    user = session.scalar(User.by_email(clients.LEAVING))
    if user is not None and session.scalar(select(Deletion.id).where(Deletion.user_id == user.id)) is None:
        deletion = Deletion(user_id=user.id, asked_at=days_ago(3), due_at=days_ago(3) + TIME_TO_THINK)
        session.add(deletion)
        user.leaves_at = deletion.due_at
