"""Which times are offered, and why others are not, in sentences and scenes."""

from datetime import UTC, date, datetime, timedelta
from time import thread_time
from zoneinfo import ZoneInfo

import pytest

from kaya.care.hours import DayException, Schedule, TimeRange, WeeklyRange
from kaya.care.openings import Busy, Reason, WhyNot, nearest, objections, slots
from kaya.care.spans import Span
from tests.care.schedules import every_day

MONDAY = datetime(2026, 6, 1, tzinfo=UTC)
LONG_AGO = datetime(2010, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def why_not(*asked, **circumstances):
    """What weighs most."""
    return next(iter(objections(*asked, **circumstances)), None)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def offered(schedule, length, day, **circumstances):
    """The starts on one local day, as the practitioner's clock shows them, with the offset."""
    zone = ZoneInfo(schedule.zone)
    midnight = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    now = circumstances.pop("now", midnight - timedelta(days=1))
    around = slots(
        schedule, length, midnight - timedelta(hours=3), midnight + timedelta(hours=30), now, **circumstances
    )
    shown = [start.astimezone(zone) for start in around]
    return [f"{start:%H:%M%z}"[:-2] for start in shown if start.date() == day]


# Slots


def test_starts_go_by_the_step_from_the_start_of_each_range_and_end_in_time():
    lagos = every_day("Africa/Lagos", "09:00-11:00", "14:10-15:30", slot_step_minutes=30)
    assert offered(lagos, 60, date(2026, 6, 1)) == ["09:00+01", "09:30+01", "10:00+01", "14:10+01"]


def test_a_start_may_run_on_into_a_range_that_follows_at_once_or_past_midnight():
    lagos = every_day("Africa/Lagos", "00:00-01:00", "22:30-23:00", "23:00-24:00", slot_step_minutes=60)
    assert offered(lagos, 60, date(2026, 6, 1)) == ["00:00+01", "22:30+01", "23:00+01"]


def test_starts_stay_round_on_the_day_the_clock_goes_forward():
    lisbon = every_day("Europe/Lisbon", "00:00-05:00", slot_step_minutes=60)
    assert offered(lisbon, 60, date(2026, 3, 29)) == ["00:00+00", "02:00+01", "03:00+01", "04:00+01"]


def test_starts_that_occur_twice_are_both_offered_told_apart_by_utc():
    new_york = every_day("America/New_York", "00:30-03:00", slot_step_minutes=30)
    shown = ["00:30-04", "01:00-04", "01:30-04", "01:00-05", "01:30-05", "02:00-05"]
    assert offered(new_york, 60, date(2026, 11, 1)) == shown


def test_half_an_hour_of_summer_time_keeps_starts_round():
    howe = every_day("Australia/Lord_Howe", "01:00-04:00", slot_step_minutes=60)
    assert offered(howe, 60, date(2026, 10, 4)) == ["01:00+10", "03:00+11"]
    assert offered(howe, 60, date(2026, 4, 5)) == ["01:00+11", "02:00+10", "03:00+10"]


def test_buffers_keep_their_distance_and_may_reach_beyond_working_hours():
    lagos = every_day("Africa/Lagos", "09:00-13:00", buffer_before_minutes=10, buffer_after_minutes=20)
    taken = Busy(at("2026-06-01T09:50"), at("2026-06-01T10:20"))  # 10:50 to 11:20 in Lagos
    assert offered(lagos, 60, date(2026, 6, 1), busy=[taken]) == ["09:00+01", "09:30+01", "11:30+01", "12:00+01"]


def test_times_that_touch_do_not_collide():
    lagos = every_day("Africa/Lagos", "09:00-12:00", slot_step_minutes=60)
    taken = Span(at("2026-06-01T09:00"), at("2026-06-01T10:00"))
    assert offered(lagos, 60, date(2026, 6, 1), busy=[taken]) == ["09:00+01", "11:00+01"]


def test_the_seconds_of_an_outside_calendar_count_and_an_instant_takes_no_time():
    lagos = every_day("Africa/Lagos", "09:00-12:00", slot_step_minutes=60)
    taken = Span(at("2026-06-01T08:30"), at("2026-06-01T09:00:01"))
    passing = Span(at("2026-06-01T10:30:30"), at("2026-06-01T10:30:30"))
    assert offered(lagos, 60, date(2026, 6, 1), busy=[taken, passing]) == ["11:00+01"]


def test_notice_is_elapsed_time_from_now():
    lagos = every_day("Africa/Lagos", "09:00-12:00", slot_step_minutes=60, minimum_notice_minutes=90)
    assert offered(lagos, 60, date(2026, 6, 1), now=at("2026-06-01T07:30")) == ["10:00+01", "11:00+01"]
    assert offered(lagos, 60, date(2026, 6, 1), now=at("2026-06-01T07:30:01")) == ["11:00+01"]


def test_the_window_ends_with_a_local_day_of_the_practitioner():
    kathmandu = every_day("Asia/Kathmandu", "00:00-24:00", slot_step_minutes=60, window_days=1)
    almost_midnight = at("2026-06-01T18:14")  # 23:59 in Kathmandu
    found = list(slots(kathmandu, 60, MONDAY, MONDAY + timedelta(days=9), almost_midnight))
    assert found[-1] == at("2026-06-02T17:15")
    found = list(slots(kathmandu, 60, MONDAY, MONDAY + timedelta(days=9), almost_midnight + timedelta(minutes=1)))
    assert found[-1] == at("2026-06-03T17:15")


def test_a_full_day_offers_nothing_more():
    lagos = every_day("Africa/Lagos", "09:00-12:00", daily_limit=2)
    assert offered(lagos, 60, date(2026, 6, 1), booked_per_day={date(2026, 6, 1): 1})
    assert not offered(lagos, 60, date(2026, 6, 1), booked_per_day={date(2026, 6, 1): 2, date(2026, 6, 2): 0})


def test_a_closed_day_offers_nothing():
    closed = DayException(date(2026, 6, 1))
    hours = Schedule("Africa/Lagos", (WeeklyRange(0, 540, 1020),), (closed,), minimum_notice_minutes=0)
    assert not offered(hours, 60, date(2026, 6, 1))


def test_naive_moments_and_empty_lengths_are_refused():
    lagos = every_day("Africa/Lagos", "09:00-12:00")
    with pytest.raises(TypeError):
        slots(lagos, 60, MONDAY.replace(tzinfo=None), MONDAY, LONG_AGO)
    with pytest.raises(ValueError, match="0 minutes"):
        slots(lagos, 0, MONDAY, MONDAY, LONG_AGO)


def test_two_months_take_milliseconds_however_full_they_are():
    lisbon = every_day("Europe/Lisbon", "09:00-18:00", slot_step_minutes=15)
    full = [Busy(MONDAY + timedelta(minutes=44 * n), MONDAY + timedelta(minutes=44 * n + 10)) for n in range(2_000)]

    def seconds(busy):
        began = thread_time()
        assert list(slots(lisbon, 30, MONDAY, MONDAY + timedelta(days=62), MONDAY, busy))
        return thread_time() - began

    empty, crowded = (min(seconds(busy) for _ in range(7)) for busy in ([], full))
    assert crowded < 0.05
    assert crowded < 2 * empty


# Why not


LISBON = every_day("Europe/Lisbon", "09:00-17:00", minimum_notice_minutes=60, window_days=30, daily_limit=3)
NOON = at("2026-06-01T11:00")
HELD_UNTIL = at("2026-06-01T06:42")


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("2026-06-01T10:00", None),
        ("2026-06-01T07:30", Reason.OUTSIDE_HOURS),
        ("2026-06-01T15:30", Reason.OUTSIDE_HOURS),  # would end at half past five
        ("2026-06-01T10:10", Reason.OFF_STEP),
        ("2026-06-01T10:00:30", Reason.OFF_STEP),
        ("2026-05-31T10:00", Reason.TOO_SOON),
        ("2026-07-02T10:00", Reason.BEYOND_WINDOW),
        ("9999-12-31T23:59", Reason.BEYOND_WINDOW),
        ("0001-01-01T00:00", Reason.TOO_SOON),
        ("2026-06-02T10:00", Reason.DAY_FULL),
    ],
)
def test_a_start_that_is_not_offered_has_a_reason(start, reason):
    found = why_not(LISBON, 60, at(start), at("2026-06-01T06:37"), booked_per_day={date(2026, 6, 2): 3})
    assert found == (WhyNot(reason) if reason else None)


