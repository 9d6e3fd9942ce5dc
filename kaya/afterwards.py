"""When something was that is told of afterwards: a device's clock is believed, within bounds."""

from datetime import datetime, timedelta

from kaya import clock
from kaya.refusal import Refusal
from kaya.words import say

AHEAD = timedelta(minutes=5)  # so fast a device's clock may be
FAST = timedelta(days=1)  # so fast a device's clock may be where nobody reads it
KEPT_ON_DEVICES = timedelta(days=30)  # so long it may take until a device has a network again


def told_at(at: datetime | None, *, within: timedelta = KEPT_ON_DEVICES, field: str = "at") -> datetime:
    """Now, or when it was, up to `within` ago: whole days. Refuses "in-the-future" and "too-early"."""
    if at is None:
        return clock.now()
    refuse_to_come(at, field)
    if at < clock.now() - within:
        words = say("This was too long ago: it can be added for up to %(count)s days.", count=within.days)
        raise Refusal("too-early", words, field=field)
    return at


def refuse_to_come(at: datetime, field: str) -> None:
    if at > clock.now() + AHEAD:
        raise Refusal("in-the-future", say("This has not come yet."), field=field)


def by_its_device(at: datetime | None) -> datetime | None:
    """When a page says by itself that it was: now where its device is up to a day ahead; else as said."""
    now = clock.now()
    return now if at and now < at < now + FAST else at
