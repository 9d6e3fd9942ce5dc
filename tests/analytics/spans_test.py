"""A look back over days that one chooses: from one to another, both included."""

from datetime import date

import pytest

from tests.mood.conftest import utc, years

__all__ = ["years"]
AT = "/api/v1/analytics"


@pytest.fixture
def moods(amara, years):
    years(amara, 120, date(2026, 3, 1))


def test_a_chosen_span_is_looked_at_and_nothing_of_it_is_lately(amara, moods, call):
    phone = call(amara)
    told = phone.get(f"{AT}/mood-trends?from=2026-01-10&to=2026-02-08").json
    assert (told["since"], told["until"], told["days"], told["by"]) == ("2026-01-10", "2026-02-08", "30", "day")
    assert [told["points"][0]["date"], told["points"][-1]["date"]] == ["2026-01-10", "2026-02-08"]
    assert (told["entries"], len(told["points"])) == (30, 30)
    up_to_now = phone.get(f"{AT}/mood-trends?days=30").json
    assert up_to_now["compared"] == told["compared"] + 1
    one_day = phone.get(f"{AT}/mood-trends?from=2026-02-08&to=2026-02-08").json
    assert (one_day["entries"], one_day["days"]) == (1, "1")
    assert phone.get(f"{AT}/mood-trends?from=2025-03-02").json["days"] == "366"


@pytest.mark.parametrize("path", ["mood-trends", "activity-breakdown"])
def test_one_end_of_a_span_is_enough(amara, moods, call, path):
    phone = call(amara)
    since = phone.get(f"{AT}/{path}?from=2026-02-20")
    assert since.json == phone.get(f"{AT}/{path}?from=2026-02-20&to=2026-03-02").json
    until = phone.get(f"{AT}/{path}?to=2025-11-20").json
    first = "2025-10-22" if path == "mood-trends" else "2025-08-22"
    assert until == phone.get(f"{AT}/{path}?from={first}&to=2025-11-20").json


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("from=2026-03-01&to=2026-02-28", "to"),
        ("from=2026-03-01&to=2026-03-03", "to"),
        ("from=2026-03-03", "from"),
        ("to=1999-12-31", "to"),
        ("from=2200-01-01", "from"),
        ("from=2026-02-30", "from"),
        ("from=yesterday", "from"),
    ],
)
@pytest.mark.parametrize("path", ["mood-trends", "activity-breakdown"])
def test_a_span_that_cannot_be_is_refused_by_its_field(amara, call, path, asked, field):
    refused = call(amara).get(f"{AT}/{path}?{asked}")
    assert (refused.status_code, list(refused.json["errors"])) == (422, [field])


@pytest.mark.parametrize(
    ("asked", "field"), [("from=2025-03-01&to=2026-03-02", "to"), ("from=2026-01-01&days=30", "days")]
)
def test_more_than_a_year_of_days_or_two_ways_at_once_are_refused(amara, call, asked, field):
    refused = call(amara).get(f"{AT}/mood-trends?{asked}")
    assert (refused.status_code, list(refused.json["errors"])) == (422, [field])


def test_after_midnight_the_calendars_day_may_be_asked_for(amara, clock, call, years):
    """At one in the morning her own day is still the one before; her telephone's calendar says the next."""
    years(amara, 10, date(2026, 3, 1))
    clock.travel(to=utc(2026, 3, 3, 1))
    told = call(amara).get(f"{AT}/mood-trends?from=2026-02-20&to=2026-03-03")
    assert (told.status_code, told.json["until"], told.json["entries"]) == (200, "2026-03-03", 10)
