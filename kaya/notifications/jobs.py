"""What comes round: reminding whoever chose it, forgetting what was read long ago."""

from sqlalchemy import delete

from kaya import clock
from kaya.db import transaction
from kaya.jobs import every
from kaya.notifications.models import Notification
from kaya.notifications.reminders import ring_those_due

KEPT_DAYS = 180


@every("notifications.purge", hours=24)
def purge() -> None:
    """Notifications that were read half a year ago; unread ones stay."""
    with transaction() as session:
        session.execute(delete(Notification).where(Notification.read_at < clock.ago(days=KEPT_DAYS)))


@every("notifications.remind", minutes=1)
def remind() -> None:
    """Whoever wants to be reminded at about this time."""
    ring_those_due()
