"""Plots: paths that stay on their paper and say no more than their points."""

import re
from datetime import date

import pytest
from flask import render_template_string
from hypothesis import given
from hypothesis import strategies as st

from kaya.plots import Axis, Plot, day_at, days_between, from_zero, round_step

TEN = Axis(1, 10, [(1, "1"), (10, "10")])
NUMBER = re.compile(r"-?\d*\.?\d+")
SERIES = st.lists(st.one_of(st.none(), st.floats(1, 10)), min_size=1, max_size=60)


@given(ys=SERIES)
def test_a_line_never_leaves_its_paper_nor_swings_beyond_its_points(ys):
    plot = Plot(Axis(0, max(len(ys) - 1, 1), []), TEN).line(enumerate(ys))
    heights = [100 - (y - 1) / 9 * 100 for y in ys if y is not None]
    for _, path in plot.layers:
        numbers = [float(each) for each in NUMBER.findall(path)]
        assert all(0 <= x <= 100 for x in numbers[::2])
        assert all(min(heights) - 0.1 <= y <= max(heights) + 0.1 for y in numbers[1::2])


@given(points=st.lists(st.tuples(st.integers(0, 9), st.floats(1, 10)), min_size=1, max_size=30))
def test_points_may_come_in_any_order_and_several_on_one_day(points):
    plot = Plot(Axis(0, 9, []), TEN).line(points).band(points, points).dots(points)
    line, spread = (path for _, path in plot.layers[:2])
    across = [float(each) for each in NUMBER.findall(line)][::2]
    assert across == sorted(across)
    assert "nan" not in line + spread


def test_the_ends_of_an_axis_of_days_may_be_said_the_other_way_round(app):
    with app.test_request_context():
        first, last = date(2026, 3, 1), date(2026, 3, 9)
        assert days_between(last, first) == days_between(first, last)


def test_a_gap_breaks_a_line_and_a_lone_point_is_still_there():
    plot = Plot(Axis(0, 4, []), TEN).line([(0, 1), (1, 5), (2, None), (3, 7), (4, 7)])
    assert plot.layers[0][1].count("M") == 2
    assert Plot(Axis(0, 4, []), TEN).dots([(2, 5.5)]).layers == [("dot", "M50 50h.001")]


def test_nothing_draws_nothing():
    assert Plot(Axis(0, 4, []), TEN).line([]).dots([(0, None)]).bars([]).layers == []


def test_a_band_goes_there_and_back():
    plot = Plot(Axis(0, 1, []), TEN).band([(0, 1), (1, 1)], [(0, 10), (1, 10)])
    assert plot.layers == [("spread", "M1 100C33.7 100 66.3 100 99 100L99 0C66.3 0 33.7 0 1 0Z")]


@given(highest=st.floats(0, 1e6))
def test_an_axis_from_zero_ends_at_a_round_number_that_holds_everything(highest):
    axis = from_zero(highest)
    assert axis.high >= highest
    assert 2 <= len(axis.words) <= 5
    assert axis.words[0] == (0, "0")


@pytest.mark.parametrize(("least", "step"), [(1, 1), (1.1, 2), (3, 5), (7, 10), (0.3, 0.5), (60, 100)])
def test_steps_are_round(least, step):
    assert round_step(least) == pytest.approx(step)


def test_days_have_words_at_both_ends(app):
    with app.test_request_context():
        axis = days_between(date(2026, 10, 26), date(2026, 11, 24), end="Today")
        one = days_between(date(2026, 11, 24), date(2026, 11, 24))
    assert [words for _, words in axis.words] == ["26 Oct", "5 Nov", "14 Nov", "Today"]
    assert [words for _, words in one.words] == ["24 Nov"]


def test_a_page_shows_the_sentence_the_drawing_and_the_table(app):
    with app.test_request_context():
        first, last = date(2026, 10, 26), date(2026, 11, 24)
        drawing = Plot(days_between(first, last), TEN, label="Mood, from 1 to 10").dots([(day_at(last), 6)])
        words = render_template_string(
            "{% from 'ui/plot.html' import plot %}"
            "{% call plot(drawing, says='It rose.', note='One dot is one day.') %}<tr><td>6</td></tr>{% endcall %}",
            drawing=drawing,
        )
    assert 'aria-label="Mood, from 1 to 10"' in words
    assert "<summary>The same as a table</summary>" in words
    assert "<td>6</td>" in words
    assert " style=" not in words
