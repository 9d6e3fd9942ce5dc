"""Hours as values, and as JSON: what is kept, and what is refused by name."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kaya.care.hours import (
    DayException,
    InvalidSchedule,
    Schedule,
    TimeRange,
    WeeklyRange,
    format_time,
    parse_time,
)
from kaya.care.hours_json import as_json, from_json

CHRISTMAS_EVE = date(2026, 12, 24)  # a Thursday
MORNING, AFTERNOON = TimeRange(540, 720), TimeRange(780, 1020)


def test_a_day_has_its_weekly_hours_earliest_first():
    schedule = Schedule(weekly=(WeeklyRange(3, 780, 1020), WeeklyRange(3, 540, 720), WeeklyRange(4, 0, 1440)))
    assert schedule.ranges_on(CHRISTMAS_EVE) == [MORNING, AFTERNOON]


def test_a_day_without_hours_is_free():
    assert Schedule(weekly=(WeeklyRange(4, 540, 720),)).ranges_on(CHRISTMAS_EVE) == []


def test_an_exception_replaces_the_whole_day():
    schedule = Schedule(weekly=(WeeklyRange(3, 540, 1020),), exceptions=(DayException(CHRISTMAS_EVE, (MORNING,)),))
    assert schedule.ranges_on(CHRISTMAS_EVE) == [MORNING]


def test_a_closed_day_has_no_hours():
    closed = DayException(CHRISTMAS_EVE)
    assert closed.is_closed
    assert Schedule(weekly=(WeeklyRange(3, 540, 1020),), exceptions=(closed,)).ranges_on(CHRISTMAS_EVE) == []


def test_an_appointment_claims_its_buffers_too_in_elapsed_time():
    # The Lisbon clock goes forward at one: five past two is six minutes after one minute to one.
    lisbon = ZoneInfo("Europe/Lisbon")
    schedule = Schedule(buffer_before_minutes=10, buffer_after_minutes=5)
    start, end = datetime(2026, 3, 29, 2, 5, tzinfo=lisbon), datetime(2026, 3, 29, 3, 0, tzinfo=lisbon)
    claimed = datetime(2026, 3, 29, 0, 55, tzinfo=UTC), datetime(2026, 3, 29, 2, 5, tzinfo=UTC)
    assert schedule.buffered(start, end) == claimed


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("09:05", 545), ("23:55", 1435), ("24:00", 1440)])
def test_a_time_reads_as_minutes_since_midnight_and_back(text, minutes):
    assert parse_time(text) == minutes
    assert format_time(minutes) == text


@pytest.mark.parametrize("text", ["9:00", "24:05", "25:00", "09:60", "09:00:00", "", "٠٩:٠٠", "09:00\n", None, 540])
def test_what_is_not_a_time_is_refused(text):
    with pytest.raises(ValueError, match="is not a time"):
        parse_time(text)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("timezone", {"zone": "Europe/Atlantis"}),
        ("timezone", {"zone": ""}),
        ("timezone", {"zone": "../etc/passwd"}),
        ("weekly", {"weekly": (WeeklyRange(0, 540, 540),)}),
        ("weekly", {"weekly": (WeeklyRange(0, 720, 540),)}),
        ("weekly", {"weekly": (WeeklyRange(0, 541, 600),)}),
        ("weekly", {"weekly": (WeeklyRange(0, 540, 1445),)}),
        ("weekly", {"weekly": (WeeklyRange(0, -5, 60),)}),
        ("weekly", {"weekly": (WeeklyRange(7, 540, 600),)}),
        ("weekly", {"weekly": (WeeklyRange(0, 540, 720), WeeklyRange(0, 715, 800))}),
        ("exceptions", {"exceptions": (DayException(CHRISTMAS_EVE, (MORNING, TimeRange(600, 660))),)}),
        ("exceptions", {"exceptions": (DayException(CHRISTMAS_EVE), DayException(CHRISTMAS_EVE, (MORNING,)))}),
        ("slot_step_minutes", {"slot_step_minutes": 0}),
        ("slot_step_minutes", {"slot_step_minutes": 7}),
        ("slot_step_minutes", {"slot_step_minutes": 245}),
        ("buffer_before_minutes", {"buffer_before_minutes": -1}),
        ("buffer_after_minutes", {"buffer_after_minutes": 241}),
        ("minimum_notice_minutes", {"minimum_notice_minutes": 43_201}),
        ("window_days", {"window_days": 0}),
        ("window_days", {"window_days": 366}),
        ("daily_limit", {"daily_limit": 0}),
        ("daily_limit", {"daily_limit": 101}),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_refused_by_field(field, wrong):
    with pytest.raises(InvalidSchedule) as refused:
        Schedule(**wrong)
    assert list(refused.value.errors) == [field]


def test_every_wrong_field_is_named_at_once():
    with pytest.raises(InvalidSchedule) as refused:
        Schedule(zone="Mars", weekly=(WeeklyRange(0, 720, 540),), window_days=0)
    assert set(refused.value.errors) == {"timezone", "weekly", "window_days"}
    assert refused.value.errors["weekly"] == ["Monday 12:00 to 09:00 ends before it has begun."]


def test_ranges_may_touch():
    assert Schedule(weekly=(WeeklyRange(0, 540, 720), WeeklyRange(0, 720, 1440))).ranges_on(date(2026, 12, 21))


BODY = {
    "timezone": "Africa/Lagos",
    "weekly": [{"weekday": 0, "start": "09:00", "end": "12:00"}, {"weekday": 5, "start": "18:00", "end": "24:00"}],
    "exceptions": [
        {"date": "2026-12-24", "start": "09:00", "end": "12:00"},
        {"date": "2026-12-24", "start": "13:00", "end": "17:00"},
        {"date": "2026-12-25", "closed": True},
    ],
    "slot_step_minutes": 15,
    "buffer_before_minutes": 5,
    "buffer_after_minutes": 10,
    "minimum_notice_minutes": 60,
    "window_days": 30,
    "daily_limit": 8,
}


def test_json_says_it_all_and_reads_back_the_same():
    assert as_json(from_json(BODY)) == BODY
    assert from_json(BODY).exceptions[0] == DayException(CHRISTMAS_EVE, (MORNING, AFTERNOON))


def test_what_json_leaves_out_takes_its_default():
    assert from_json({}, default_zone="Asia/Kathmandu") == Schedule(zone="Asia/Kathmandu")


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("body", []),
        ("colour", {"colour": "red"}),
        ("timezone", {"timezone": None}),
        ("weekly", {"weekly": {}}),
        ("weekly", {"weekly": ["Monday"]}),
        ("weekly", {"weekly": [{"weekday": 0, "start": "09:00"}]}),
        ("weekly", {"weekly": [{"weekday": True, "start": "09:00", "end": "10:00"}]}),
        ("weekly", {"weekly": [{"weekday": 0, "start": "9", "end": "10:00"}]}),
        ("weekly", {"weekly": [{"weekday": 0, "start": "09:00", "end": "10:00", "room": 1}]}),
        ("exceptions", {"exceptions": [{"date": "2026-12-24"}]}),
        ("exceptions", {"exceptions": [{"date": "2026-12-24", "closed": False}]}),
        ("exceptions", {"exceptions": [{"date": "2026-12-24", "closed": True, "start": "09:00", "end": "10:00"}]}),
        ("exceptions", {"exceptions": [{"date": "2026-02-30", "closed": True}]}),
        ("exceptions", {"exceptions": [{"date": "20261224", "closed": True}]}),
        ("exceptions", {"exceptions": [{"date": "2026-12-24", "closed": True}, BODY["exceptions"][0]]}),
        ("slot_step_minutes", {"slot_step_minutes": "15"}),
        ("window_days", {"window_days": None}),
        ("daily_limit", {"daily_limit": 2.5}),
    ],
)
def test_json_of_another_shape_is_refused_by_field(field, body):
    with pytest.raises(InvalidSchedule) as refused:
        from_json(body)
    assert list(refused.value.errors) == [field]


anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=6),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(list(BODY)), inner, max_size=4),
    max_leaves=8,
)


@given(anything)
@settings(max_examples=100, deadline=None)
def test_whatever_is_sent_is_a_schedule_or_is_refused(body):
    try:
        schedule = from_json(body)
    except InvalidSchedule:
        return
    assert from_json(as_json(schedule)) == schedule
