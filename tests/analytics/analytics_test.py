"""The look back: practice, mood and journal side by side, for the member alone."""

import re
from datetime import date

import pytest

from kaya.journal import writing
from kaya.journal.wording import Page
from kaya.mood import checking_in
from kaya.mood.saying import Said
from kaya.practice.practising import Mood
from tests.mood.conftest import years
from tests.practice.conftest import library
from tests.practice.practised import practised
from tests.statements import statements

__all__ = ["library", "years"]
AT = "/api/v1/analytics"


@pytest.fixture
def some_life(amara, library, years):
    years(amara, 120, date(2026, 3, 1))
    for _ in range(5):
        practised(amara, library["even-breathing"], 6, before=Mood(2), after=Mood(4))
    writing.write(amara, Page("The sea", "Again."))


def test_the_dashboard_counts_what_was_done(amara, some_life, call):
    told = call(amara).get(f"{AT}/dashboard").json
    assert (told["since"], told["until"]) == ("2025-12-02", "2026-03-02")
    assert (told["practice"]["minutes"], told["practice"]["sessions"]) == (30, 5)
    assert told["practice"]["weeks"][-1] == {"week": "2026-02-24", "minutes": 30}
    assert (told["practice"]["mood_change"]["n"], told["practice"]["mood_change"]["better"]) == (5, 5)
    assert (told["mood"]["days"], told["journal"]) == (90, {"days": 1, "pages": 1, "thanks": 0})


def test_trends_and_breakdown_have_their_n(amara, some_life, call):
    trend = call(amara).get(f"{AT}/mood-trends?days=90").json
    assert (trend["by"], len(trend["points"]), trend["entries"]) == ("day", 89, 89)
    assert all(min(each["n"], each["others"]) >= 5 for each in trend["insights"])
    broken_down = call(amara).get(f"{AT}/activity-breakdown?from=2026-02-01&to=2026-03-02").json
    assert broken_down["kinds"] == {"breathing": 30}
    assert {each["name"]: each["days"] for each in broken_down["activities"]} == {"walking": 14, "work": 15}
    assert call(amara).get(f"{AT}/mood-trends?days=7").status_code == 422


def test_the_page_tells_it_in_few_questions(amara, some_life, visit):
    browser = visit(amara)
    browser.get("/analytics")
    with statements() as sent:
        shown = browser.get("/analytics")
    assert "30 minutes in 5 sessions" in shown.text
    assert "5 of your 5 sessions in these 13 weeks: lighter after 5" in shown.text
    assert "On one day of these 13 weeks you wrote something." in shown.text
    assert shown.text.count("measure__bar") == 1 + 4  # a kind, and four times of day
    assert shown.text.count("The same as a table") == 4
    assert len(sent) <= 16


def test_a_week_has_one_number_wherever_it_stands(amara, library, clock, visit, call):
    """What was practised for less than a minute is in no day's pebble, and in every sum of minutes."""
    for seconds in (90, 50, 100):
        practised(amara, library["even-breathing"], 6, played=seconds)
        clock.travel(days=1)
    browser = visit(amara)
    row = re.compile(r'<th scope="row">(2\d Feb 2026)</th><td class="table__number">(\d+)</td>')
    [looked], [counted] = (row.findall(browser.get(path).text)[:1] for path in ("/analytics", "/practice/statistics"))
    assert looked == counted == ("27 Feb 2026", "4")
    assert "In these 13 weeks: 4 minutes in 2 sessions, on 2 days." in browser.get("/analytics").text
    assert call(amara).get(f"{AT}/dashboard").json["practice"]["minutes"] == 4


def test_the_journal_has_the_moods_of_its_days(amara, visit):
    checking_in.check_in(amara, Said("calm"))
    writing.write(amara, Page("The sea", "Again."))
    writing.write(amara, Page("The same day", "And again."))
    assert visit(amara).get("/journal").text.count("Calm, fairly strongly") == 1
