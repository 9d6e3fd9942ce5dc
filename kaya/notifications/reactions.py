"""What notifications do when someone's clock is another."""

from typing import Any

from kaya.accounts.models import User
from kaya.accounts.signals import profile_changed
from kaya.notifications.reminders import follow_the_clock
from kaya.signals import on


@on(profile_changed)
def remind_by_the_new_clock(*, user: User, **_: Any) -> None:
    follow_the_clock(user)
