"""What is suggested: never what was done a moment ago, what is for a hard hour in one alone, and for a true reason."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kaya.db import db, locked, transaction
from kaya.mood import checking_in
from kaya.mood.checking_in import Said
from kaya.practice import practising
from kaya.practice.acute import FOR_A_STATE, FOR_PAIN
from kaya.practice.library import BY_SLUG
from kaya.practice.models import Practice
from kaya.practice.planting import plant_library
from kaya.practice.suggesting import suggestions
from kaya.today.needing import felt_now
from tests.care.booking_scene import MONDAY
from tests.practice.practised import practised

MANY = 30
HOURS = (8, 14, 19, 23)


@pytest.fixture(autouse=True)
def library(app):
    with transaction() as session:
        plant_library(session)


def held_by(slug):
    return db.session.scalars(select(Practice).where(Practice.slug == slug)).one()


def slugs(found):
    return [each.practice.slug for each in found]


def test_what_was_kept_a_moment_ago_is_not_suggested_again_though_it_was_skipped_through(amara, clock):
    clock.travel(to=MONDAY)
    checking_in.check_in(amara, Said("tense"))
    first = suggestions(amara, 1, felt_now(amara))[0].practice
    practising.complete(amara, practising.begin(amara, first, first.minutes), played=2)
    assert slugs(suggestions(amara, 1, felt_now(amara))) != [first.slug]
    clock.travel(hours=11)
    assert first.slug not in slugs(suggestions(amara, 3, felt_now(amara)))


def test_what_is_under_way_is_not_suggested_beside_it(amara, clock):
    clock.travel(to=MONDAY)
    first = suggestions(amara, 1)[0].practice
    practising.progress(amara, practising.begin(amara, first, first.minutes), 20)
    assert slugs(suggestions(amara, 1)) != [first.slug]


@pytest.mark.parametrize("hour", HOURS)
def test_what_is_for_a_hard_hour_comes_in_one_alone(amara, clock, hour):
    clock.travel(to=MONDAY.replace(hour=hour))
    of_all_days = set()
    for _ in range(10):
        of_all_days |= set(slugs(suggestions(amara, MANY)))
        clock.travel(days=1)
    assert of_all_days.isdisjoint({*FOR_A_STATE, *FOR_PAIN})


def test_a_rush_of_fear_is_met_and_pain_by_whoever_comes_back_to_it(amara, clock):
    clock.travel(to=MONDAY)
    offered = set()
    for _ in range(40):
        checking_in.check_in(amara, Said("panicky"))
        offered |= set(slugs(suggestions(amara, MANY, felt_now(amara))))
        clock.travel(days=1)
    assert "until-the-wave-has-passed" in offered
    for _ in range(3):
        practised(amara, held_by("the-weather-of-pain"), 9)
    clock.travel(days=2)
    assert "the-weather-of-pain" in slugs(suggestions(amara, MANY))


def test_what_is_for_an_hour_names_sessions_that_there_are():
    assert {*FOR_A_STATE, *FOR_PAIN} <= set(BY_SLUG)


@pytest.mark.parametrize("hour", HOURS)
def test_a_reason_is_one(amara, clock, hour):
    clock.travel(to=MONDAY.replace(hour=hour))
    for each in suggestions(amara, MANY):
        assert each.reason
        if each.reason in ("It suits a morning.", "It suits an evening.", "For when it is dark."):
            assert len(each.practice.times) <= 2
        elif each.reason == "It is short enough to come between other things.":
            assert each.minutes <= 5
        else:
            assert each.reason == "Something new to you."


def test_what_one_did_once_is_not_called_new_nor_what_may_lie_longer_ago_than_is_known(amara, clock):
    with transaction() as session:
        locked(session, amara).created_at = MONDAY - timedelta(days=400)
    clock.travel(to=MONDAY.replace(hour=14))
    practised(amara, held_by("just-sitting"), 15)
    clock.travel(days=3)
    said = set()
    for _ in range(20):
        said |= {(each.practice.slug, each.reason) for each in suggestions(amara, MANY)}
        clock.travel(days=1)
    assert ("just-sitting", "You know this one already.") in said
    assert ("sounds-near-and-far", "You have not practised this one in the last half year.") in said
    assert "Something new to you." not in {reason for _, reason in said}
