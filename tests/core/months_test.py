"""Months: rows of seven that begin on the reader's first day of the week."""

from datetime import date

import pytest
from flask_babel import force_locale

from kaya.accounts import profiles
from kaya.months import Month, first_weekday

MARCH = Month(date(2026, 3, 1))


@pytest.mark.on("sqlite")
@pytest.mark.parametrize(("language", "first"), [("en", 0), ("en_US", 6), ("de_DE", 0), ("ar_EG", 5), ("pt_BR", 6)])
def test_weeks_begin_as_the_readers_country_begins_them(app, language, first):
    with app.test_request_context(), force_locale(language):
        assert first_weekday() == first


@pytest.mark.parametrize("first", range(7))
def test_each_day_stands_once_under_its_weekday(first):
    weeks = list(MARCH.weeks(first))
    assert [day for week in weeks for day in week if day] == [date(2026, 3, n) for n in range(1, 32)]
    assert all(
        (day is None or day.weekday() == (first + place) % 7) for week in weeks for place, day in enumerate(week)
    )


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("path", ["/mood/calendar", "/journal/calendar"])
def test_both_calendars_begin_on_a_sunday_for_whoever_reads_as_in_brazil(amara, visit, settings, path):
    settings(languages=["en", "pt_BR"])
    profiles.change(amara, language="pt_BR")
    head = visit(amara).get(path).text.split("<thead>")[1].split("</th>")[0]
    assert "domingo" in head
