"""Programs: written out day by day; a day opens each day, and then waits."""

import re
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from kaya.db import db, transaction
from kaya.practice import enrolling, practising, undoing
from kaya.practice.composer import lengths
from kaya.practice.days import day_of
from kaya.practice.library import BY_SLUG
from kaya.practice.models import Enrollment, EnrollmentState, Program
from kaya.practice.pace import is_open, opens_at
from kaya.practice.programs import COURSES
from kaya.practice.signals import program_finished
from kaya.refusal import Refusal
from kaya.signals import Phase
from tests.practice.practised import played, practised

FEWEST_WORDS = 150
MOST_SHARED = 0.1
DAYS = [(course, number, day) for course in COURSES for number, day in enumerate(course.days, 1)]
NAMED = [f"{course.slug}-{number}" for course, number, _ in DAYS]


@pytest.mark.parametrize(("course", "number", "day"), DAYS, ids=NAMED)
def test_each_day_has_a_reading_a_prompt_and_a_session_that_can_be_so_long(course, number, day):
    assert len(day.reading.split()) >= FEWEST_WORDS
    assert len(day.reading) <= 8000
    assert 20 < len(day.prompt) <= 500
    assert day.minutes in lengths(BY_SLUG[day.practice])


def shingles(words):
    plain = re.findall(r"[a-z’]+", words.lower())
    return set(zip(*(plain[n:] for n in range(3)), strict=False))


def test_no_two_days_tell_the_same():
    told = {name: shingles(day.reading) for name, (_, _, day) in zip(NAMED, DAYS, strict=True)}
    alike = [
        pair
        for pair in combinations(told, 2)
        if len(told[pair[0]] & told[pair[1]]) > MOST_SHARED * min(len(told[pair[0]]), len(told[pair[1]]))
    ]
    assert not alike
    assert len({day.prompt for _, _, day in DAYS}) == len({day.title for _, _, day in DAYS}) == len(DAYS)


@pytest.fixture
def evenings(library):
    return db.session.query(Program).filter_by(slug="seven-quieter-evenings").one()


@pytest.fixture
def week(amara, evenings):
    return enrolling.enrol(amara, evenings)


@pytest.fixture
def week_ago(week, clock):
    """Begun a week ago, so that all of its days are open."""
    clock.travel(days=7)
    return week


def test_one_day_opens_each_day_and_nobody_has_a_certificate_at_once(amara, week, clock):
    enrolling.do_day(amara, week, 1)
    for number in (2, 7):
        for act in (enrolling.do_day, enrolling.begin_day):
            with pytest.raises(Refusal, match="not-open-yet"):
                act(amara, week, number)
    for number in range(2, 8):
        clock.travel(days=1)
        enrolling.do_day(amara, week, number)
        assert week.is_finished == (number == 7)


def test_a_day_opens_when_ones_own_day_begins(amara, evenings, clock):
    """Hers begins at three in Lisbon, also on the day whose clocks change."""
    clock.travel(to=datetime(2026, 3, 28, 1, 30, tzinfo=UTC))  # still Friday's
    week = enrolling.enrol(amara, evenings)
    assert opens_at(amara, week, 2) == datetime(2026, 3, 28, 3, tzinfo=UTC)
    assert opens_at(amara, week, 3) == datetime(2026, 3, 29, 2, tzinfo=UTC)
    clock.travel(to=datetime(2026, 3, 29, 1, 59, tzinfo=UTC))
    assert (is_open(amara, week, 2), is_open(amara, week, 3)) == (True, False)
    clock.travel(minutes=1)
    assert is_open(amara, week, 3)


def test_whoever_fell_behind_may_catch_up_what_is_open_in_any_order(amara, week, clock):
    clock.travel(days=3)
    for number in (4, 2, 1, 3):
        enrolling.do_day(amara, week, number)
    with pytest.raises(Refusal, match="not-open-yet") as refused:
        enrolling.do_day(amara, week, 5)
    assert (refused.value.status, week.next_number) == (409, 5)
    assert refused.value.details["opens_at"] == f"{opens_at(amara, week, 5):%Y-%m-%dT%H:%M:%SZ}"


def test_what_was_begun_is_done_though_its_owner_flew_west_meanwhile(amara, week, clock):
    """The sun went with them: it is again the day on which they began, and the session counts all the same."""
    clock.travel(to=opens_at(amara, week, 2) + timedelta(minutes=5))
    held = enrolling.begin_day(amara, week, 2)
    with transaction():
        amara.timezone = "Pacific/Honolulu"
    played(amara, held)
    assert week.numbers_done == {2}


def test_a_session_from_the_library_that_was_skipped_through_does_no_day(amara, week, library):
    practising.complete(amara, practising.begin(amara, library["six-a-minute"], 5), played=10)
    assert week.numbers_done == set()
    practised(amara, library["six-a-minute"], 5)
    assert week.numbers_done == {1}


def test_days_wait_and_nothing_is_missed(amara, week, clock):
    enrolling.do_day(amara, week, 1)
    clock.travel(days=40)
    assert (week.next_number, week.next_day.title) == (2, "The worries’ own hour")
    assert not week.was_done_on(day_of(amara))
    enrolling.do_day(amara, week, 2)
    assert week.was_done_on(day_of(amara))


