"""The pages of practice: the library, one session, one's own, what it adds up to, programs, reminders."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from kaya.db import db
from kaya.notifications.models import Notification
from kaya.notifications.reminders import chosen
from kaya.practice import composing, enrolling, practising
from kaya.practice.composing import Wording
from kaya.practice.models import Enrollment, Practice, PracticeSession, Program
from kaya.practice.practising import Mood
from kaya.practice.reminding import PRACTICE, PROGRAM
from kaya.practice.script import Need
from kaya.practice.steps import Step, StepKind
from tests.practice.practised import practised
from tests.statements import statements

MOST_QUESTIONS = 12


@pytest.fixture
def page(amara, library, visit):
    return visit(amara)


@pytest.fixture
def week(amara, library):
    return enrolling.enrol(amara, db.session.query(Program).filter_by(slug="seven-quieter-evenings").one())


@pytest.fixture
def kind_days(amara, library):
    """A program that rests on no study."""
    return enrolling.enrol(amara, db.session.query(Program).filter_by(slug="on-your-own-side").one())


def titles(answer):
    return re.findall(r'<a class="row__link"[^>]*>([^<]+)</a>', answer.text)


def test_filters_stand_in_the_address_and_nonsense_is_left_out(page):
    found = page.get("/practice?need=sleep&minutes=30&time=night&kind=sleep-story")
    assert {"The night ferry", "The last tram"} < set(titles(found))
    assert found.headers["HX-Replace-Url"] == "/practice?need=sleep&minutes=30&time=night&kind=sleep-story"
    assert titles(page.get("/practice?q=ferry")) == ["The night ferry"]
    wrong = page.get("/practice?need=gold&minutes=abc&q=ferry")
    assert (wrong.status_code, titles(wrong)) == (422, ["The night ferry"])
    assert "Nothing fits all of that" in page.get("/practice?q=xylophone").text


def test_what_is_not_found_offers_the_needs_and_programs_stand_below_what_is(page):
    nothing = page.get("/practice?q=xylophone").text
    offered = nothing.partition("Nothing fits all of that")[2]
    assert all(f"/practice?need={need}" in offered for need in Need)
    found = page.get("/practice?q=insomnia").text
    assert 'href="/programs/seven-quieter-evenings"' in found
    assert 'href="/programs/seven-quieter-evenings"' not in page.get("/practice").text


def test_the_shelf_goes_on_by_its_cursor_and_each_page_is_light(page, library):
    answer, seen = page.get("/practice"), set()
    assert len(answer.data) < 60_000
    assert "For this" in answer.text or "For tonight" in answer.text
    while answer is not None:
        shelf = answer.text.partition('class="sleeves"')[2]
        seen |= set(re.findall(r'href="/practice/([a-z0-9-]+)"', shelf))
        more = re.search(r'href="(/practice\?cursor=[^"]+)"', answer.text)
        answer = page.get(more[1].replace("&amp;", "&")) if more else None
    assert set(library) <= seen


def test_what_was_begun_waits_on_top(amara, page, clock, library):
    held = practising.begin(amara, library["just-sitting"], 20)
    practising.progress(amara, held, 300)
    practising.begin(amara, library["first-light"], 4)  # opened, and left
    clock.travel(minutes=1)
    answer = page.get("/practice").text
    assert "Go on where you were" in answer
    assert "About 15 minutes are left of 20." in answer
    assert "Go on where you were" not in page.get("/practice?q=ferry").text


def test_what_was_opened_and_never_played_does_not_wait(amara, page, library):
    practising.begin(amara, library["just-sitting"], 20)
    assert "Go on where you were" not in page.get("/practice").text


def test_a_session_tells_how_it_goes_and_what_is_known(amara, page, library):
    usual, answer = (page.get(f"/practice/four-even-sides{asked}") for asked in ("", "?minutes=8"))
    assert "As it is told in 5 minutes." in usual.text
    assert "14 times" in usual.text
    assert "As it is told in 8 minutes." in answer.text
    for words in (
        "Hold, if you like 4",
        "25 times",
        "10.1016/j.xcrm.2022.100895",
        "Holding the breath is always optional",
    ):
        assert words in answer.text
    for _ in range(5):
        practised(amara, library["four-even-sides"], 5, before=Mood(2), after=Mood(4))
    practised(amara, library["four-even-sides"], 5, played=10)
    told = page.htmx_get("/practice/four-even-sides").text
    assert "5 times so far." in told
    assert "10 s" in told
    assert "before and after it 5 times: lighter after 5" in told
    assert page.get("/practice/no-such-one").status_code == 404


def test_own_sessions_are_made_row_by_row_without_a_script(amara, ben, page, visit, library):
    form = {"title": "By the window", "kind": "breathing", "need": "calm"} | rows(
        ("say", "Sit down.", "4"), ("rounds:box", "", "6")
    )
    longer = page.post("/practice/own", data=form | {"act": "add"})
    assert (longer.status_code, longer.text.count('class="step-own"')) == (200, 3)
    shorter = page.post("/practice/own", data=form | {"act": "remove-0"})
    assert "As it stands: 1 min 36 s" in shorter.text
    kept = page.post("/practice/own", data=form)
    own = db.session.query(Practice).filter_by(author_id=amara.id).one()
    assert kept.location == f"/practice/own/{own.id}"
    assert [step["kind"] for step in own.steps] == ["say"] + ["in", "hold", "out", "hold"] * 6
    assert 'value="6"' in page.get(f"/practice/own/{own.id}/edit").text
    assert visit(ben).get(f"/practice/own/{own.id}").status_code == 404


def rows(*rows):
    named = (
        (f"steps-{i}-{name}", value)
        for i, row in enumerate(rows)
        for name, value in zip(("kind", "text", "amount"), row, strict=True)
    )
    return dict(named)


def test_what_makes_no_session_is_said_and_stays_typed(page):
    wrong = {"title": "", "kind": "breathing"} | rows(("in", "", "4"), ("say", "Ready?", "soon"))
    answer = page.post("/practice/own", data=wrong)
    assert answer.status_code == 422
    assert 'value="soon"' in answer.text
    cut = {"title": "Cut", "kind": "breathing"} | rows(("in", "", "4"))
    assert "A breath goes in and out again" in page.post("/practice/own", data=cut).text


A_MINUTE = Wording("A minute", [Step(StepKind.SILENCE, "", 60)])


def test_what_is_removed_can_be_had_again_for_a_day(amara, page, run_jobs, clock, library):
    own = composing.make(amara, Wording("By the window", [Step(StepKind.SILENCE, "", 60)]))
    page.post(f"/practice/own/{own.id}/removal")
    assert "can be had again for a day" in page.get("/practice/own").text
    page.post(f"/practice/own/{own.id}/restoration")
    assert page.get(f"/practice/own/{own.id}").status_code == 200
    page.post(f"/practice/own/{own.id}/removal")
    clock.travel(hours=25)
    composing.purge_removed()
    assert db.session.query(Practice).filter_by(author_id=amara.id).count() == 0


def test_what_it_adds_up_to(amara, page, library, clock):
    assert "Nothing yet, and that is no gap" in page.get("/practice/statistics").text
    for after in (4, 4, 3, 5, 2):
        practised(amara, library["even-breathing"], 6, before=Mood(3), after=Mood(after))
        clock.travel(days=1)
    told = page.get("/practice/statistics").text
    assert "On 5 of the last 28 days you practised: 30 minutes in all." in told
    assert "5 of your 5 sessions in the last half year: lighter after 3, the same after 1, heavier after 1." in told
    assert "That may as well be chance" in told
    assert told.count("pebble--done") == 5
    assert "plot__bar" in told


def test_one_is_said_as_one(amara, page, library):
    practised(amara, composing.make(amara, A_MINUTE), 1)
    told = page.get("/practice/statistics").text
    assert "On one of the last 28 days you practised: 1 minute in all." in told
    assert "The fullest of these 26 weeks had 1 minute." in told
    assert "1 minute in one session, on one day." in page.get("/analytics").text


def test_a_day_that_was_done_is_said_to_be_kept(page, library):
    way = page.post("/programs/seven-quieter-evenings/enrollment").location
    done = page.post(f"{way}/days/1/done")
    kept = page.get(done.location).text
    assert "Day 1 is kept." in kept
    assert "You did day 1 today." in kept
    assert f"{way}/days/1/undone" in kept


def test_a_day_that_was_kept_by_mistake_is_taken_back_and_tomorrow_no_more(visit, amara, library, clock):
    page = visit(amara)
    way = page.post("/programs/seven-quieter-evenings/enrollment").location
    page.post(f"{way}/days/1/done")
    back = page.post(f"{way}/days/1/undone")
    shown = page.get(back.location).text
    assert back.location == f"{way}/days/1"
    assert "Day 1 waits again." in shown
    assert "I did this day" in shown
    assert "/undone" not in shown
    assert page.post(f"{way}/days/9/undone").status_code == 404
    page.post(f"{way}/days/1/done")
    assert "/undone" in page.get(f"{way}/days/1").text
    clock.travel(days=1)
    page = visit(amara)
    assert "/undone" not in page.get(f"{way}/days/1").text
    late = page.post(f"{way}/days/1/undone")
    assert late.status_code == 409
    assert "This day was done before today." in late.text


def test_a_program_that_was_finished_today_offers_to_take_its_last_day_back(visit, amara, week, clock):
    clock.travel(days=7)
    page = visit(amara)
    way = f"/programs/enrollments/{week.id}"
    for number in range(1, 8):
        page.post(f"{way}/days/{number}/done")
    assert f"{way}/days/7/undone" in page.get(way).text
    assert page.get(f"{way}/certificate").status_code == 200
    page.post(f"{way}/days/7/undone")
    assert page.get(f"{way}/certificate").status_code == 404
    assert "day 7 of 7" in page.get(way).text


def test_a_shut_day_offers_one_way(page, library):
    way = page.post("/programs/seven-quieter-evenings/enrollment").location

    def ways():
        empty = page.get(f"{way}/days/2").text.partition('class="empty')[2].partition("<footer")[0]
        return re.findall(r'class="btn[^>]*>([^<]+)<', empty)

    assert ways() == ["Open day 1"]
    page.post(f"{way}/days/1/done")
    assert ways() == ["Look back at day 1"]


def test_a_program_goes_day_by_day_with_its_sessions(amara, visit, page, library, clock):
    clock.travel(to=datetime(2026, 3, 2, 20, tzinfo=UTC))
    page = visit(amara)
    way = page.post("/programs/seven-quieter-evenings/enrollment").location
    first = page.get(way)
    for words in (
        "A landing strip",
        "Aeroplanes do not stop above the runway",
        "minute by minute?",
        library["six-a-minute"].title,
    ):
        assert words in first.text
    begun = page.post(f"{way}/days/1/session", data={"minutes": "5", "mood_before": "2"})
    held = db.session.query(PracticeSession).one()
    assert begun.location == f"/practice/sessions/{held.id}"
    practising.complete(amara, held)
    for path in (way, "/programs", "/programs/seven-quieter-evenings", "/today"):
        assert "It opens tomorrow, from 03:00 on." in page.get(path).text, path
    assert "The worries’ own hour" in page.get(way).text
    assert "I did this day" not in page.get(way).text
    assert "It opens on Sunday, 8 March, from 03:00 on." in page.get(f"{way}/days/7").text
    for what in ("done", "session"):
        early = page.post(f"{way}/days/2/{what}", data={"minutes": "10"})
        assert early.status_code == 409
        assert "It opens tomorrow, from 03:00 on." in early.text
    clock.travel(hours=7)
    page = visit(amara)
    assert "It opens" not in page.get(way).text
    page.post(f"{way}/days/2/done")
    assert db.session.query(Enrollment).one().numbers_done == {1, 2}
    assert page.get(f"{way}/days/8").status_code == 404


def test_a_day_tells_where_its_claims_come_from_as_its_program_does(visit, amara, week, kind_days, clock):
    clock.travel(days=2)
    page, claim = visit(amara), "What is known"
    assert week.program.sources
    told = page.get(f"/programs/enrollments/{week.id}/days/3").text
    assert claim in told
    assert all(source["doi"] in told for source in week.program.sources)
    assert claim not in page.get(f"/programs/enrollments/{kind_days.id}/days/1").text


def test_whoever_is_under_way_sees_on_the_programs_page_what_is_done_and_goes_to_its_days(amara, page, week):
    enrolling.do_day(amara, week, 1)
    days = page.get("/programs/seven-quieter-evenings").text.partition("Day by day")[2]
    assert all(f'href="/programs/enrollments/{week.id}/days/{number}"' in days for number in range(1, 8))
    assert days.count(">done<") == 1
    enrolling.leave(amara, week)
    left = page.get("/programs/seven-quieter-evenings").text.partition("Day by day")[2]
    assert "/enrollments/" not in left
    assert ">done<" not in left


def test_a_day_that_waited_is_met_without_scorn(amara, page, week, clock):
    enrolling.do_day(amara, week, 1)
    clock.travel(days=6)
    assert "Nothing was missed" in page.get(f"/programs/enrollments/{week.id}").text


def test_the_days_practice_does_the_day_also_from_the_library(amara, week, library, clock):
    def practise(slug):
        practised(amara, library[slug], 10)

    practise("worries-on-the-table")
    assert week.numbers_done == set()
    practised(amara, library["six-a-minute"], 5)
    practise("worries-on-the-table")
    assert week.numbers_done == {1}
    clock.travel(days=1)
    practise("worries-on-the-table")
    assert week.numbers_done == {1, 2}


def test_rest_go_on_leave_and_the_certificate_of_who_finished(amara, visit, week, clock):
    clock.travel(days=6)
    page = visit(amara)
    way = f"/programs/enrollments/{week.id}"
    page.post(f"{way}/pause")
    assert "It is resting" in page.get(way).text
    page.post(f"{way}/resumption")
    assert page.get(f"{way}/certificate").status_code == 404
    for number in range(1, 8):
        enrolling.do_day(amara, week, number)
    assert "You have gone through all of it" in page.get(way).text
    assert "Amara" in page.get(f"{way}/certificate").text
    paper = page.get(f"{way}/certificate.pdf")
    assert (paper.mimetype, paper.data[:5]) == ("application/pdf", b"%PDF-")
    again = page.post("/programs/seven-quieter-evenings/enrollment").location
    page.post(f"{again}/departure")
    assert "Begin it again" in page.get(again).text


def test_open_pages_hear_of_what_is_practised_elsewhere(amara, visit, listen, library, week):
    page = listen(visit(amara))
    for topic in ("practice", "programs"):
        assert page.ask("subscribe", topic=topic)["ok"]
    enrolling.begin_day(amara, week, 1)
    assert [nudge["topic"] for nudge in page.heard("nudge")] == ["practice"]
    practising.complete(amara, db.session.query(PracticeSession).one())
    assert {nudge["topic"] for nudge in page.heard("nudge")} >= {"practice", "programs"}


def test_a_days_question_goes_along_to_the_journal_and_its_session_back_to_it(amara, page, week):
    way = f"/programs/enrollments/{week.id}"
    question = re.search(r'href="(/journal/new[^"]+)"', page.get(way).text)
    assert "What does my last hour before bed look like now" in page.get(question[1].replace("&amp;", "&")).text
    held = enrolling.begin_day(amara, week, 1)
    assert way in page.get(f"/practice/sessions/{held.id}").text


def test_reminders_come_once_at_their_time_and_not_to_who_has_practised(amara, page, week, library, clock, run_jobs):
    everyday = [str(day) for day in range(7)]
    wanted = {
        "first": "12:30",
        "weekdays": everyday,
        "program": "12:30",
        "program_weekdays": everyday,
    }
    assert page.post("/practice/reminders", data=wanted | {"weekdays": []}).status_code == 422
    assert page.post("/practice/reminders", data=wanted).status_code == 303
    [row], [_] = chosen(amara, PRACTICE), chosen(amara, PROGRAM)
    clock.travel(to=row.next_at + timedelta(minutes=1))
    run_jobs()
    run_jobs()
    told = [each.kind for each in db.session.scalars(Notification.of(amara))]
    assert sorted(told) == [PRACTICE, PROGRAM]
    practising.complete(amara, practising.begin(amara, library["six-a-minute"], 5))
    clock.travel(to=chosen(amara, PRACTICE)[0].next_at - timedelta(hours=3))
    practising.complete(amara, practising.begin(amara, library["first-light"], 5))
    clock.travel(hours=3, minutes=1)
    run_jobs()
    told = [each.kind for each in db.session.scalars(Notification.of(amara))]
    assert told.count(PRACTICE) == 1
    page.post("/practice/reminders", data={})
    assert not chosen(amara, PRACTICE)


def test_the_shelf_asks_few_questions_however_long_one_has_practised(visit, amara, library, clock):
    browser = visit(amara)
    browser.get("/practice")
    with statements() as before:
        browser.get("/practice")
    for _ in range(12):
        practised(amara, library["even-breathing"], 6)
        clock.travel(days=1)
    with statements() as after:
        browser.get("/practice")
    assert len(after) <= len(before) <= MOST_QUESTIONS, "\n".join(before)
