"""Today: what the day holds for whoever looks, in their own time, and within few questions."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from kaya.accounts import profiles
from kaya.care import booking
from kaya.db import db, locked, transaction
from kaya.help import planning
from kaya.journal import writing
from kaya.journal.wording import Page
from kaya.mood import checking_in
from kaya.mood.checking_in import Said
from kaya.practice import enrolling, practising
from kaya.practice.models import Practice, Program
from kaya.practice.planting import plant_library
from kaya.practice.practising import Mood
from kaya.practice.suggesting import suggestions
from kaya.realtime import version_of
from kaya.today.day import Day, height
from kaya.today.marks import Mark, headroom, placed
from tests.care.booking_scene import MONDAY, offering, practice, service, utc
from tests.practice.practised import practised
from tests.statements import statements

KB = 1024
MOST_HTML = 40 * KB
MOST_QUESTIONS = 12


@pytest.fixture
def library(app):
    with transaction() as session:
        plant_library(session)


@pytest.fixture
def hour(clock, okafor):
    """An hour of talking with Dr Okafor; it is Monday, eight in the morning in Lisbon."""
    clock.travel(to=MONDAY)
    return offering(practice(okafor), service())


def even_breathing():
    return db.session.scalars(select(Practice).where(Practice.slug == "even-breathing")).one()


def a_full_day(clock, member, hour):
    """Two appointments, a program, and sessions on each of the last days, of somebody who came before these."""
    with transaction() as session:
        locked(session, member).created_at = MONDAY - timedelta(days=10)
    program = db.session.scalars(select(Program).order_by(Program.position)).first()
    clock.travel(to=MONDAY - timedelta(days=9))
    enrolling.do_day(member, enrolling.enrol(member, program), 1)
    for _ in range(9):
        practised(member, even_breathing(), 6)
        clock.travel(days=1)
    clock.travel(to=MONDAY)
    booking.book(member, hour, utc(2, 14, 30))
    booking.book(member, hour, utc(3, 9))
    practised(member, even_breathing(), 6)


def test_signing_in_leads_to_today(visit, amara, library):
    browser = visit()
    answer = browser.post("/login", data={"email": amara.email, "password": "calm-otter-lantern-42"})
    assert answer.location == "/today"
    assert visit(amara).get("/").location == "/today"


def test_what_helped_is_suggested_with_its_count_and_rests_for_a_day(visit, amara, clock, library):
    clock.travel(to=MONDAY)
    for better in (2, 1, 2, 1, 2, 2):
        practised(amara, even_breathing(), 6, before=Mood(2), after=Mood(2 + better))
    offered = re.compile(r'class="offer" href="([^"]+)"')
    clock.travel(days=1)
    assert "even-breathing" not in offered.findall(visit(amara).get("/today").text)[0]
    clock.travel(days=1)
    page = visit(amara).get("/today").text
    assert offered.findall(page) == ["/practice/even-breathing"]
    assert "You felt lighter after all 6 times." in page


OFFERED = re.compile(r'class="offer" href="([^"]+)".*?</h2>\s*<p>(.*?)</p>', re.S)


@pytest.mark.parametrize(
    ("word", "need", "because"),
    [
        ("panicky", "grounding", "You said “Panicky”: this one is for feeling the ground."),
        ("tense", "calm", "You said “Tense”: this one is for coming to rest."),
        ("heavy", "low", "You said “Heavy”: this one is for heavy days."),
        ("tired", "energy", "You said “Tired”: this one is for waking up a little."),
    ],
)
def test_what_is_offered_asks_first_how_one_is(visit, amara, clock, library, word, need, because):
    clock.travel(to=MONDAY)
    checking_in.check_in(amara, Said(word))
    [(href, reason)] = OFFERED.findall(visit(amara).get("/today").text)
    assert because in reason
    slug = href.removeprefix("/practice/").partition("?")[0]
    assert need in db.session.scalars(select(Practice).where(Practice.slug == slug)).one().needs
    fitting = visit(amara).get("/practice").text.partition('class="fitting__three"')[2].partition("</ol>")[0]
    assert re.search(r'href="([^"]+)"', fitting)[1] == href, "the library suggests the same"
    assert because in fitting


def test_the_librarys_open_page_hears_how_one_is(listen, visit, amara, library):
    page = listen(visit(amara))
    page.ask("subscribe", topic="practice")
    checking_in.check_in(amara, Said("tense"))
    assert [nudge["topic"] for nudge in page.heard("nudge")] == ["practice"]


def test_a_pleasant_word_or_one_of_yesterday_asks_for_nothing(visit, amara, clock, library):
    clock.travel(to=MONDAY)
    checking_in.check_in(amara, Said("tense"))
    checking_in.check_in(amara, Said("glad"))
    assert "You said" not in OFFERED.findall(visit(amara).get("/today").text)[0][1]
    checking_in.check_in(amara, Said("tense"))
    clock.travel(hours=13)
    assert "You said" not in OFFERED.findall(visit(amara).get("/today").text)[0][1]


@pytest.mark.parametrize(("hour", "what_for"), [(18, "for coming to rest"), (22, "for falling asleep")])
def test_tired_late_in_the_day_is_offered_rest_and_at_night_sleep(visit, amara, clock, library, hour, what_for):
    clock.travel(to=MONDAY.replace(hour=hour))
    checking_in.check_in(amara, Said("tired"))
    assert what_for in visit(amara).get("/today").text


def test_it_is_as_long_as_one_mostly_takes(visit, amara, clock, library):
    clock.travel(to=MONDAY)
    for _ in range(3):
        practised(amara, even_breathing(), 12)
    clock.travel(days=3)
    [(href, reason)] = OFFERED.findall(visit(amara).get("/today").text)
    assert reason.startswith("12 minutes.")
    assert href.endswith("?minutes=12")
    assert "You have come back to it 2 times. You mostly take 12 minutes for this one." in reason
    profiles.prefer(amara, shows_figures=False)
    told = visit(amara).get("/today").text
    assert "You have come back to it. It is as long as you mostly take for this one." in told


def test_its_own_length_comes_before_that_of_whatever_one_practises(amara, clock, library):
    clock.travel(to=MONDAY)
    sitting = db.session.scalars(select(Practice).where(Practice.slug == "just-sitting")).one()
    for held, minutes in [(sitting, 5)] * 6 + [(even_breathing(), 12)] * 2:
        practised(amara, held, minutes)
    clock.travel(days=3)
    told = [each.reason for each in suggestions(amara, 30)]
    assert any("It is about as long as you mostly practise." in each for each in told)
    assert not any("12 minutes" in each for each in told), "twice is not mostly"
    practised(amara, even_breathing(), 6)
    clock.travel(days=3)
    [breathing] = [each for each in suggestions(amara, 30) if each.practice.slug == "even-breathing"]
    assert breathing.minutes == 12
    assert "You mostly take 12 minutes for this one." in breathing.reason


def test_a_word_in_two_taps(visit, amara, clock, library):
    clock.travel(to=MONDAY)
    browser = visit(amara)
    assert "How is it now?" in browser.get("/today").text
    key = {"Idempotency-Key": "a-phone-made-this", "Outbox-Account": str(amara.id), "Outbox-Stays": "yes"}
    for _ in range(3):
        answer = browser.post("/mood", data={"mood": "calm", "intensity": "6"}, headers=key)
        assert answer.status_code == 204
    page = browser.get("/today").text
    assert "Today: Calm. As often as you like." in page
    assert page.count("daylight__mark--done") == 1


def test_two_taps_without_a_script_are_one_word_however_often_they_are_sent(visit, amara, library):
    browser = visit(amara)
    [made] = re.findall(r'name="new_id" value="([^"]+)"', browser.get("/today").text)
    for _ in range(2):
        assert browser.post("/mood", data={"mood": "calm", "new_id": made, "back": "/today"}).location == "/today"
    assert "Today: Calm. As often as you like." in browser.get("/today").text


def test_what_one_person_wrote_is_not_sent_as_anothers(visit, amara, ben):
    key = {"Idempotency-Key": "a-phone-made-this", "Outbox-Account": str(amara.id)}
    assert visit(ben).post("/mood", data={"mood": "calm"}, headers=key).status_code == 409


def test_a_page_that_stays_open_is_greeted_anew(visit, amara, clock, library):
    clock.travel(to=MONDAY)
    browser = visit(amara)
    assert 'good-for="15"' in browser.get("/today").text
    clock.travel(hours=11)
    assert "Good evening, Amara" in browser.htmx_get("/today").text


WAYS = ["mood", "practice", "care", "journal", "plan"]


def ways_left(page):
    return re.findall(r'id="begin-(\w+)"', page)


def test_whoever_is_new_finds_how_one_is_and_then_ways_to_begin(visit, amara, library):
    answer = visit(amara).get("/today")
    assert heads(answer)[:2] == ["How is it now?", "Some ways to begin"]
    assert "Nothing has to be done here." in answer.text
    assert ways_left(answer.text) == WAYS
    assert '<a class="row__link" href="#check-in">' in answer.text


def test_each_way_to_begin_stays_until_it_is_taken(visit, amara, library, hour):
    browser = visit(amara)
    checking_in.check_in(amara, Said("bright"))
    assert ways_left(browser.get("/today").text) == WAYS[1:]
    practised(amara, even_breathing(), 6)
    booking.book(amara, hour, utc(2, 14, 30))
    assert ways_left(browser.get("/today").text) == ["journal", "plan"]
    writing.write(amara, Page(body="Rain."))
    planning.write_plan(amara, {"coping": "Tea"})
    assert "Some ways to begin" not in browser.get("/today").text


def test_after_a_week_what_was_not_taken_is_left_alone_but_for_whoever_took_nothing(visit, amara, clock, library):
    clock.travel(days=8)
    assert ways_left(visit(amara).get("/today").text) == WAYS
    checking_in.check_in(amara, Said("bright"))
    assert "Some ways to begin" not in visit(amara).get("/today").text


def test_what_was_said_before_the_last_three_words_is_counted(visit, amara, library):
    for word in ("heavy", "tense", "calm", "bright"):
        checking_in.check_in(amara, Said(word))
    assert "Today: Tense, Calm, Bright, and one before these." in visit(amara).get("/today").text


def test_a_practice_stands_on_the_arc_where_it_began(visit, amara, clock, library):
    clock.travel(to=MONDAY)
    held = practising.begin(amara, even_breathing(), 12)
    clock.travel(minutes=12)
    practising.complete(amara, held)
    arc = visit(amara).get("/today").text.partition("daylight__arc")[2].partition("</section>")[0]
    assert "08:00</time>" in arc
    assert "08:12" not in arc


def test_a_day_with_everything_in_it(visit, amara, clock, library, hour):
    a_full_day(clock, amara, hour)
    page = visit(amara).get("/today").text
    assert "Good morning, Amara" in page
    assert "2 things today. The rest can wait." in page
    assert "in 6 hours 30 minutes" in page
    assert "10 of the last 28 days had a practice in them. 60 minutes in all." in page
    assert "Day 2 of" in page
    assert "Some ways to begin" not in page


def heads(answer):
    return re.findall(r"<h2[^>]*>\s*(?:<a [^>]*>)?([^<]+)", answer.text.partition("today__grid")[2])


def test_what_is_of_this_day_leads_and_a_later_appointment_is_told_in_its_place(visit, amara, clock, library, hour):
    clock.travel(to=MONDAY)
    browser, program = visit(amara), db.session.scalars(select(Program).order_by(Program.position)).first()
    booking.book(amara, hour, utc(3, 9))
    assert heads(browser.get("/today"))[0] == "How is it now?", "nothing of this day: how one is comes first"
    way = enrolling.enrol(amara, program)
    page = browser.get("/today")
    told = heads(page)
    assert (told[0], told[1]) == (program.day(1).title, "How is it now?")
    assert told.index("Your next appointment") > told.index("How is it now?")
    assert "Tomorrow at 09:00" in page.text
    booking.book(amara, hour, utc(2, 14, 30))
    told = heads(browser.get("/today"))
    assert told[0] == "Ngozi Okafor"
    assert told.index(program.title) > told.index("How is it now?")
    enrolling.do_day(amara, way, 1)
    assert heads(browser.get("/today"))[0] == "Ngozi Okafor"


@pytest.mark.parametrize("is_new", [False, True])
def test_it_asks_few_questions_and_is_small(visit, amara, clock, library, hour, is_new):
    a_full_day(clock, amara, hour)
    if is_new:
        with transaction():
            amara.created_at = clock.now()
    browser = visit(amara)
    browser.get("/today")
    with statements() as said:
        answer = browser.get("/today")
    questions = [each for each in said if not each.startswith("BEGIN")]
    assert len(answer.data) < MOST_HTML
    assert len(questions) <= MOST_QUESTIONS, "\n".join(questions)


def test_ten_years_of_practice_cost_no_more_questions(visit, amara, clock, library, hour):
    a_full_day(clock, amara, hour)
    browser = visit(amara)
    with statements() as before:
        browser.get("/today")
    for _ in range(5):
        practised(amara, even_breathing(), 6)
    with statements() as after:
        browser.get("/today")
    assert len(after) <= len(before)


def test_what_was_opened_and_never_played_does_not_wait(visit, amara, clock, library):
    held = practising.begin(amara, even_breathing(), 6)
    browser = visit(amara)
    assert "waits where you left it" not in browser.get("/today").text
    practising.progress(amara, held, 20)
    clock.travel(minutes=1)
    assert "waits where you left it" in browser.get("/today").text


def test_what_plays_elsewhere_is_not_told_to_wait_and_an_open_page_hears_when_it_starts(
    listen, visit, amara, clock, library
):
    clock.travel(to=MONDAY)
    held, browser = practising.begin(amara, even_breathing(), 6), visit(amara)
    page, phone = listen(browser), listen(visit(amara))
    page.ask("subscribe", topic="today")
    page.ask("subscribe", topic="practice")
    phone.ask("session:progress", session_id=str(held.id), seconds=0, device="phone", playing=True)
    assert {nudge["topic"] for nudge in page.heard("nudge")} == {"today", "practice"}
    for seconds in (10, 20):
        clock.travel(seconds=10)
        phone.ask("session:progress", session_id=str(held.id), seconds=seconds, device="phone", playing=True)
    assert page.heard("nudge") == [], "not at each step"
    today, shelf = browser.get("/today").text, browser.get("/practice").text
    assert "was playing just now, here or on another device of yours" in today
    assert 'good-for="1"' in today
    assert "Playing just now, here or on another device of yours" in shelf
    assert "Go on where you were" not in shelf
    clock.travel(minutes=1)
    assert "waits where you left it" in browser.get("/today").text
    assert "Go on where you were" in browser.get("/practice").text
    practising.progress(amara, held, 40)
    assert {nudge["topic"] for nudge in page.heard("nudge")} == {"today", "practice"}


def test_open_pages_hear_of_what_changes_the_day(listen, visit, amara, clock, library, hour):
    page = listen(visit(amara))
    page.ask("subscribe", topic="today")
    booking.book(amara, hour, utc(2, 14, 30))
    practised(amara, even_breathing(), 6)
    heard = [nudge["topic"] for nudge in page.heard("nudge")]
    assert heard.count("today") == 3
    assert version_of("today", amara.id) == 3


def test_the_day_is_nobody_elses(listen, visit, amara, ben):
    assert not listen(visit(ben)).ask("subscribe", topic="today", key=str(amara.id))["ok"]


@pytest.mark.parametrize(
    ("hour_there", "words"),
    [(2, "Still up"), (4, "Good morning"), (11, "Good afternoon"), (17, "Good evening"), (22, "A quiet night")],
)
def test_greeted_by_ones_own_clock(clock, ben, hour_there, words):
    clock.travel(to=datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=hour_there + 5))  # New York is five hours behind
    assert str(Day.of(ben).greeting) == f"{words}, Ben" + ("?" if words == "Still up" else "")


def test_a_late_evening_belongs_to_the_day_before(clock, amara):
    clock.travel(to=datetime(2026, 3, 3, 1, tzinfo=UTC))
    day = Day.of(amara)
    assert day.date.isoformat() == "2026-03-02"
    assert day.holds(datetime(2026, 3, 3, 2, 59, tzinfo=UTC))
    assert not day.holds(datetime(2026, 3, 3, 3, tzinfo=UTC))
    assert (day.along(day.now), day.is_dark) == (0.92, True)


def test_the_arc_is_highest_at_noon_and_even(clock, amara):
    assert height(0.5) == 0.96
    assert height(0.2) == pytest.approx(height(0.8), abs=0.01)
    clock.travel(to=datetime(2026, 3, 2, 14, 30, tzinfo=UTC))
    day = Day.of(amara)
    assert day.along(day.now) == 0.5


def test_what_stands_above_the_arc_has_room(clock, amara):
    clock.travel(to=MONDAY)
    day = Day.of(amara)
    one, two = ([Mark(day.now, "x")] * number for number in (1, 2))
    assert headroom([]) == 0
    assert headroom(placed(day, two)) == pytest.approx(headroom(placed(day, one)) + 3.4)


def test_no_mark_covers_another(clock, amara):
    clock.travel(to=MONDAY)
    day = Day.of(amara)
    marks = [Mark(MONDAY + timedelta(minutes=35 * n), "x", is_done=n < 3) for n in range(8)]
    shown = placed(day, marks)
    spots = [(each.along, each.stem >= 3.4) for each in shown]
    for n, (along, level) in enumerate(spots):
        assert all(abs(along - other) >= 0.21 for other, same in spots[n + 1 :] if same == level)
    assert any(not each.mark.is_done for each in shown)


def test_a_program_whose_day_is_open_is_shown_before_one_that_waits_for_tomorrow(visit, amara, clock, library):
    earlier, later = db.session.scalars(select(Program).order_by(Program.position).limit(2)).all()
    clock.travel(to=MONDAY)
    enrolling.do_day(amara, enrolling.enrol(amara, earlier), 1)
    clock.travel(days=1)
    enrolling.do_day(amara, enrolling.enrol(amara, later), 1)
    today = visit(amara).get("/today").text
    assert earlier.title in today
    assert "tomorrow" not in today.split(earlier.title)[1][:400]
    assert later.title not in today
