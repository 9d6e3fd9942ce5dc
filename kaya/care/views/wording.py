"""Words of booking that templates need: notice, lengths, statuses and acts as people say them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask_babel import format_date, ngettext

from kaya.care.models import Act, Status
from kaya.words import say

A_DAY = 24

STATUSES = {
    Status.PENDING: say("Not confirmed yet"),
    Status.CONFIRMED: say("Confirmed"),
    Status.COMPLETED: say("Took place"),
    Status.NO_SHOW: say("Missed"),
    Status.CANCELLED: say("Cancelled"),
}
LOOKS = {Status.PENDING: "warn", Status.CONFIRMED: "good", Status.NO_SHOW: "bad", Status.CANCELLED: "plain"}

ACTS = {
    Act.BOOKED: say("%(name)s asked for this time."),
    Act.CONFIRMED: say("%(name)s confirmed it."),
    Act.RESCHEDULED: say("%(name)s moved it."),
    Act.CANCELLED: say("%(name)s cancelled it."),
    Act.RESTORED: say("%(name)s took the cancellation back."),
    Act.COMPLETED: say("%(name)s noted that it took place."),
    Act.MISSED: say("%(name)s noted that nobody came."),
    Act.CHANGED: say("%(name)s changed the words."),
}


def notice_words(hours: int) -> str:
    """“a day”, “2 days”, “3 hours”."""
    if hours % A_DAY == 0:
        return str(ngettext("a day", "%(num)s days", hours // A_DAY))
    return str(ngettext("an hour", "%(num)s hours", hours))


def status_name(status: str) -> str:
    return str(STATUSES[Status(status)])


def status_look(status: str) -> str:
    """The badge's kind."""
    return LOOKS.get(Status(status), "plain")


def act_words(act: str, name: str) -> str:
    return str(ACTS[Act(act)]) % {"name": name}


def weekday_name(day: date) -> str:
    """Mon."""
    return str(format_date(day, "EEE"))


def hour_name(moment: datetime, zone: str) -> str:
    """09, on the margin of a ledger."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H}"
