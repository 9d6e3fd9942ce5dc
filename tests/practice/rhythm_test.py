"""Rhythm: it never starts again from nothing, rest takes nothing from it, and nobody is told that there is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaya.accounts import profiles, resting
from kaya.accounts.models import Rest
from kaya.practice.rhythm import following, rhythm_of, rhythm_over, score_over
from tests.practice.practised import practised

TODAY = date(2026, 3, 2)
WEEKS = st.lists(st.booleans(), max_size=120)
GOALS = st.integers(1, 7)


def ago(days):
    return TODAY - timedelta(days=days)


def rest(first, last):
    return Rest(first_day=ago(first), last_day=None if last is None else ago(last))


def test_a_day_weighs_as_the_formula_says():
    assert following(1, 0, 1) == pytest.approx(0.5 ** (1 / 13))
    assert following(0, 1, 3 / 7) == pytest.approx(1 - 0.5 ** ((3 / 7) ** 0.5 / 13))
    score = 1.0
    for _ in range(13):
        score = following(score, 0, 1)
    assert score == pytest.approx(0.5)


@given(WEEKS, GOALS)
def test_the_score_stays_between_nothing_and_full_and_one_missed_day_never_ends_it(days, goal):
    score = score_over(days, goal)
    assert 0 <= score <= 1
    assert score_over([*days, False], goal) >= 0.9 * score
    assert score_over([*days, True], goal) >= score_over([*days, False], goal)


@given(GOALS)
def test_whoever_does_what_they_meant_to_comes_near_to_full_and_more_is_not_asked(goal):
    as_meant = [n % 7 < goal for n in range(365)]
    assert score_over(as_meant, goal) > 0.98
    assert score_over([True] * 365, goal) > 0.98


@settings(deadline=None)  # the first row maps every table
@given(st.sets(st.integers(30, 60)), st.integers(0, 25), GOALS)
def test_days_of_rest_take_nothing(practised, length, goal):
    days = {ago(n) for n in practised}
    rested = rhythm_over(days, [rest(29, 29 - length)], ago(29 - length), goal)
    before = rhythm_over(days, [], ago(29), goal)
    assert (rested.score, rested.in_a_row) == (before.score, before.in_a_row)


def test_today_takes_nothing_while_it_is_still_to_come():
    week = {ago(n) for n in range(1, 8)}
    assert rhythm_over(week, [], TODAY, 7).score == rhythm_over(week, [], ago(1), 7).score
    assert rhythm_over(week, [], TODAY, 7).in_a_row == 7
    assert rhythm_over(week | {TODAY}, [], TODAY, 7).in_a_row == 8


def test_a_row_goes_over_days_of_rest_and_ends_with_a_day_without():
    days = {ago(n) for n in (0, 1, 5, 6, 8)}
    assert rhythm_over(days, [rest(4, 2)], TODAY, 3).in_a_row == 4
    assert rhythm_over(days, [], TODAY, 3).in_a_row == 2
    assert rhythm_over(set(), [rest(4, None)], TODAY, 3).in_a_row == 0


@pytest.fixture
def a_week(amara, library, clock):
    """Six days of practice; it is the seventh."""
    for _ in range(6):
        practised(amara, library["even-breathing"], 6)
        clock.travel(days=1)


def test_it_stands_still_while_its_owner_rests(amara, a_week, clock):
    before = rhythm_of(amara)
    resting.rest(amara)
    clock.travel(days=30)
    during = rhythm_of(amara)
    assert (during.score, during.in_a_row, during.rest is None) == (before.score, 6, False)
    resting.come_back(amara)
    assert (rhythm_of(amara).score, rhythm_of(amara).rest) == (before.score, None)
    clock.travel(days=60)
    assert 0 < rhythm_of(amara).score < before.score


def test_phones_hear_of_it(call, amara, a_week):
    profiles.prefer(amara, days_a_week=4)
    told = call(amara).get("/api/v1/sessions/stats").json["rhythm"]
    assert told == {
        "score": rhythm_of(amara).score, "days_a_week": 4, "days_lately": 6, "days_in_a_row": 6, "is_resting": False
    }  # fmt: skip


def test_the_page_says_it_and_days_in_a_row_to_whoever_wants_them(visit, amara, a_week):
    browser = visit(amara)
    page = browser.get("/practice/statistics").text
    assert "6 of the last seven days, and you set out for 3." in page
    assert "in a row" not in page
    profiles.prefer(amara, shows_days_in_a_row=True)
    assert "6 days in a row." in browser.get("/practice/statistics").text


def test_whoever_puts_figures_away_sees_none(visit, amara, a_week):
    profiles.prefer(amara, shows_figures=False)
    browser = visit(amara)
    for path in ("/practice/statistics", "/analytics", "/practice/even-breathing", "/today"):
        page = browser.get(path).text
        for words in ("in a row", "last seven days", "minutes in all", "times so far", "fullest", "times,"):
            assert words not in page, (path, words)
    assert "Out of sight, as you wished" in browser.get("/analytics").text
    assert "as you wished" in browser.get("/today").text
    profiles.prefer(amara, shows_figures=True)
    assert "6 of the last 28 days" in browser.get("/today").text