def test_a_session_that_arrives_late_does_its_day_on_the_day_when_it_was_practised(amara, week, clock):
    held = enrolling.begin_day(amara, week, 1)
    practised = day_of(amara)
    clock.travel(days=1)
    practising.complete(amara, held)
    assert week.was_done_on(practised)
    assert not week.was_done_on(day_of(amara))


def test_a_session_of_before_they_enrolled_does_no_day_of_it(amara, evenings, library, clock):
    """It began without a network, two days before; its end arrives after she enrolled."""
    held = practising.begin(
        amara, library["six-a-minute"], 5, at=clock.now() - timedelta(days=2), within=timedelta(days=30)
    )
    week = enrolling.enrol(amara, evenings)
    practising.complete(amara, held)
    assert (week.numbers_done, is_open(amara, week, 1)) == (set(), True)
    assert not is_open(amara, week, 1, on=day_of(amara) - timedelta(days=1))
    enrolling.do_day(amara, week, 1)
    assert week.was_done_on(day_of(amara))


def test_whoever_enrols_practises_and_flies_east_has_done_their_first_day(amara, library, evenings, clock):
    with transaction():
        amara.timezone = "Pacific/Honolulu"
    week = enrolling.enrol(amara, evenings)
    held = practising.begin(amara, library["six-a-minute"], 5)
    clock.travel(hours=8)
    with transaction():
        amara.timezone = "Pacific/Auckland"
    played(amara, held)
    assert week.numbers_done == {1}


def test_the_last_day_finishes_it_whatever_the_order(amara, week_ago):
    week = week_ago
    told = []

    def finished(phase, **details):
        told.append(details["enrollment"].id)

    program_finished.connect(finished, sender=Phase.WRITING)
    for number in (7, 1, 2, 2, 3, 4, 5, 6):
        enrolling.do_day(amara, week, number)
    program_finished.disconnect(finished)
    assert told == [week.id]
    assert week.state == EnrollmentState.FINISHED
    assert week.finished_at


def test_a_paused_one_is_taken_up_by_doing_a_day(amara, week):
    enrolling.pause(amara, week)
    assert week.state == EnrollmentState.PAUSED
    enrolling.do_day(amara, week, 1)
    assert week.state == EnrollmentState.ACTIVE


def test_a_day_kept_by_mistake_waits_again_on_the_day_on_which_it_was_kept(amara, ben, week, clock):
    enrolling.do_day(amara, week, 1)
    for _ in range(2):
        undoing.undo_day(amara, week, 1)
        assert (week.numbers_done, week.next_number, week.is_active) == (set(), 1, True)
    assert not week.was_done_on(day_of(amara))
    enrolling.do_day(amara, week, 1)
    for number in (0, 8):
        with pytest.raises(Refusal, match="no-such-day"):
            undoing.undo_day(amara, week, number)
    with pytest.raises(Refusal, match="not-allowed"):
        undoing.undo_day(ben, week, 1)
    clock.travel(days=1)
    with pytest.raises(Refusal, match="too-late"):
        undoing.undo_day(amara, week, 1)
    enrolling.do_day(amara, week, 2)
    enrolling.leave(amara, week)
    with pytest.raises(Refusal, match="ended"):
        undoing.undo_day(amara, week, 2)
    assert week.numbers_done == {1, 2}


def test_what_a_session_did_can_be_taken_back_and_its_minutes_stay(amara, week, library):
    held = enrolling.begin_day(amara, week, 1)
    played(amara, held)
    undoing.undo_day(amara, week, 1)
    practising.complete(amara, held)  # a device says it again
    assert (week.numbers_done, held.completed_at is not None, held.played >= 60) == (set(), True, True)


def test_a_last_day_that_is_taken_back_takes_the_certificate_along(amara, evenings, week_ago):
    week = week_ago
    for number in range(1, 8):
        enrolling.do_day(amara, week, number)
    again = enrolling.enrol(amara, evenings)
    with pytest.raises(Refusal, match="already-enrolled"):
        undoing.undo_day(amara, week, 7)
    enrolling.leave(amara, again)
    undoing.undo_day(amara, week, 7)
    assert (week.is_finished, week.finished_at, week.next_number) == (False, None, 7)
    enrolling.do_day(amara, week, 7)
    assert week.is_finished


def test_one_at_a_time_and_again_after_leaving(amara, evenings, week):
    with pytest.raises(Refusal, match="already-enrolled"):
        enrolling.enrol(amara, evenings)
    enrolling.leave(amara, week)
    for act in (enrolling.resume, enrolling.pause, lambda who, what: enrolling.do_day(who, what, 3)):
        with pytest.raises(Refusal, match="ended"):
            act(amara, week)
    assert enrolling.enrol(amara, evenings).id != week.id
    assert len(list(db.session.scalars(Enrollment.under_way(amara)))) == 1


def test_nobody_else_goes_through_it(ben, week):
    with pytest.raises(Refusal, match="not-allowed"):
        enrolling.do_day(ben, week, 1)


@pytest.mark.parametrize("number", [0, -1, 8])
def test_days_that_are_none(amara, week, number):
    with pytest.raises(Refusal, match="no-such-day"):
        enrolling.do_day(amara, week, number)
