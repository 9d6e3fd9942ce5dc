"""Trends and insights: few questions however many years, nothing said of too few days."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from math import comb
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaya.mood.checking_in import check_in
from kaya.mood.insights import FEWEST, SEEN, About, Insight, beyond_chance, insights_over, worth_saying
from kaya.mood.saying import Said
from kaya.mood.trends import Around, Span, Spot, around, trend_of
from tests.bench.ground import queries
from tests.mood.conftest import utc


@dataclass
class Day:
    day: date
    median: float
    activities: list[str] = field(default_factory=list)
    sleep_hours: float | None = None


DAYS = st.lists(
    st.builds(
        Day,
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.floats(-1, 1),
        st.lists(st.sampled_from(["walking", "work", "cooking"]), unique=True),
        st.none() | st.floats(0, 12),
    ),
    unique_by=lambda day: day.day,
    max_size=40,
)


@given(days=DAYS)
def test_nothing_is_said_of_fewer_than_five_days_on_a_side(days):
    for insight in insights_over(days):
        assert min(insight.n, insight.others) >= FEWEST
        assert 0 <= insight.above <= insight.n
        assert 0 <= insight.above_of_others <= insight.others


@given(days=DAYS)
def test_its_counts_are_the_days_counts(days):
    named = {insight.name: insight for insight in insights_over(days) if insight.about == About.ACTIVITY}
    for name in ("walking", "work", "cooking"):
        with_it = sum(name in day.activities for day in days)
        is_said = min(with_it, len(days) - with_it) >= FEWEST
        assert (name in named) == is_said
        if is_said:
            assert (named[name].n, named[name].n + named[name].others) == (with_it, len(days))


@given(days=DAYS)
def test_all_are_measured_at_the_one_median_of_all_days(days):
    middle = median(day.median for day in days) if days else 0
    for insight in insights_over(days):
        some = [day for day in days if insight.about != About.SLEEP or day.sleep_hours is not None]
        assert insight.above + insight.above_of_others == sum(day.median > middle for day in some)
        assert insight.n + insight.others == len(some)


@given(days=DAYS)
def test_of_days_that_are_over_nothing_is_lately(days):
    now, then = insights_over(days), insights_over(days, is_now=False)
    assert then == [each for each in now if each.about != About.LATELY]


@given(st.integers(5, 30), st.integers(5, 30), st.data())
def test_chance_is_told_as_by_dealing_out_every_way(n, others, data):
    above = data.draw(st.integers(0, n + others))
    low, high = max(0, above - others), min(n, above)
    each = [Insight(About.ACTIVITY, "", got, n, above - got, others, 0.0) for got in range(low, high + 1)]
    ways = [comb(n, i.above) * comb(others, i.above_of_others) for i in each]
    for insight, own in zip(each, ways, strict=True):
        assert insight.chance == pytest.approx(sum(way for way in ways if way <= own) / comb(n + others, above))


@given(days=DAYS)
def test_the_more_is_compared_the_more_is_asked_of_each(days):
    every = insights_over(days)
    clear = beyond_chance(every)
    assert all(each.chance < 0.05 / len(every) and each.about != About.LATELY for each in clear)
    assert beyond_chance(every + every) == [each for each in clear if each.chance < 0.025 / len(every)] * 2


def test_few_days_are_not_beyond_chance_and_many_may_be():
    few, many = Insight(About.ACTIVITY, "walking", 4, 5, 9, 25, 0.0), Insight(About.SLEEP, "", 18, 20, 4, 25, 0.0)
    lately = Insight(About.LATELY, "", 10, 10, 0, 20, 0.0)
    assert few.chance == pytest.approx(
        (5 * 2042975 + 1081575 + 5200300) / 119759850
    )  # four, five or none of them above
    assert beyond_chance([few, many, lately]) == [many]


def test_what_goes_together_is_counted():
    start = date(2026, 3, 1)
    days = [Day(start + timedelta(days=n), 0.5 if n % 2 else -0.5, ["walking"] if n % 2 else []) for n in range(16)]
    [lately, walking] = insights_over(days)
    assert (lately.above, lately.n, lately.above_of_others, lately.others) == (5, 10, 3, 6)
    assert (walking.name, walking.n, walking.others) == ("walking", 8, 8)


@given(days=DAYS)
def test_what_is_named_differs_visibly_and_the_largest_comes_first(days):
    every = insights_over(days)
    said = worth_saying(every)
    assert [each.difference for each in said] == sorted((each.difference for each in said), reverse=True)
    assert all(each.difference >= SEEN and min(each.n, each.others) >= FEWEST for each in said)
    assert all(each in said or each.difference < SEEN for each in every)


def test_differences_that_nobody_would_see_stay_unsaid():
    cooking = Insight(About.ACTIVITY, "cooking", 7, 15, 7, 14, 0.0)
    fewer, more = (Insight(About.ACTIVITY, "walking", above, 10, 3, 10, 0.0) for above in (5, 6))
    all_or_none = Insight(About.SLEEP, "", 8, 8, 0, 8, 0.0)
    assert worth_saying([cooking, fewer, more, all_or_none]) == [all_or_none, more]


def test_four_are_shown_and_the_rest_opens(amara, visit, clock):
    clock.travel(to=utc(2026, 3, 31, 12))
    names = ["walking", "friends", "reading", "music", "garden", "swimming"]
    for n in range(3, 31):
        with_it = n % 2
        said = Said("glad" if with_it else "sad", activities=tuple(names) if with_it else ("cooking",))
        check_in(amara, said, at=utc(2026, 3, n, 10))
    page = visit(amara).get("/mood/trends").text
    first, _, rest = page.partition("more differences</summary>")
    assert first.count(" days with it were above ") == 4
    assert "<summary>3 more differences" in page
    assert rest.count(" days with it were above ") == 3
    assert "14 of 14 days with it" in first
    assert first.count("Chance alone would rarely do this.") == 4
    assert "8 comparisons were made" in page


@given(days=st.lists(st.dates(date(2026, 1, 1), date(2026, 3, 31)), unique=True, max_size=50), step=st.integers(1, 7))
def test_the_line_lies_among_its_days_and_few_days_make_no_line(days, step):
    spots = [Spot(day, (day.day - 16) / 16, 0, 0, 1) for day in sorted(days)]
    line = around(spots, 7, step)
    assert len(line) >= (1 if spots else 0)
    for each in line:
        if isinstance(each, Around):
            near = [spot.median for spot in spots if abs((spot.day - each.day).days) <= 3]
            assert min(near) <= each.low <= each.median <= each.high <= max(near)
            assert len(near) >= 3


def test_ten_years_take_no_more_questions_than_one(app, amara, clock, years, session):
    clock.travel(to=utc(2026, 3, 2, 12))
    years(amara, 3652, date(2026, 3, 2))
    seen = {}
    for span in Span:
        session.rollback()
        assert queries(app, lambda span=span: seen.update({span: trend_of(amara, span)})) <= 3
    assert [len(seen[span].spots) for span in Span] == [30, 90, 365, 121]
    assert seen[Span.ALL].since == date(2016, 3, 1)
    assert seen[Span.ALL].entries == 3652
    assert seen[Span.MONTH].entries == 30


def test_of_a_first_year_all_is_shown_by_days(amara, clock, years):
    clock.travel(to=utc(2026, 3, 2, 12))
    years(amara, 40, date(2026, 3, 2))
    trend = trend_of(amara, Span.ALL)
    assert not trend.is_by_month
    assert (len(trend.spots), trend.since) == (40, date(2026, 1, 22))
