"""What a practitioner fills in about their hours: a week, other days, and the rules."""

from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

from wtforms import BooleanField, FieldList, FormField, ValidationError
from wtforms import Form as Rows
from wtforms.validators import NumberRange, Optional

from kaya.care.forms.desk import ClockField
from kaya.care.forms.fields import GIVEN, DayField, LengthField, WholeField
from kaya.care.hours import (
    BOUNDS,
    DAY_MINUTES,
    DayException,
    InvalidSchedule,
    Schedule,
    TimeRange,
    WeeklyRange,
)
from kaya.care.vocabulary import span_words
from kaya.web.forms import Form, ZoneField, known_zone
from kaya.words import say

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = [
    *(say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday")),
    *(say("Saturday"), say("Sunday")),
]
MOST_RANGES, MOST_EXCEPTIONS = 12, 120
STEP = 5


def between(name: str) -> NumberRange:
    least, most = BOUNDS[name]
    return NumberRange(least, most, say("From %(least)d to %(most)d, please.", least=least, most=most))


def lasting(name: str) -> Callable[[Any, Any], None]:
    """A validator: within the bounds, which are told as lengths of time."""
    least, most = BOUNDS[name]

    def look(form: Any, field: Any) -> None:
        if field.data is not None and not least <= field.data <= most:
            told = {"least": span_words(least), "most": span_words(most)}
            raise ValidationError(str(say("From %(least)s to %(most)s, please.", **told)))

    return look


class RangeForm(Rows):
    """From one time of day to another; an end of 00:00 is the midnight that ends the day. Empty, it is left out."""

    start = ClockField(say("From"), [Optional()])
    end = ClockField(say("Until"), [Optional()])

    @property
    def is_empty(self) -> bool:
        return not any((field.raw_data or [""])[0] or field.data for field in (self.start, self.end))

    @property
    def span(self) -> TimeRange | None:
        """What is meant, once it is right."""
        if self.start.data is None or self.end.data is None:
            return None
        return TimeRange(minutes(self.start.data), minutes(self.end.data) or DAY_MINUTES)

    def validate(self, extra_validators: Any = None) -> bool:
        return bool(super().validate(extra_validators)) and (self.is_empty or self.makes_sense())

    def makes_sense(self) -> bool:
        span = self.span
        if span is None:
            missing = self.start if self.start.data is None else self.end
            return wrong(missing, say("Please say from when until when."))
        if span.start % STEP or span.end % STEP:
            return wrong(self.start if span.start % STEP else self.end, say("In steps of five minutes, please."))
        return span.start < span.end or wrong(self.end, say("This ends before it has begun."))


class ExceptionForm(RangeForm):
    """One day that is otherwise: closed, or with hours of its own; several rows of one day are its hours."""

    on = DayField(say("Day"), [Optional()])
    is_closed = BooleanField(say("Closed"))

    @property
    def is_empty(self) -> bool:
        return not ((self.on.raw_data or [""])[0] or self.on.data) and super().is_empty

    def makes_sense(self) -> bool:
        if self.on.data is None:
            return wrong(self.on, say("Please choose the day."))
        return bool(self.is_closed.data) or super().makes_sense()


class AvailabilityForm(Form):
    """A schedule, row by row."""

    mon, tue, wed, thu, fri, sat, sun = (
        FieldList(FormField(RangeForm), label=name, max_entries=MOST_RANGES) for name in DAY_NAMES
    )
    exceptions = FieldList(FormField(ExceptionForm), label=say("Other days"), max_entries=MOST_EXCEPTIONS)
    timezone = ZoneField(say("Your time zone"), [GIVEN, known_zone])
    slot_step_minutes = WholeField(say("A time begins every"), [GIVEN, between("slot_step_minutes")])
    buffer_before_minutes = LengthField(
        say("Free before each"), [GIVEN, lasting("buffer_before_minutes")], units=("minutes", "hours")
    )
    buffer_after_minutes = LengthField(
        say("Free after each"), [GIVEN, lasting("buffer_after_minutes")], units=("minutes", "hours")
    )
    minimum_notice_minutes = LengthField(
        say("Book at the latest"), [GIVEN, lasting("minimum_notice_minutes")], units=("minutes", "hours", "days")
    )
    window_days = WholeField(say("Book at the earliest"), [GIVEN, between("window_days")])
    daily_limit = WholeField(say("At most, in a day"), [Optional(), between("daily_limit")])

    @classmethod
    def telling(cls, schedule: Schedule) -> "AvailabilityForm":
        weekly = {
            name: [as_row(each) for each in sorted(schedule.weekly) if each.weekday == n] for n, name in enumerate(DAYS)
        }
        rules = {name: getattr(schedule, name) for name in BOUNDS}
        others = [row for each in sorted(schedule.exceptions, key=lambda each: each.day) for row in as_rows(each)]
        return cls(formdata=None, data=weekly | rules | {"timezone": schedule.zone, "exceptions": others})

    @property
    def week(self) -> list[tuple[str, Any, Any]]:
        return [(name, words, self._fields[name]) for name, words in zip(DAYS, DAY_NAMES, strict=True)]

    def schedule(self) -> Schedule | None:
        """The schedule that is meant; None with the mistakes beside their fields."""
        if not self.validate():
            return None
        try:
            return Schedule(
                zone=self.timezone.data,
                weekly=tuple(self.weekly()),
                exceptions=tuple(self.other_days()),
                **{name: self._fields[name].data for name in BOUNDS},
            )
        except InvalidSchedule as invalid:
            for field, told in invalid.errors.items():
                self._fields.get(field, self.timezone).errors = told if field in self._fields else []
                self.form_errors.extend(told if field not in self._fields else [])
            return None

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not any([*map(overlaps, self.lists_of_ranges())]):
            return True
        for rows in (*(rows for _, _, rows in self.week), self.exceptions):
            rows.errors = [row.errors for row in rows if row.errors]
        return False

    def lists_of_ranges(self) -> Iterator[list[RangeForm]]:
        """The rows that belong to one day each."""
        for _, _, rows in self.week:
            yield [row.form for row in rows if row.form.span]
        by_day: dict[date, list[RangeForm]] = {}
        for row in self.exceptions:
            if row.form.on.data and row.form.span and not row.form.is_closed.data:
                by_day.setdefault(row.form.on.data, []).append(row.form)
        yield from by_day.values()

    def weekly(self) -> Iterator[WeeklyRange]:
        for weekday, (_, _, rows) in enumerate(self.week):
            for span in (row.form.span for row in rows if row.form.span):
                yield WeeklyRange(weekday, span.start, span.end)

    def other_days(self) -> Iterator[DayException]:
        spans: dict[Any, list[TimeRange]] = {}
        for form in (row.form for row in self.exceptions if row.form.on.data):
            day = form.on.data
            spans.setdefault(day, []).extend([form.span] if form.span and not form.is_closed.data else [])
        for day, ranges in spans.items():
            yield DayException(day, tuple(sorted(ranges)))

    def add(self, name: str) -> str:
        """One more row, empty, where there may be; its name."""
        rows = self._fields.get(name)
        if isinstance(rows, FieldList) and len(rows) < (rows.max_entries or 0):
            return str(rows.append_entry().name)
        return ""

    def drop(self, name: str) -> None:
        """Without the row of this name, such as mon-1."""
        rows = self._fields.get(name.rpartition("-")[0])
        if isinstance(rows, FieldList):
            rows.entries = [row for row in rows.entries if row.name != name]


def overlaps(rows: list[RangeForm]) -> bool:
    """Say so beside each row that begins before an earlier one has ended."""
    found, until = False, 0
    for row in sorted(rows, key=lambda row: row.span or TimeRange(0, 0)):
        assert row.span is not None
        if row.span.start < until:
            wrong(row.start, say("This overlaps with another."))
            found = True
        until = max(until, row.span.end)
    return found


def wrong(field: Any, words: Any) -> bool:
    field.errors = [*field.errors, words]
    return False


def minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def as_row(span: TimeRange | WeeklyRange) -> dict[str, Any]:
    return {"start": time(*divmod(span.start, 60)), "end": time(*divmod(span.end % DAY_MINUTES, 60))}


def as_rows(exception: DayException) -> list[dict[str, Any]]:
    spans = [as_row(span) for span in exception.ranges] or [{"is_closed": True}]
    return [{"on": exception.day, **span} for span in spans]