def test_a_wall_time_that_summer_time_skips_does_not_exist():
    night = every_day("Europe/Lisbon", "00:00-05:00")
    skipped = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/Lisbon"))
    assert why_not(night, 30, skipped, at("2026-03-28T00:00")) == WhyNot(Reason.DOES_NOT_EXIST)
    assert why_not(night, 30, at("2026-03-29T01:30"), at("2026-03-28T00:00")) is None  # half past two


@pytest.mark.parametrize(
    ("busy", "reason"),
    [
        ([Busy(NOON, NOON + timedelta(minutes=30))], WhyNot(Reason.TAKEN)),
        ([Busy(NOON, NOON + timedelta(minutes=30), HELD_UNTIL)], WhyNot(Reason.HELD, HELD_UNTIL)),
        ([Busy(NOON - timedelta(hours=1), NOON + timedelta(minutes=5))], WhyNot(Reason.TAKEN)),
        ([Busy(NOON - timedelta(hours=1), NOON + timedelta(minutes=5), None, 0, 5)], WhyNot(Reason.BUFFER)),
        ([Busy(NOON + timedelta(minutes=65), NOON + timedelta(minutes=90))], WhyNot(Reason.BUFFER)),
        ([Busy(NOON + timedelta(minutes=70), NOON + timedelta(minutes=90))], None),
    ],
)
def test_what_is_in_the_way_is_an_appointment_a_hold_or_a_buffer(busy, reason):
    schedule = every_day("Europe/Lisbon", "09:00-17:00", buffer_after_minutes=10)
    assert why_not(schedule, 60, NOON, at("2026-06-01T06:37"), busy) == reason


