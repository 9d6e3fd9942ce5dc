"""The pages of mood: the pad without script, history with its way back, calendar, trends, reminders, the CSV."""

import csv
import io
import re
from datetime import date, timedelta

import pytest

from kaya import clock as kaya_clock
from kaya.db import uuid7
from kaya.mood import checking_in
from kaya.mood.models import MoodEntry
from kaya.mood.saying import Said
from kaya.notifications.models import Notification
from tests.cast import person
from tests.mood.conftest import calm, utc
from tests.statements import statements


@pytest.fixture(autouse=True)
def a_monday(clock):
    clock.travel(to=utc(2026, 3, 2, 12))
    clock.stand()


def entries(session, member):
    session.rollback()
    session.expire_all()
    return session.scalars(MoodEntry.newest_of(member)).all()


def test_the_pad_keeps_a_word_with_its_day_around_it(amara, visit, session):
    browser = visit(amara)
    said = {
        "id": str(uuid7()), "mood": "calm", "intensity": "7", "note": "By the river \u202e🌊",
        "activities": ["walking", "cooking"], "more_activities": "Chess, chess", "tags": "Lisbon",
        "sleep_hours": "6.5", "sleep_quality": "4", "on": "2026-03-01", "time": "21:30",
    }  # fmt: skip
    for _ in range(2):
        assert browser.post("/mood", data=said).status_code == 303
    [entry] = entries(session, amara)
    assert (entry.word, entry.intensity, entry.sleep_hours, entry.sleep_quality) == ("calm", 7, 6.5, 4)
    assert entry.activities == ["walking", "cooking", "chess"]
    assert (entry.at, entry.day) == (utc(2026, 3, 1, 21, 30), date(2026, 3, 1))
    assert "By the river" in browser.get("/mood/history").text


def test_whoever_goes_back_and_says_something_else_has_said_both(amara, visit, session):
    browser, said = visit(amara), {"id": str(uuid7()), "intensity": "5"}
    for word in ("calm", "calm", "sad"):
        assert browser.post("/mood", data=said | {"mood": word}).status_code == 303
    assert sorted(entry.word for entry in entries(session, amara)) == ["calm", "sad"]


@pytest.mark.parametrize(
    ("zone", "on", "time", "words"),
    [
        ("America/New_York", "9999-12-31", "23:59", "This has not come yet."),
        ("Asia/Tokyo", "0001-01-01", "00:00", "the year 2000 is the earliest."),
        ("Asia/Tokyo", "2027-12-31", "23:59", "This has not come yet."),
    ],
)
def test_a_day_from_either_end_of_the_calendar_is_refused_beside_it(visit, zone, on, time, words):
    browser = visit(person("Ada Lind", timezone=zone))
    answer = browser.post("/mood", data={"mood": "calm", "note": "Hm.", "on": on, "time": time})
    assert answer.status_code == 422
    assert words in answer.text
    assert "Hm.</textarea>" in answer.text


def test_two_taps_from_elsewhere_lead_back_there_and_nowhere_else(amara, visit):
    browser = visit(amara)
    said = {"mood": "bright", "intensity": "9"}
    assert browser.post("/mood", data={**said, "back": "/today"}).location == "/today"
    assert browser.post("/mood", data={**said, "back": "https://elsewhere.example"}).location == "/mood"


def test_what_a_device_kept_arrives_once_at_its_own_time(amara, visit, session):
    browser, id = visit(amara), str(uuid7())
    letter = {"id": id, "mood": "tired", "intensity": "4", "at": "2026-03-02T08:15:00.000Z"}
    headers = {"Idempotency-Key": id, "Outbox-Account": str(amara.id)}
    for _ in range(2):
        assert browser.post("/mood", data=letter, headers=headers).status_code == 204
    [entry] = entries(session, amara)
    assert entry.at == utc(2026, 3, 2, 8, 15)


def test_what_a_device_kept_whose_clock_is_ahead_is_of_now(amara, visit, session):
    letter = {"mood": "tired", "intensity": "4", "at": (kaya_clock.now() + timedelta(minutes=20)).isoformat()}
    assert visit(amara).post("/mood", data=letter).status_code == 303
    [entry] = entries(session, amara)
    assert kaya_clock.now() - timedelta(minutes=1) < entry.at <= kaya_clock.now()


def test_a_pad_without_a_word_says_so_and_keeps_the_line(amara, visit):
    answer = visit(amara).post("/mood", data={"note": "Hm.", "intensity": "3"})
    assert answer.status_code == 422
    assert "Please choose the word that is nearest." in answer.text
    assert "Hm.</textarea>" in answer.text


