"""What is offered, held against a slow and simple oracle: minute by minute, over a year of changing clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kaya.care.hours import DayException, Schedule, TimeRange, WeeklyRange
from kaya.care.openings import Busy, Reason, nearest, objections, slots
from kaya.care.working_time import open_spans

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
YEAR = [date(2026, 1, 2) + n * DAY for n in range(728)]  # 2026 and 2027
ZONES = [
    "Europe/Lisbon",
    "America/New_York",
    "Africa/Lagos",  # no summer time
    "Australia/Lord_Howe",  # half an hour of it
    "Asia/Kathmandu",  # 5:45 ahead
    "America/Sao_Paulo",
    "Africa/Cairo",  # changes at midnight
    "Atlantic/Azores",  # falls back onto midnight
]


def offset_at_noon(zone, day):
    return datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset()


CHANGES = {
    zone: [day for before, day in pairwise(YEAR) if offset_at_noon(zone, before) != offset_at_noon(zone, day)]
    for zone in ZONES
}


@dataclass(frozen=True)
class Scene:
    schedule: Schedule
    length: int
    since: datetime
    until: datetime
    now: datetime
    busy: list[Busy]
    booked: dict[date, int]

    @property
    def asked(self):
        return self.schedule, self.length, self.since, self.until, self.now, self.busy, self.booked

    def about(self, start):
        return next(iter(self.all_about(start)), None)

    def all_about(self, start):
        return objections(self.schedule, self.length, start, self.now, self.busy, self.booked)


class Oracle:
    """Knows only that a minute is worked if the wall clock says so."""

    def __init__(self, schedule):
        self.schedule, self.zone = schedule, ZoneInfo(schedule.zone)

    def range_at(self, minute):
        wall = minute.astimezone(self.zone)
        since_midnight = wall.hour * 60 + wall.minute
        return next((each for each in self.hours(wall.date()) if each.start <= since_midnight < each.end), None)

    def hours(self, day):
        for exception in self.schedule.exceptions:
            if exception.day == day:
                return exception.ranges
        return [each for each in self.schedule.weekly if each.weekday == day.weekday()]

    def is_on_step(self, start):
        hours, wall = self.range_at(start), start.astimezone(self.zone)
        return hours is not None and (wall.hour * 60 + wall.minute - hours.start) % self.schedule.slot_step_minutes == 0

    def offers(self, scene, start):
        rules, day = self.schedule, start.astimezone(self.zone).date()
        today, end = scene.now.astimezone(self.zone).date(), start + scene.length * MINUTE
        first, last = start - rules.buffer_before_minutes * MINUTE, end + rules.buffer_after_minutes * MINUTE
        return (
            start >= scene.now + rules.minimum_notice_minutes * MINUTE
            and (day - today).days <= rules.window_days
            and (rules.daily_limit is None or scene.booked.get(day, 0) < rules.daily_limit)
            and not any(max(first, each.start) < min(last, each.end) for each in scene.busy)
            and all(self.range_at(start + n * MINUTE) for n in range(scene.length))
        )

    def grid(self, scene):
        count = (scene.until - scene.since) // MINUTE
        return [start for n in range(count) if self.is_on_step(start := scene.since + n * MINUTE)]


@some.composite
def ranges(draw):
    fives = some.integers(0, 60) | some.integers(0, 288)  # the small hours, where clocks change, more often
    cuts = sorted(draw(some.lists(fives, unique=True, min_size=2, max_size=6)))
    return tuple(TimeRange(5 * start, 5 * end) for start, end in zip(cuts[::2], cuts[1::2], strict=False))


@some.composite
def schedules(draw, zone, day):
    week = [draw(ranges()) for _ in range(3)]  # yesterday, today, tomorrow
    near = [(day + (n - 1) * DAY).weekday() for n in range(3)]
    return Schedule(
        zone,
        tuple(WeeklyRange(near[n], each.start, each.end) for n in range(3) for each in week[n]),
        (DayException(day, draw(ranges())),) if draw(some.booleans()) else (),
        slot_step_minutes=draw(some.sampled_from([5, 15, 35, 60])),
        buffer_before_minutes=draw(some.sampled_from([0, 7, 60])),
        buffer_after_minutes=draw(some.sampled_from([0, 10])),
        minimum_notice_minutes=draw(some.sampled_from([0, 0, 61, 1440])),
        window_days=draw(some.sampled_from([1, 30, 2])),
        daily_limit=draw(some.sampled_from([None, None, 2, 1])),
    )


@some.composite
def scenes(draw):
    zone = draw(some.sampled_from(ZONES))
    day = draw(some.sampled_from(CHANGES[zone] or YEAR) | some.sampled_from(YEAR))
    midnight = datetime.combine(day, time(), UTC)
    seconds = some.integers(-DAY.seconds, 2 * DAY.seconds)
    lasting = some.integers(0, 7200)
    since = midnight + draw(some.integers(-1440, 720)) * MINUTE
    busy = draw(some.lists(some.tuples(seconds, lasting, some.booleans()), max_size=4))
    return Scene(
        draw(schedules(zone, day)),
        length=draw(some.integers(1, 30) | some.sampled_from([45, 60, 61, 180])),
        since=since,
        until=since + draw(some.integers(0, 2160) | some.just(1440)) * MINUTE,
        now=midnight - timedelta(seconds=draw(some.integers(-20_000, 100_000) | some.just(DAY.seconds))),
        busy=[
            Busy(
                begin := midnight + timedelta(seconds=start),
                begin + timedelta(seconds=length),
                midnight if held else None,
            )
            for start, length, held in busy
        ],
        booked={day: draw(some.integers(0, 1))},
    )


@given(scenes())
@settings(max_examples=150, deadline=None)
def test_exactly_what_is_possible_is_offered(scene):
    oracle = Oracle(scene.schedule)
    assert list(slots(*scene.asked)) == [start for start in oracle.grid(scene) if oracle.offers(scene, start)]


@given(scenes())
@settings(max_examples=100, deadline=None)
def test_why_not_says_none_of_what_is_offered_and_something_of_all_else(scene):
    found = set(slots(*scene.asked))
    grid = Oracle(scene.schedule).grid(scene)
    assert {start for start in grid if scene.about(start) is None} == found
    assert not {found.reason for start in grid if (found := scene.about(start))} & {
        Reason.OFF_STEP,
        Reason.DOES_NOT_EXIST,
    }


@given(scenes(), some.integers(-2000, 4000))
@settings(max_examples=150, deadline=None)
def test_off_the_grid_nothing_is_offered(scene, minutes):
    start, oracle = scene.since + minutes * MINUTE, Oracle(scene.schedule)
    if not oracle.is_on_step(start):
        works = all(oracle.range_at(start + n * MINUTE) for n in range(scene.length))
        assert scene.about(start).reason is (Reason.OFF_STEP if works else Reason.OUTSIDE_HOURS)


@given(scenes(), some.integers(-3000, 6000))
@settings(max_examples=100, deadline=None)
def test_the_nearest_are_the_nearest_of_all(scene, minutes):
    wanted = scene.since + minutes * MINUTE
    schedule, length, _, _, now, busy, booked = scene.asked
    whole_window = slots(schedule, length, now, now + 40 * DAY, now, busy, booked)
    expected = sorted(whole_window, key=lambda start: (abs(start - wanted), start))[:3]
    assert nearest(schedule, length, wanted, now, busy, booked) == expected


@pytest.mark.parametrize("zone", ZONES)
def test_working_time_agrees_with_the_wall_clock_over_a_year(zone):
    hours = [(0, 45), (60, 75), (90, 150), (155, 240), (540, 1020), (1380, 1440)]
    schedule = Schedule(zone, tuple(WeeklyRange(weekday, *each) for weekday in range(0, 7, 2) for each in hours))
    year = YEAR[180:545]  # from one summer to the next
    worked, oracle, five = set(), Oracle(schedule), 5 * MINUTE
    for start, end in open_spans(schedule, year[0], year[-1]):
        worked |= {start + n * five for n in range((end - start) // five)}
    local = datetime.combine(year[0], time(), oracle.zone), datetime.combine(year[-1] + DAY, time(), oracle.zone)
    first, last = (moment.astimezone(UTC) for moment in local)
    assert worked == {m for n in range((last - first) // five) if oracle.range_at(m := first + n * five)}
