"""Where working hours lie in UTC when the clocks change."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kaya.care.working_time import occurs, occurs_twice, open_spans
from tests.care.schedules import every_day


def told(spans):
    return [f"{start:%d %H:%M}-{end:%d %H:%M}" for start, end in spans]


def test_nine_to_five_is_by_the_wall_clock_in_winter_and_in_summer():
    lisbon = every_day("Europe/Lisbon", "09:00-17:00")
    assert told(open_spans(lisbon, date(2026, 3, 28), date(2026, 3, 29))) == ["28 09:00-28 17:00", "29 08:00-29 16:00"]


@pytest.mark.parametrize(
    ("hours", "spans"),
    [
        ("00:30-03:00", ["29 00:30-29 02:00"]),  # an hour shorter
        ("01:30-03:00", ["29 01:00-29 02:00"]),  # begins in the gap: opens as it ends
        ("00:00-01:30", ["29 00:00-29 01:00"]),  # ends in the gap
        ("01:00-02:00", []),  # is the gap
        ("01:15-01:45", []),
    ],
)
def test_hours_that_summer_time_skips_are_not_working_time(hours, spans):
    day = date(2026, 3, 29)
    assert told(open_spans(every_day("Europe/Lisbon", hours), day, day)) == spans


def test_hours_that_occur_twice_are_worked_twice():
    day = date(2026, 11, 1)
    assert told(open_spans(every_day("America/New_York", "00:30-03:00"), day, day)) == ["01 04:30-01 08:00"]
    twice = ["01 05:15-01 05:45", "01 06:15-01 06:45"]
    assert told(open_spans(every_day("America/New_York", "01:15-01:45"), day, day)) == twice


@pytest.mark.parametrize(
    ("zone", "day", "span"),
    [
        ("Europe/Lisbon", date(2026, 6, 1), "01 21:00-01 23:00"),
        ("Africa/Cairo", date(2026, 4, 23), "23 20:00-23 22:00"),  # midnight is skipped
        ("Africa/Cairo", date(2026, 10, 29), "29 19:00-29 22:00"),  # an hour before midnight is repeated
        ("Asia/Beirut", date(2026, 3, 28), "28 20:00-28 22:00"),
        ("America/Asuncion", date(2023, 9, 30), "01 02:00-01 04:00"),
        ("America/Sao_Paulo", date(2018, 11, 3), "04 01:00-04 03:00"),
    ],
)
def test_twenty_four_is_the_next_midnight_even_where_there_is_none(zone, day, span):
    assert told(open_spans(every_day(zone, "22:00-24:00"), day, day)) == [span]


def test_a_day_and_night_practice_is_open_through_every_change():
    for zone in ("Africa/Cairo", "Australia/Lord_Howe", "America/New_York"):
        (span,) = open_spans(every_day(zone, "00:00-24:00"), date(2026, 1, 1), date(2026, 12, 31))
        assert span.end - span.start == timedelta(days=365)


def test_a_day_that_the_zone_leaves_out_is_not_worked():
    # Samoa crossed the date line: 30 December 2011 never was.
    assert not open_spans(every_day("Pacific/Apia", "09:00-17:00"), date(2011, 12, 30), date(2011, 12, 30))


def test_a_wall_time_may_occur_once_twice_or_not_at_all():
    new_york = ZoneInfo("America/New_York")
    once, twice = datetime(2026, 11, 1, 3, tzinfo=new_york), datetime(2026, 11, 1, 1, 30, tzinfo=new_york)
    never = datetime(2026, 3, 8, 2, 30, tzinfo=new_york)
    assert [occurs(each) for each in (once, twice, never)] == [True, True, False]
    assert [occurs_twice(each) for each in (once, twice, never)] == [False, True, False]