def test_mended_deleted_and_taken_back(amara, visit, session):
    entry = checking_in.check_in(amara, calm(note="Hm"))
    browser = visit(amara)
    assert 'value="calm" checked' in browser.get(f"/mood/entries/{entry.id}").text
    browser.post(f"/mood/entries/{entry.id}", data={"mood": "sad", "intensity": "2", "on": "2026-02-28"})
    [entry] = entries(session, amara)
    assert (entry.word, entry.valence, entry.day) == ("sad", -0.72, date(2026, 2, 28))
    assert entry.at.replace(microsecond=0) == utc(2026, 2, 28, 12)
    gone = browser.post(f"/mood/entries/{entry.id}/deletion")
    shown = browser.get(gone.location).text
    assert "For a day you can take it back." in shown
    assert entries(session, amara) == []
    browser.post(f"/mood/entries/{entry.id}/restoration")
    assert len(entries(session, amara)) == 1


def test_a_month_of_days_and_the_day_behind_one(amara, visit):
    checking_in.check_in(amara, Said("glad"))
    browser = visit(amara)
    shown = browser.get("/mood/calendar?month=2026-03").text
    assert "pleasant, 1 entry" in shown
    assert "/mood/history?day=2026-03-02" in shown
    assert "Glad" in browser.get("/mood/history?day=2026-03-02").text
    assert "Nothing on this day" in browser.get("/mood/history?day=2026-03-01").text


@pytest.mark.parametrize("path", ["/mood", "/mood/history", "/mood/calendar", "/mood/trends?days=all", "/analytics"])
def test_before_anything_was_said_each_page_offers_the_first_step(amara, visit, path):
    assert visit(amara).get(path).status_code == 200


@pytest.mark.parametrize("path", ["/mood/calendar?month=x", "/mood/history?day=x&gone=x", "/mood/trends?days=x"])
def test_made_up_addresses_show_what_is_usual(amara, visit, path):
    assert visit(amara).get(path).status_code == 200


def test_ten_years_stay_light(amara, visit, years):
    years(amara, 3652, date(2026, 3, 2))
    browser = visit(amara)
    for days in ("30", "90", "365", "all"):
        with statements() as sent:
            answer = browser.get(f"/mood/trends?days={days}")
        assert len(answer.data) < 60_000
        assert len([each for each in sent if "mood_" in each]) <= 3
        assert " were above " in answer.text


@pytest.mark.parametrize(
    ("path", "span"),
    [
        ("/mood", "these 30 days"),
        ("/mood/trends", "these 30 days"),
        ("/mood/trends?days=90", "these 90 days"),
        ("/mood/trends?days=365", "these 365 days"),
        ("/analytics", "these 13 weeks"),
    ],
)
def test_a_median_is_named_with_its_time(amara, visit, years, path, span):
    """The same number in the sentence and under the plot: what another page says of another time is no riddle."""
    years(amara, 400, date(2026, 3, 2))
    page = visit(amara).get(path).text
    [middle] = set(re.findall(rf"were above ([\d.]+), your median over {span}\.", page))
    assert f"your median over {span}, {middle}" in page


def test_a_week_that_a_span_cuts_begins_with_the_span(amara, visit, years):
    years(amara, 120, date(2026, 3, 2))
    rows = re.findall(
        r'<th scope="row">([^<]+)</th><td class="table__number">(\d+)', visit(amara).get("/mood/trends").text
    )
    assert ("2 Mar 2026", "1") in rows
    assert ("1 Feb 2026", "1") in rows
    assert sum(int(days) for day, days in rows if day.endswith("2026")) == 30


def test_how_strongly_is_said_in_words(amara, visit):
    """A number would stand beside those of how pleasant it was."""
    for intensity, words in ((1, "hardly"), (3, "a little"), (6, "fairly strongly"), (9, "very strongly")):
        checking_in.check_in(amara, Said("tense", intensity=intensity))
        assert f"Tense, {words}</a>" in visit(amara).get("/mood/history").text
        assert f"Tense, {words}</a>" in visit(amara).get("/mood").text


def test_everything_can_be_taken_along_as_csv(amara, visit):
    checking_in.check_in(amara, Said("=1+1", valence=0.5, tags=("a", "b"), note="Line\nbreak"))
    answer = visit(amara).get("/mood/history.csv")
    [row] = csv.DictReader(io.StringIO(answer.text))
    assert (row["mood"], row["tags"], row["note"], row["day"]) == ("'=1+1", "a | b", "Line\nbreak", "2026-03-02")


def test_at_the_chosen_times_one_is_asked_unless_it_was_just_said(amara, visit, clock, run_jobs, session):
    browser = visit(amara)
    times = {"first": "13:30", "third": "20:30"}
    for wrong in ({"first": "8", "weekdays": ["0"]}, times):
        assert browser.post("/mood/reminders", data=wrong).status_code == 422
    assert browser.post("/mood/reminders", data=times | {"weekdays": list("0123456")}).status_code == 303
    shown = browser.get("/mood/reminders").text
    assert re.findall(r'type="time" value="([^"]*)"', shown) == ["13:30", "20:30", ""]
    clock.travel(to=utc(2026, 3, 2, 13, 31))
    run_jobs()
    clock.travel(to=utc(2026, 3, 2, 20, 10))
    checking_in.check_in(amara, calm())
    clock.travel(to=utc(2026, 3, 2, 20, 31))
    run_jobs()
    session.rollback()
    assert [each.kind for each in session.scalars(Notification.of(amara))] == ["check-in"]
