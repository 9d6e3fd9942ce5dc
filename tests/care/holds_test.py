"""A time is kept for whoever decides about it, for five minutes."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from kaya.care import holds, schedule
from kaya.care.models import Claim, Hold, Reservation
from kaya.db import db, uuid7
from kaya.realtime import version_of
from kaya.refusal import Refusal
from tests.care.booking_scene import a_room, offering, service, utc

ELEVEN = utc(3, 11)


def count(model) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


def test_a_held_time_is_not_offered_to_others(amara, ben, hour):
    held = holds.hold(amara, hour, ELEVEN)
    assert held.starts_at == ELEVEN
    assert held.ends_at == utc(3, 12)
    assert held.seconds_left in (299, 300)
    assert ELEVEN not in [slot.start for slot in schedule.open_slots(hour, utc(3, 0), utc(4, 0))]
    with pytest.raises(Refusal, match="slot-taken") as refused:
        holds.hold(ben, hour, ELEVEN)
    assert refused.value.status == 409
    assert [slot.start for slot in refused.value.details["alternatives"]] == [utc(3, 10), utc(3, 12), utc(3, 9, 30)]


def test_a_hold_that_ran_out_is_in_nobodys_way(amara, ben, hour, monday):
    holds.hold(amara, hour, ELEVEN)
    monday.travel(minutes=5, seconds=1)
    assert ELEVEN in [slot.start for slot in schedule.open_slots(hour, utc(3, 0), utc(4, 0))]
    second = holds.hold(ben, hour, ELEVEN)
    assert list(db.session.scalars(select(Hold.id))) == [second.id]
    assert count(Reservation) == count(Claim) == 1


def test_a_member_holds_one_time_with_a_practitioner(amara, ben, hour):
    holds.hold(amara, hour, ELEVEN)
    holds.hold(amara, hour, utc(3, 11, 30))
    assert [held.starts_at for held in db.session.scalars(Hold.of(amara))] == [utc(3, 11, 30)]
    holds.hold(ben, hour, utc(3, 10, 30))


def test_the_same_time_can_be_held_anew(amara, hour, monday):
    holds.hold(amara, hour, ELEVEN)
    monday.travel(minutes=3)
    assert holds.hold(amara, hour, ELEVEN).seconds_left > 290


def test_a_released_time_is_free(amara, ben, hour, run_jobs):
    held = holds.hold(amara, hour, ELEVEN)
    holds.release(amara, held)
    assert count(Hold) == count(Claim) == 0
    assert holds.hold(ben, hour, ELEVEN)


def test_releasing_twice_is_no_mistake(amara, hour):
    held = holds.hold(amara, hour, ELEVEN)
    holds.release(amara, held)
    holds.release(amara, held)


def test_a_hold_whose_page_was_left_lapses_in_some_seconds(amara, ben, hour, monday, run_jobs):
    held = holds.hold(amara, hour, ELEVEN)
    holds.leave(amara, held)
    assert ELEVEN not in [slot.start for slot in schedule.open_slots(hour, utc(3, 0), utc(4, 0))]
    monday.travel(seconds=11)
    run_jobs()
    assert count(Hold) == count(Claim) == 0


def test_a_page_that_is_there_again_keeps_it_for_what_was_left_of_its_five_minutes(amara, hour, monday, run_jobs):
    held = holds.hold(amara, hour, ELEVEN)
    monday.travel(minutes=2)
    holds.leave(amara, held)
    monday.travel(seconds=5)
    holds.come_back(amara, held)
    monday.travel(seconds=60)
    run_jobs()
    assert 100 < db.session.scalar(Hold.of(amara)).seconds_left < 120
    monday.travel(minutes=2)
    run_jobs()
    assert count(Hold) == 0


def test_nobody_leaves_anothers_hold(amara, ben, hour, monday, run_jobs):
    holds.leave(ben, holds.hold(amara, hour, ELEVEN))
    monday.travel(seconds=60)
    run_jobs()
    assert count(Hold) == 1


def test_nobody_releases_anothers_hold(amara, ben, hour):
    held = holds.hold(amara, hour, ELEVEN)
    with pytest.raises(Refusal, match="not-found"):
        holds.release(ben, held)
    assert count(Hold) == 1


def test_when_a_hold_runs_out_pages_are_told_at_that_second(amara, hour, monday, run_jobs):
    holds.hold(amara, hour, ELEVEN)
    run_jobs()
    before = version_of("availability", hour.practitioner_id)
    monday.travel(minutes=5, seconds=1)
    run_jobs()
    assert count(Hold) == 0
    assert version_of("availability", hour.practitioner_id) == before + 1


def test_a_sweep_ends_what_ran_out_and_nothing_else(amara, ben, hour, monday):
    holds.hold(amara, hour, ELEVEN)
    monday.travel(minutes=4)
    kept = holds.hold(ben, hour, utc(3, 14))
    monday.travel(minutes=2)
    assert holds.sweep() == 1
    assert list(db.session.scalars(select(Hold.id))) == [kept.id]


@pytest.mark.parametrize(
    ("start", "kind", "status"),
    [
        (utc(1, 11), "too-soon", 422),
        (datetime(1, 1, 1, tzinfo=ELEVEN.tzinfo), "too-soon", 422),
        (utc(3, 8), "slot-not-offered", 422),
        (utc(3, 16, 30), "slot-not-offered", 422),
        (utc(3, 11, 5), "slot-not-offered", 422),
        (utc(3, 11) + timedelta(seconds=1), "slot-not-offered", 422),
        (utc(3, 11).replace(month=9), "too-far-ahead", 422),
        (datetime(9999, 12, 31, 23, tzinfo=ELEVEN.tzinfo), "too-far-ahead", 422),
    ],
)
def test_what_is_not_offered_cannot_be_held(amara, hour, start, kind, status):
    with pytest.raises(Refusal, match=kind) as refused:
        holds.hold(amara, hour, start)
    assert (refused.value.status, refused.value.field) == (status, "start")
    assert len(refused.value.details["alternatives"]) == 3
    assert count(Claim) == 0


def test_a_time_without_a_zone_is_a_mistake_of_ours(amara, hour):
    with pytest.raises(TypeError):
        holds.hold(amara, hour, ELEVEN.replace(tzinfo=None))


def test_nobody_books_themself(okafor, hour):
    with pytest.raises(Refusal, match="own-practice"):
        holds.hold(okafor, hour, ELEVEN)


def test_a_room_is_held_with_its_practitioner(amara, ben, ngozi, hour):
    room = a_room()
    there = offering(ngozi, service("Touch"), mode="in_person", room=room)
    holds.hold(amara, there, ELEVEN)
    assert count(Claim) == 2
    with pytest.raises(Refusal, match="slot-taken"):
        holds.hold(ben, hour, ELEVEN)


def test_an_id_of_ones_own_holds_once_and_never_something_else(amara, ben, hour):
    own = uuid7()
    held = holds.hold(amara, hour, utc(3, 11), id=own)
    assert holds.hold(amara, hour, utc(3, 11), id=own).id == held.id == own
    assert count(Hold) == 1
    for whose, start in ((amara, utc(3, 12)), (ben, utc(3, 14))):
        with pytest.raises(Refusal, match="id-taken"):
            holds.hold(whose, hour, start, id=own)
