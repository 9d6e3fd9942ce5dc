"""What someone does with their notifications."""

from sqlalchemy import delete as removal
from sqlalchemy import update

from kaya import clock
from kaya.accounts.models import User
from kaya.db import locked, transaction
from kaya.notifications.models import Notification
from kaya.notifications.telling import changed


def read(user: User, notification: Notification) -> Notification:
    """Mark one as read; again changes nothing."""
    with transaction() as session:
        if locked(session, notification).read_at is None:
            notification.read_at = clock.now()
            changed(user)
    return notification


def read_all(user: User) -> int:
    """Mark all as read, and say how many were not."""
    unread = (Notification.user_id == user.id, Notification.read_at.is_(None))
    with transaction() as session:
        marked = update(Notification).where(*unread).values(read_at=clock.now()).returning(Notification.id)
        count = len(session.scalars(marked).all())
        if count:
            changed(user)
    return count


def delete(user: User, notification: Notification) -> None:
    with transaction() as session:
        session.execute(removal(Notification).where(Notification.id == notification.id))
        changed(user)
