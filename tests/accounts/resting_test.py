"""Rest mode: one switch; nothing is counted or reminded of, and whoever comes back is greeted."""

from datetime import date, timedelta

import pytest

from kaya.accounts import profiles, resting
from kaya.accounts.days import day_of
from kaya.notifications import reminders
from kaya.notifications.models import Notification
from kaya.practice.reminding import PRACTICE
from kaya.refusal import Refusal
from tests.care.booking_scene import MONDAY, utc

REST = "/api/v1/users/me/rest"
PAGE = "/settings/rhythm"


@pytest.fixture(autouse=True)
def monday(clock):
    """It is the second of March, eight in the morning in Lisbon."""
    clock.travel(to=MONDAY)


def test_reminders_keep_silent_until_its_owner_is_back(amara, clock, run_jobs, session):
    reminders.choose(amara, PRACTICE, ["09:00"])
    resting.rest(amara)
    for day in (2, 3):
        clock.travel(to=utc(day, 9, 1))
        run_jobs()
    session.rollback()
    assert session.scalars(Notification.of(amara)).all() == []
    resting.come_back(amara)
    clock.travel(to=utc(4, 9, 1))
    run_jobs()
    session.rollback()
    assert [each.kind for each in session.scalars(Notification.of(amara))] == [PRACTICE]


def test_a_rest_ends_by_itself_after_its_last_day(amara, clock):
    resting.rest(amara, until=date(2026, 3, 4))
    clock.travel(to=utc(4, 23))
    assert resting.is_resting(amara)
    clock.travel(to=utc(5, 2, 30))  # still the fourth for her
    assert resting.is_resting(amara)
    clock.travel(to=utc(5, 3, 30))
    assert not resting.is_resting(amara)
    assert resting.is_back(resting.rests_of(amara), day_of(amara))
    clock.travel(days=1)
    assert not resting.is_back(resting.rests_of(amara), day_of(amara))


def test_said_twice_it_is_one_rest_with_the_later_end(amara):
    resting.rest(amara, until=date(2026, 3, 4))
    resting.rest(amara)
    [row] = resting.rests_of(amara)
    assert (row.first_day, row.last_day) == (date(2026, 3, 2), None)
    assert resting.come_back(amara) is row
    assert resting.come_back(amara) is None


@pytest.mark.parametrize(("days", "kind"), [(-1, "too-early"), (367, "too-late")])
def test_it_ends_on_a_day_to_come_within_a_year(amara, days, kind):
    with pytest.raises(Refusal, match=kind):
        resting.rest(amara, until=day_of(amara) + timedelta(days=days))


def test_one_persons_rest_is_nobody_elses(amara, ben):
    resting.rest(amara)
    assert not resting.is_resting(ben)


def test_phones_switch_it_on_and_off(call, amara):
    phone = call(amara)
    assert phone.get(REST).json == {"is_resting": False, "since": None, "until": None}
    resting_until = {"is_resting": True, "since": "2026-03-02", "until": "2026-03-09"}
    assert phone.put(REST, json={"until": "2026-03-09"}).json == resting_until
    assert phone.get(REST).json == resting_until
    assert phone.put(REST, json={"until": "2026-02-27"}).json["errors"].keys() == {"until"}
    assert phone.put(REST, json={"until": "soon"}).status_code == 422
    assert phone.put(REST, json={"forever": True}).status_code == 422
    assert phone.put(REST, json={}).json["until"] is None
    assert phone.delete(REST).status_code == 204
    assert phone.get(REST).json["is_resting"] is False


def test_the_page_switches_it_on_and_off_and_says_what_is_wrong(visit, amara):
    browser = visit(amara)
    assert "Rest from today on" in browser.get(PAGE).text
    wrong = browser.post(f"{PAGE}/rest", data={"until": "2026-02-01"})
    assert wrong.status_code == 422
    assert "This day is over." in wrong.text
    assert 'value="2026-02-01"' in wrong.text
    assert browser.post(f"{PAGE}/rest", data={"until": "2026-03-05", "back": "/today"}).location == "/today"
    assert "I am back" in browser.get(PAGE).text
    assert browser.post(f"{PAGE}/return", data={"back": "https://elsewhere.example"}).location == PAGE
    assert "Good to have you back." in browser.get(PAGE).text


def test_today_rests_too_and_greets_whoever_is_back(visit, listen, amara, clock):
    browser = visit(amara)
    page = listen(visit(amara))
    page.ask("subscribe", topic="today")
    browser.post(f"{PAGE}/rest", data={"back": "/today"})
    assert "You are resting. Nothing has to be done." in browser.get("/today").text
    clock.travel(days=12)
    browser.post(f"{PAGE}/return", data={"back": "/today"})
    assert "Good to have you back. Nothing was counted while you rested." in browser.get("/today").text
    assert [nudge["topic"] for nudge in page.heard("nudge")].count("today") == 2
    clock.travel(days=1)
    assert "Good to have you back" not in browser.get("/today").text


@pytest.mark.parametrize("path", ["/mood/reminders", "/practice/reminders"])
def test_where_reminders_are_chosen_it_is_said_that_they_wait(visit, amara, path):
    browser = visit(amara)
    assert "While you rest nobody reminds you" not in browser.get(path).text
    resting.rest(amara)
    assert "While you rest nobody reminds you" in browser.get(path).text


def test_a_day_begins_when_its_owner_says(visit, amara, clock, session):
    clock.travel(to=utc(3, 4, 30))
    assert day_of(amara) == date(2026, 3, 3)
    saved = visit(amara).post(PAGE, data={"days_a_week": "5", "day_starts": "05:00"})
    assert saved.status_code == 303
    session.refresh(amara)
    assert day_of(amara) == date(2026, 3, 2)
    assert profiles.Preferences.of(amara).days_a_week == 5
    assert not amara.shows_figures  # the box was not ticked


@pytest.mark.parametrize("wrong", [{"days_a_week": "0"}, {"days_a_week": "often"}, {"day_starts": "25:00"}])
def test_what_is_no_rhythm_is_refused(visit, amara, wrong):
    answer = visit(amara).post(PAGE, data={"days_a_week": "3", "day_starts": "03:00"} | wrong)
    assert answer.status_code == 422
    assert "among the choices" in answer.text
