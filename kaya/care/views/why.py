"""Why a time is not offered, to the practitioner in full words."""

from datetime import datetime

from flask_babel import ngettext

from kaya import clock
from kaya.care.hours import Schedule
from kaya.care.models import Practitioner
from kaya.care.openings import Reason, WhyNot
from kaya.web.templating import clock_time, long_date
from kaya.words import say


def why_words(practitioner: Practitioner, hours: Schedule, why: WhyNot | None, start: datetime) -> str:
    """One or two sentences about `start`, by the clock of `hours`; nothing is kept back."""
    if not practitioner.is_listed:
        return str(say("Nothing of yours is offered until your papers have been seen."))
    if not practitioner.is_accepting:
        return str(say("You take no bookings at the moment. You can change that in your profile."))
    if start <= clock.now():
        return str(say("This time is over."))
    if why is None:
        return str(say("It is offered: people can book it now."))
    return str(REASONS[why.reason]) % facts(hours, why, start)


REASONS = {
    Reason.DOES_NOT_EXIST: say("The clocks go forward in that night: %(time)s does not exist on %(day)s."),
    Reason.OUTSIDE_HOURS: say(
        "It does not lie whole within your working hours: on %(day)s these are %(hours)s, and all of the time must fit."
    ),
    Reason.OFF_STEP: say("Times begin every %(step)s minutes, counted from when you open: on %(day)s, %(hours)s."),
    Reason.TOO_SOON: say("It is too soon: you wish to know %(notice)s ahead."),
    Reason.BEYOND_WINDOW: say("It is too far ahead: people can book %(window)s ahead."),
    Reason.DAY_FULL: say("The day is full: you see at most %(limit)s people in a day."),
    Reason.BUFFER: say(
        "It is too close to an appointment: you keep %(before)s minutes free before each and %(after)s after."
    ),
    Reason.HELD: say("Somebody is deciding about it and holds it until %(until)s."),
    Reason.TAKEN: say("There is an appointment at that time."),
}


def facts(hours: Schedule, why: WhyNot, start: datetime) -> dict[str, str]:
    ranges = ", ".join(str(each) for each in hours.ranges_on(start.date()))
    return {
        "time": f"{start:%H:%M}",
        "day": long_date(start.date()),
        "hours": ranges or str(say("none")),
        "step": str(hours.slot_step_minutes),
        "notice": span_words(hours.minimum_notice_minutes),
        "window": ngettext("%(num)s day", "%(num)s days", hours.window_days),
        "limit": str(hours.daily_limit),
        "before": str(hours.buffer_before_minutes),
        "after": str(hours.buffer_after_minutes),
        "until": clock_time(why.until, hours.zone) if why.until else "",
    }


def span_words(minutes: int) -> str:
    """“2 hours”, “1 hour 30 minutes”, “3 days”."""
    if minutes and minutes % 1440 == 0:
        return str(ngettext("%(num)s day", "%(num)s days", minutes // 1440))
    hours = ngettext("%(num)s hour", "%(num)s hours", minutes // 60)
    rest = ngettext("%(num)s minute", "%(num)s minutes", minutes % 60)
    return str(f"{hours} {rest}" if minutes >= 60 and minutes % 60 else hours if minutes >= 60 else rest)
