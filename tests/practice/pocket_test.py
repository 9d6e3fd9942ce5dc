"""What a device keeps of practice before it is needed: a handful of sessions, each for something."""

from kaya.db import db
from kaya.practice import enrolling, practising
from kaya.practice.models import Program
from kaya.practice.pocket import Purpose, pocket_of
from tests.practice.practised import played


def sessions_kept(browser):
    pages = browser.get("/kept").get_json()["pages"]
    return {each["path"]: each["stamp"] for each in pages if each["path"].startswith("/practice/sessions/pocket/")}


def evenings():
    return db.session.query(Program).filter_by(slug="seven-quieter-evenings").one()


def test_a_handful_lies_in_it_each_for_something_and_none_twice(amara, library):
    found = pocket_of(amara)
    assert [each.purpose for each in found] == [Purpose.TODAY, Purpose.CALM, Purpose.SLEEP, Purpose.GROUND]
    assert len({each.practice.slug for each in found}) == len(found)
    assert all(each.practice.can_last(each.minutes) for each in found)


def test_the_day_of_a_program_lies_in_it_and_the_next_one_once_that_is_done(amara, library, clock):
    week = enrolling.enrol(amara, evenings())
    for number in (1, 2):
        day = evenings().day(number)
        first = pocket_of(amara)[0]
        assert (first.purpose, first.practice.slug, first.minutes) == (Purpose.PROGRAM, day.practice.slug, day.minutes)
        enrolling.do_day(amara, week, number)
        clock.travel(days=1)
    enrolling.pause(amara, week)
    assert Purpose.PROGRAM not in {each.purpose for each in pocket_of(amara)}


def test_what_was_done_from_the_pocket_does_the_day_of_the_program(amara, library):
    enrolling.enrol(amara, evenings())
    due = pocket_of(amara)[0]
    played(amara, practising.begin(amara, due.practice, due.minutes))
    assert pocket_of(amara)[0].practice == evenings().day(2).practice


def test_a_browser_is_told_which_pages_to_keep_and_each_of_them_may_be_kept(visit, amara, library):
    browser = visit(amara)
    kept = sessions_kept(browser)
    assert 3 <= len(kept) <= 5
    for path in kept:
        page = browser.get(path)
        assert page.headers["Kept-On-Device"] == str(amara.id)
        assert len(page.data) < 60_000


def test_a_page_is_fetched_anew_on_another_day_and_in_another_language_and_not_before(visit, amara, library, clock):
    browser = visit(amara)
    calm = "/practice/sessions/pocket/even-breathing?minutes=6&to=calm"
    stamp = sessions_kept(browser)[calm]
    assert sessions_kept(browser)[calm] == stamp
    clock.travel(days=1)
    assert sessions_kept(browser)[calm] != stamp


def test_whatever_is_asked_for_it_is_a_session_of_a_length_that_it_can_have(visit, amara, library):
    browser = visit(amara)
    for words in ("minutes=999", "minutes=²", "minutes=-1", "to=nowhere", "minutes=6&to=calm&to=x"):
        page = browser.get(f"/practice/sessions/pocket/even-breathing?{words}")
        assert page.status_code == 200
        assert 'data-minutes="6"' in page.text
    assert browser.get("/practice/sessions/pocket/no-such-session").status_code == 404
