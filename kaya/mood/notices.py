"""What mood reminds of: to say how it is, at the times that someone chose."""

from datetime import date, timedelta

from sqlalchemy import exists, select

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db
from kaya.mood.models import MoodEntry
from kaya.notifications import kind
from kaya.notifications.reminders import remindable
from kaya.words import say

CHECK_IN = "check-in"
JUST_NOW = timedelta(hours=1)

kind(
    CHECK_IN,
    label=say("The times at which you want to be asked how it is"),
    sentence=say("How is it now? Two taps, if you like."),
    icon="feather",
    mail=True,
)


def has_just_said(member: User, day: date) -> bool:
    """Within the last hour; what was said in the morning answers nothing in the evening."""
    lately = exists().where(
        MoodEntry.user_id == member.id, MoodEntry.at > clock.now() - JUST_NOW, MoodEntry.deleted_at.is_(None)
    )
    return bool(db.session.scalar(select(lately)))


remindable(CHECK_IN, "/mood", unless=has_just_said)
