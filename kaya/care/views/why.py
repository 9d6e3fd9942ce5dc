"""Why a time is not offered, to the practitioner in full words: all that stands in its way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kaya import clock
from kaya.care.hours import Schedule, TimeRange, format_time
from kaya.care.ledger import booked_as
from kaya.care.models import Offering, Practitioner
from kaya.care.openings import Busy, Reason, WhyNot
from kaya.care.spans import Spanning
from kaya.care.vocabulary import span_words
from kaya.web.templating import clock_time, long_date
from kaya.words import count, say


@dataclass(frozen=True)
class Asked:
    """A time somebody asks about, and what to say of each thing that is against it, by the clock of `hours`."""

    practitioner: Practitioner
    offering: Offering
    hours: Schedule
    start: datetime

    def obstacles(self, found: Iterable[WhyNot]) -> list[str]:
        """A sentence or two about everything that is against it; nothing is kept back. None where it is offered."""
        if self.start <= clock.now():
            return [str(say("This time is over."))]
        return [str(words) for words in (*self.of_the_practice(), *(SENTENCES[why.reason](self, why) for why in found))]

    def of_the_practice(self) -> Iterable[Any]:
        if not self.practitioner.is_listed:
            yield say("Nothing of yours is offered until your papers have been seen.")
        if not self.practitioner.is_accepting:
            yield say("You take no bookings at the moment. You can change that in your profile.")

    def never(self, why: WhyNot) -> Any:
        at = f"{self.start:%H:%M}"
        return say("The clocks go forward in that night: %(time)s does not exist on %(day)s.", time=at, day=self.day)

    def outside(self, why: WhyNot) -> Any:
        is_other = any(each.day == self.start.date() for each in self.hours.exceptions)
        if not self.ranges:
            free = say("You have taken %(day)s off.", day=self.day)
            return free if is_other else say("You have no working hours on %(day)s.", day=self.day)
        told = {"day": self.day, "hours": in_words(self.ranges), "span": span_words(self.offering.minutes)}
        return (
            say("On %(day)s you have other hours than usual, %(hours)s, and all of it (%(span)s) must fit.", **told)
            if is_other
            else say(
                "It does not lie whole within your working hours: on %(day)s these are %(hours)s,"
                " and all of it (%(span)s) must fit.",
                **told,
            )
        )

    def off_step(self, why: WhyNot) -> Any:
        told = {"step": span_words(self.hours.slot_step_minutes), "day": self.day, "hours": in_words(self.ranges)}
        return say("Times begin every %(step)s, counted from when you open: on %(day)s, %(hours)s.", **told)

    def too_soon(self, why: WhyNot) -> Any:
        notice = span_words(self.hours.minimum_notice_minutes)
        return say("It is too soon: you wish to know %(notice)s ahead.", notice=notice)

    def too_far(self, why: WhyNot) -> Any:
        return count(
            "It is too far ahead: people can book %(num)s day ahead.",
            "It is too far ahead: people can book %(num)s days ahead.",
            self.hours.window_days,
        )

    def full(self, why: WhyNot) -> Any:
        return count(
            "The day is full: you see at most one person in a day.",
            "The day is full: you see at most %(num)s people in a day.",
            self.hours.daily_limit or 0,
        )

    def taken(self, why: WhyNot) -> Any:
        return say("There is an appointment at that time: %(who)s.", who=self.who(why))

    def too_close(self, why: WhyNot) -> Any:
        before = max([self.hours.buffer_before_minutes, *(each.buffer_before_minutes for each in why.in_the_way)])
        after = max([self.hours.buffer_after_minutes, *(each.buffer_after_minutes for each in why.in_the_way)])
        return say(
            "It is too close to an appointment, %(who)s: you keep %(before)s free before each and %(after)s after.",
            who=self.who(why),
            before=span_words(before),
            after=span_words(after),
        )

    def room_taken(self, why: WhyNot) -> Any:
        times = ", ".join(self.between(each) for each in why.in_the_way)
        return say("A colleague needs the room: it is in use %(times)s.", times=times)

    def held(self, why: WhyNot) -> Any:
        until = clock_time(why.until, self.hours.zone) if why.until else ""
        return say("Somebody is deciding about it and holds it until %(until)s.", until=until)

    @property
    def day(self) -> str:
        return long_date(self.start.date())

    @property
    def ranges(self) -> Iterable[TimeRange]:
        return self.hours.ranges_on(self.start.date())

    def who(self, why: WhyNot) -> str:
        """“Amara Obi, 11:00–12:00”: those who come, without the buffers around them."""
        booked = booked_as(each.reservation_id for each in why.in_the_way)
        named = [f"{each.client.name}, {self.between(Busy(each.starts_at, each.ends_at))}" for each in booked]
        return "; ".join(named or [self.between(each) for each in why.in_the_way])

    def between(self, times: Spanning) -> str:
        return f"{clock_time(times.start, self.hours.zone)}–{clock_time(times.end, self.hours.zone)}"


SENTENCES: dict[Reason, Callable[[Asked, WhyNot], Any]] = {
    Reason.DOES_NOT_EXIST: Asked.never,
    Reason.OUTSIDE_HOURS: Asked.outside,
    Reason.OFF_STEP: Asked.off_step,
    Reason.TOO_SOON: Asked.too_soon,
    Reason.BEYOND_WINDOW: Asked.too_far,
    Reason.DAY_FULL: Asked.full,
    Reason.BUFFER: Asked.too_close,
    Reason.HELD: Asked.held,
    Reason.TAKEN: Asked.taken,
    Reason.ROOM_TAKEN: Asked.room_taken,
}


def in_words(ranges: Iterable[TimeRange]) -> str:
    return ", ".join(f"{format_time(each.start)}–{format_time(each.end)}" for each in ranges)
