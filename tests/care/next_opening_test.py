"""When someone is open next, kept beside them: counted anew whenever it may have changed, and not otherwise."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kaya.care import booking, holds, next_opening, offering, practising, schedule
from kaya.care.hours import Schedule, WeeklyRange
from kaya.care.models import OpenSpell, Practitioner
from kaya.db import db, uuid7
from tests.care.booking_scene import a_room, practice, service, utc
from tests.care.booking_scene import offering as offered
from tests.care.directory_scene import profile


def next_open(practitioner: Practitioner):
    return db.session.scalar(select(Practitioner.next_open_at).where(Practitioner.id == practitioner.id))


@pytest.fixture
def counted(hour, ngozi):
    next_opening.count_next_open(ngozi.id)
    return ngozi


def test_the_first_open_time_is_kept(counted):
    assert next_open(counted) == utc(2, 9)


def test_a_hold_takes_it_and_gives_it_back(counted, hour, amara, monday, run_jobs):
    held = holds.hold(amara, hour, utc(2, 9))
    monday.travel(seconds=2)
    run_jobs()
    assert next_open(counted) == utc(2, 10)
    holds.release(amara, held)
    monday.travel(seconds=2)
    run_jobs()
    assert next_open(counted) == utc(2, 9)


def test_a_hold_that_runs_out_is_noticed_by_the_clock(counted, hour, amara, monday, run_jobs):
    holds.hold(amara, hour, utc(2, 9))
    monday.travel(seconds=2)
    run_jobs()
    monday.travel(minutes=6)
    run_jobs()
    assert next_open(counted) == utc(2, 9)


def test_a_booking_takes_it(counted, hour, amara, monday, run_jobs):
    booking.book(amara, hour, utc(2, 9))
    monday.travel(seconds=2)
    run_jobs()
    assert next_open(counted) == utc(2, 10)


def test_as_time_passes_it_moves_on(counted, monday, run_jobs):
    monday.travel(to=utc(2, 9, 1))
    run_jobs()
    assert next_open(counted) == utc(2, 9, 30)


def test_it_is_looked_at_again_as_soon_as_it_is_too_near_to_book(okafor, monday):
    ngozi = practice(okafor, minimum_notice_minutes=30)
    offered(ngozi, service())
    next_opening.count_next_open(ngozi.id)
    db.session.refresh(ngozi)
    assert ngozi.next_open_at == utc(2, 9)
    assert ngozi.recount_at == utc(2, 8, 31)


def test_other_hours_are_counted(counted, okafor, monday, run_jobs):
    schedule.replace_availability(
        okafor, counted, Schedule("UTC", (WeeklyRange(2, 600, 720),), minimum_notice_minutes=0)
    )
    monday.travel(seconds=2)
    run_jobs()
    assert next_open(counted) == utc(4, 10)


def test_what_is_no_longer_offered_opens_nothing(counted, hour, okafor, monday, run_jobs):
    offering.archive_offering(okafor, counted, hour)
    monday.travel(seconds=2)
    run_jobs()
    assert next_open(counted) is None


def test_who_takes_nobody_is_open_never(counted, okafor, monday, run_jobs):
    practising.change_profile(okafor, counted, profile("Ngozi Okafor", licence="", is_accepting=False))
    monday.travel(seconds=2)
    run_jobs()
    db.session.refresh(counted)
    assert (counted.next_open_at, counted.recount_at) == (None, None)
    assert db.session.scalars(select(OpenSpell)).all() == []


def test_a_room_that_is_taken_does_not_close_what_needs_no_room(ngozi, amara, ben, monday):
    room = a_room()
    in_room = offered(ngozi, service("Massage", minutes=30), mode="in_person", room=room)
    booking.book(amara, in_room, utc(2, 9))
    offered(ngozi, service("Talk", minutes=60))
    next_opening.count_next_open(ngozi.id)
    assert next_open(ngozi) == utc(2, 9, 30)


def test_counting_leaves_the_profiles_version_alone(counted):
    before = counted.version
    next_opening.count_next_open(counted.id)
    db.session.refresh(counted)
    assert counted.version == before


def test_many_changes_in_one_second_are_one_job(counted, hour, amara, ben, monday, run_jobs):
    run_jobs()
    holds.hold(amara, hour, utc(2, 9))
    holds.hold(ben, hour, utc(2, 11))
    monday.travel(seconds=3)
    assert run_jobs() <= 3
    assert next_open(counted) == utc(2, 10)


def test_spells_break_where_a_whole_day_is_closed():
    monday, tuesday, thursday = utc(2, 9), utc(3, 9), utc(5, 9)
    starts = [monday, monday + timedelta(hours=7), tuesday, thursday]
    assert next_opening.spells(starts) == [(monday, tuesday), (thursday, thursday)]
    assert next_opening.spells([]) == []


def test_nobody_counted_is_nothing_to_do(app):
    next_opening.count_next_open(uuid7())
    assert next_opening.passed() == []
