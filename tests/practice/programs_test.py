"""Programs: written out day by day, gone through in any rhythm."""

import re
from itertools import combinations

import pytest

from kaya.db import db
from kaya.practice import enrolling, practising
from kaya.practice.composer import lengths
from kaya.practice.days import day_of
from kaya.practice.library import BY_SLUG
from kaya.practice.models import Enrollment, EnrollmentState, Program
from kaya.practice.programs import COURSES
from kaya.practice.signals import program_finished
from kaya.refusal import Refusal
from kaya.signals import Phase

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


def test_the_last_day_finishes_it_whatever_the_order(amara, week):
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
