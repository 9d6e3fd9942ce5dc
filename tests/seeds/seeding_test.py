"""A furnished house: complete, the same again, and never with invented people in production."""

import re
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from kaya.accounts import passwords
from kaya.accounts.models import Role, User
from kaya.care.diary import schedule_from
from kaya.care.models import (
    LIVE,
    Appointment,
    AppointmentMove,
    Availability,
    Claim,
    Mode,
    Offering,
    Practitioner,
    Service,
    ServiceCategory,
    Status,
)
from kaya.config import Environment
from kaya.db import db
from kaya.fulltext import index_table
from kaya.jobs.models import Job
from kaya.mail.models import Mail
from kaya.notifications.models import Notification
from kaya.organisation.models import Location, Organisation, Room
from kaya.seeds.clients import PASSWORD

COUNTED = (
    *(User, Practitioner, Offering, Availability, Service, ServiceCategory, Organisation, Location, Room),
    *(Appointment, AppointmentMove, Claim, Notification, Job),
)


@pytest.fixture
def seed(app):
    def run(*options):
        db.session.rollback()
        return app.test_cli_runner().invoke(args=["kaya", "seed", *options])

    return run


def counts():
    db.session.rollback()
    return {model.__name__: db.session.scalar(select(func.count()).select_from(model)) for model in COUNTED}


def person(email):
    return db.session.scalars(User.by_email(email)).one()


def test_a_furnished_house_has_people_places_and_a_catalogue(seed):
    answer = seed()
    assert answer.exit_code == 0, answer.output
    for address in ("amara@example.org", "ben@example.org", "okafor@example.org", "admin@example.org", PASSWORD):
        assert address in answer.output
    found = counts()
    assert found["Service"] >= 60
    assert found["ServiceCategory"] >= 8
    assert found["Location"] == 3
    assert found["Practitioner"] >= 26
    assert found["Appointment"] >= 200
    listed = db.session.scalars(Practitioner.listed()).unique().all()
    assert len(listed) >= 24
    assert len({each.timezone for each in listed}) >= 5
    assert len({each.kind for each in listed}) >= 10
    assert len(db.session.scalars(Practitioner.waiting()).all()) == 2
    assert all(2 <= len(each.offerings) <= 4 for each in listed)
    assert all(each.price_from_amount is not None for each in listed)
    assert sum(each.next_open_at is not None for each in listed) >= 24


def test_the_people_who_show_it_can_sign_in(furnished):
    roles = {"amara": Role.MEMBER, "ben": Role.MEMBER, "okafor": Role.PRACTITIONER, "admin": Role.STAFF}
    for name, role in roles.items():
        user = person(f"{name}@example.org")
        assert user.role == role
        assert passwords.matches(user.password_hash, PASSWORD)


def test_practitioners_have_a_code_app_but_for_the_one_whom_development_lets_off(furnished):
    there = db.session.scalars(select(User).where(User.role == Role.PRACTITIONER)).all()
    without = {user.email for user in there if user.second_factor_at is None}
    assert "okafor@example.org" in without
    assert len(without) < len(there) / 2


def test_seeding_again_adds_nothing_and_changes_nothing(seed):
    seed()
    before = counts()
    amara = person("amara@example.org")
    assert seed().exit_code == 0
    assert counts() == before
    assert person("amara@example.org").version == amara.version


def test_a_call_has_a_number_that_is_nobodys(furnished):
    """From the ranges that are kept for stories."""
    calls = db.session.scalars(select(Appointment).where(Appointment.mode == Mode.PHONE)).unique().all()
    assert calls
    assert all(re.fullmatch(r"\+44 7700 900\d{3}|\+1 212 555 01\d\d", each.phone) for each in calls)
    others = db.session.scalars(select(Appointment).where(Appointment.mode != Mode.PHONE)).unique()
    assert not [each for each in others if each.phone]


def test_seeding_writes_to_nobody(furnished):
    assert db.session.scalar(select(func.count()).select_from(Mail)) == 0


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("day", ["2026-03-06T23:50", "2026-03-28T09:00", "2026-10-24T16:00", "2026-12-31T12:00"])
def test_amara_and_dr_okafor_have_met_twice_and_meet_again_twice(seed, clock, day):
    """On a weekend, before the clocks change, at the year's end: whichever day it is seeded."""
    clock.travel(to=datetime.fromisoformat(f"{day}+00:00"))
    assert seed().exit_code == 0
    amara, okafor = person("amara@example.org"), person("okafor@example.org")
    theirs = [a for a in db.session.scalars(Appointment.of(amara)).unique() if a.is_given_by(okafor)]
    assert sorted(a.status for a in theirs if a.starts_at < clock.now()) == [Status.COMPLETED] * 2
    coming = sorted(a.starts_at for a in theirs if a.starts_at > clock.now())
    assert len(coming) == 2
    assert all(a.status == Status.CONFIRMED for a in theirs if a.starts_at > clock.now())
    assert db.session.scalar(select(func.count()).select_from(Notification.unread_of(okafor).subquery())) >= 1


def test_no_two_appointments_of_anyone_overlap(furnished):
    kept = select(Appointment).where(Appointment.status != Status.CANCELLED).order_by(Appointment.starts_at)
    for whose in ("practitioner_id", "client_id"):
        lines = {}
        for each in db.session.scalars(kept).unique():
            lines.setdefault(getattr(each, whose), []).append(each)
        assert all(one.ends_at <= other.starts_at for line in lines.values() for one, other in pairwise(line))


def test_every_appointment_lies_in_the_hours_of_its_practitioner(furnished):
    hours = {row.practitioner_id: row for row in db.session.scalars(select(Availability))}
    for each in db.session.scalars(select(Appointment)).unique():
        schedule = schedule_from(each.practitioner, hours[each.practitioner_id])
        start, end = (moment.astimezone(ZoneInfo(schedule.zone)) for moment in (each.starts_at, each.ends_at))
        minute, length = start.hour * 60 + start.minute, end - start
        assert any(
            span.start <= minute and minute + length.seconds // 60 <= span.end
            for span in schedule.ranges_on(start.date())
        )


def test_what_is_to_come_is_claimed_and_its_history_fits(furnished, clock):
    appointments = db.session.scalars(select(Appointment)).unique().all()
    for each in appointments:
        is_ahead = each.status in LIVE and each.ends_at > clock.now()
        assert (each.reservation_id is not None) == is_ahead
        assert next(move.act for move in each.moves) == "booked"
        assert all(move.at <= clock.now() for move in each.moves)
    assert {each.status for each in appointments} == set(Status)


def test_services_and_practitioners_are_found_by_their_words(furnished):
    kinds = select(index_table.c.kind, func.count().label("rows")).group_by(index_table.c.kind)
    found = {row.kind: row.rows for row in db.session.execute(kinds)}
    assert found["practitioner"] >= 26
    assert found["service"] >= 60


def test_in_production_only_the_house_is_furnished(seed, settings):
    settings(environment=Environment.PRODUCTION)
    refused = seed("--people")
    assert refused.exit_code == 1
    assert "only in development" in refused.output
    answer = seed()
    assert answer.exit_code == 0
    assert PASSWORD not in answer.output
    found = counts()
    assert found["User"] == found["Practitioner"] == found["Appointment"] == 0
    assert found["Service"] >= 60
    assert found["Location"] == 3