def test_held_means_that_nothing_but_holds_is_in_the_way():
    hold = Busy(NOON, NOON + timedelta(minutes=60), HELD_UNTIL)
    later = Busy(NOON, NOON + timedelta(minutes=20), HELD_UNTIL + timedelta(minutes=3))
    taken = Busy(NOON + timedelta(minutes=30), NOON + timedelta(minutes=90))
    asked = at("2026-06-01T06:37")
    assert why_not(LISBON, 60, NOON, asked, [hold, later]) == WhyNot(Reason.HELD, HELD_UNTIL + timedelta(minutes=3))
    assert why_not(LISBON, 60, NOON, asked, [hold, taken]) == WhyNot(Reason.TAKEN)


def test_everything_that_is_against_a_start_is_said_in_order():
    whole = every_day(
        "Europe/Lisbon", "09:00-17:00", minimum_notice_minutes=600, buffer_after_minutes=10, daily_limit=1
    )
    taken, close = Busy(NOON, NOON + timedelta(minutes=30)), Busy(NOON + timedelta(minutes=65), NOON + DAY)
    elsewhere = Busy(NOON, NOON + timedelta(minutes=5), is_elsewhere=True)
    hold = Busy(NOON + timedelta(minutes=30), NOON + timedelta(minutes=60), HELD_UNTIL)
    found = objections(whole, 60, NOON + timedelta(minutes=3), at("2026-06-01T06:37"), [hold, elsewhere, close, taken],
                       {date(2026, 6, 1): 1})  # fmt: skip
    assert [each.reason for each in found] == [
        *(Reason.OFF_STEP, Reason.TOO_SOON, Reason.DAY_FULL),
        *(Reason.TAKEN, Reason.BUFFER, Reason.ROOM_TAKEN, Reason.HELD),
    ]
    assert [each.in_the_way for each in found[3:]] == [(taken,), (close,), (elsewhere,), (hold,)]


def test_the_step_counts_only_while_the_practice_is_open():
    asked = at("2026-06-01T06:37")
    assert objections(LISBON, 60, at("2026-06-01T04:10"), asked) == [
        WhyNot(Reason.OUTSIDE_HOURS),
        WhyNot(Reason.TOO_SOON),
    ]
    assert objections(LISBON, 60, at("2026-06-01T15:40"), asked) == [
        WhyNot(Reason.OUTSIDE_HOURS),
        WhyNot(Reason.OFF_STEP),
    ]
    assert objections(LISBON, 60, at("2026-07-02T20:00"), asked) == [
        WhyNot(Reason.OUTSIDE_HOURS),
        WhyNot(Reason.BEYOND_WINDOW),
    ]


# Nearest


def test_the_nearest_starts_lie_on_both_sides():
    lagos = every_day("Africa/Lagos", "09:00-17:00", slot_step_minutes=60)
    taken = [Busy(NOON - timedelta(hours=1), NOON + timedelta(hours=1))]
    found = [f"{start:%H:%M}" for start in nearest(lagos, 60, NOON, MONDAY, taken)]
    assert found == ["12:00", "09:00", "13:00"]


def test_the_nearest_start_may_be_weeks_away_and_there_may_be_none():
    once = DayException(date(2026, 8, 20), (TimeRange(540, 600),))
    schedule = Schedule("Africa/Lagos", exceptions=(once,), minimum_notice_minutes=0, window_days=90)
    assert nearest(schedule, 60, NOON, MONDAY) == [at("2026-08-20T08:00")]
    assert nearest(schedule, 60, at("9999-12-31T23:59"), MONDAY) == [at("2026-08-20T08:00")]
    assert nearest(schedule, 90, NOON, MONDAY) == []
