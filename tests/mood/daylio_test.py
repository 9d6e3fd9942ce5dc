"""Bringing moods from Daylio: read line by line, looked at first, taken in once."""

from datetime import date, time
from io import BytesIO

import pytest

from kaya.mood import bringing, daylio
from kaya.mood.models import Arrival, MoodDay, MoodEntry
from kaya.refusal import Refusal
from tests.bench.ground import queries
from tests.mood.conftest import utc

HEAD = "full_date,date,weekday,time,mood,activities,note_title,note\n"
FILE = (
    "\ufeff"
    + HEAD
    + '2026-03-01,March 1,Sunday,21:30,rad,"walk | movies / tv | walk","A walk","By the <b>river</b>.<br>&amp; back"\n'
    "2026-03-01,March 1,Sunday,9:05 AM,meh,,,\n"
    "2026-02-28,February 28,Saturday,12:10\u202fAM,Like rain,work,,\n"
    "2026-02-28,February 28,Saturday,12:10 am,awful,,,\n"
    "2026-02-30,February 30,Monday,10:00,good,,,\n"
    "2026-02-27,February 27,Friday,25:00,good,,,\n"
    "2026-02-26,February 26,Thursday,10:00,,,,\n"
)


@pytest.fixture(autouse=True)
def a_monday(clock):
    clock.travel(to=utc(2026, 3, 2, 12))


def test_a_file_is_read_with_its_activities_notes_and_ways_to_write_times():
    reading = daylio.read(FILE)
    first, morning, night, twin = reading.lines
    assert (first.day, first.time, first.mood) == (date(2026, 3, 1), time(21, 30), "rad")
    assert first.activities == ("walk", "movies / tv")
    assert first.note == "A walk\n\nBy the river.\n& back"
    assert (morning.time, night.time, night.mood) == (time(9, 5), time(0, 10), "like rain")
    assert (night.origin, twin.origin) == ("daylio:2026-02-28T00:10:1", "daylio:2026-02-28T00:10:2")
    assert reading.names == {"like rain": 1}


def test_lines_that_cannot_be_read_are_named_and_spoil_no_other():
    faults = {fault.number: str(fault.why) for fault in daylio.read(FILE).faults}
    assert set(faults) == {6, 7, 8}


def test_newer_files_with_scales_and_columns_in_another_order_are_read_too():
    reading = daylio.read("time,mood,full_date,scales,activities\n8:00 PM,good,2026-01-02,,gym\n")
    assert (reading.lines[0].time, reading.lines[0].note) == (time(20), "")


@pytest.mark.parametrize("words", ["", "mood,time\nrad,10:00\n", "\x89PNG\r\n", "full_date,date,mood\n"])
def test_what_is_no_such_file_is_said_so(words):
    with pytest.raises(Refusal, match="not-daylio"):
        daylio.read(words)


def test_taken_in_once_it_adds_nothing_the_second_time(amara, session):
    brought = bringing.take_in(amara, bringing.lay_out(amara, "d.csv", FILE.encode()), {"like rain": -0.5})
    assert (brought.added, brought.known, brought.early) == (4, 0, 0)
    again = bringing.take_in(amara, bringing.lay_out(amara, "d.csv", FILE.encode()), {"like rain": 0.9})
    assert (again.added, again.known) == (0, 4)
    rows = session.scalars(MoodEntry.of(amara).order_by(MoodEntry.at)).all()
    assert {row.word for row in rows[:2]} == {"like rain", "awful"}
    assert [row.word for row in rows[2:]] == ["meh", "rad"]
    assert rows[-1].note == "A walk\n\nBy the river.\n& back"
    assert {row.day: row.entries for row in session.scalars(MoodDay.of(amara))} == {
        date(2026, 2, 27): 2,
        date(2026, 3, 1): 2,
    }
    assert session.scalars(Arrival.of(amara)).all() == []


def test_moods_of_their_own_are_asked_about(amara):
    arrival = bringing.lay_out(amara, "d.csv", FILE.encode())
    with pytest.raises(Refusal, match="unknown-mood"):
        bringing.take_in(amara, arrival, {})


def test_the_page_shows_what_would_come_asks_and_takes_in(amara, ben, visit):
    browser = visit(amara)
    laid = browser.post("/mood/import", data={"file": (BytesIO(FILE.encode()), "daylio.csv")})
    assert laid.status_code == 303
    shown = browser.get(laid.location)
    assert "4 entries can be read" in shown.text
    assert "Line 6" in shown.text
    assert visit(ben).get(laid.location).status_code == 404
    unanswered = browser.post(laid.location)
    assert unanswered.status_code == 422
    assert "Please choose one." in unanswered.text
    taken = browser.post(laid.location, data={"level-0": "-0.5"})
    assert taken.status_code == 303
    assert "4 entries were added." in browser.get(taken.location).text


def test_the_look_says_how_many_are_new_before_anything_is_taken_in(app, amara, visit, session):
    browser = visit(amara)

    def look(words):
        return browser.get(browser.post("/mood/import", data={"file": (BytesIO(words.encode()), "d.csv")}).location)

    first = look(FILE).text
    assert "All of them are new." in first
    assert "Add 4 entries" in first
    bringing.take_in(amara, session.scalars(Arrival.of(amara)).one(), {"like rain": -0.5})
    again = look(FILE).text
    assert "Nothing is new: you brought them before." in again
    assert "Put this file away" in again
    assert "Moods of your own" not in again
    longer = look(FILE + "2026-03-02,March 2,Monday,9:00,good,,,\n2026-03-09,March 9,Monday,9:00,good,,,\n").text
    assert "One is new. 4 are here already and are passed over. One lies in the future and is left out." in longer
    reading = bringing.look_into(session.scalars(Arrival.of(amara)).one())
    session.refresh(amara)
    assert queries(app, lambda: bringing.would_bring(amara, reading)) == 1


def test_a_line_from_the_end_of_the_calendar_is_a_fault_and_the_rest_is_taken_in(ben, visit):
    browser, lines = visit(ben), ("9999-12-31,23:59,good", "2028-01-01,10:00,good", "2026-02-01,10:00,good")
    content = "\n".join(("full_date,time,mood", *lines)).encode()
    laid = browser.post("/mood/import", data={"file": (BytesIO(content), "daylio.csv")})
    shown = browser.get(laid.location).text
    assert "“9999-12-31” has not come yet." in shown
    assert "“2028-01-01” has not come yet." in shown
    assert "One entry was added." in browser.get(browser.post(laid.location).location).text


def test_a_file_with_very_many_own_moods_is_refused_beside_the_field(amara, visit):
    content = "full_date,time,mood\n" + "".join(f"2026-02-01,10:00,mood {n}\n" for n in range(201))
    answer = visit(amara).post("/mood/import", data={"file": (BytesIO(content.encode()), "daylio.csv")})
    assert answer.status_code == 422
    assert "These are more than 200 moods of your own" in answer.text
    fewer = content[: content.rindex("2026")].encode()
    assert bringing.look_into(bringing.lay_out(amara, "daylio.csv", fewer)).names.total() == 200


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", HEAD.encode(), b"x" * 2000])
def test_other_files_are_refused_beside_the_field(amara, visit, content):
    answer = visit(amara).post("/mood/import", data={"file": (BytesIO(content), "x.csv")})
    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text
