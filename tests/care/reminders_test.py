"""Reminders: a day and an hour before, once each, and only of what still stands."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kaya.care import booking, reminders
from kaya.db import db
from kaya.mail.models import Mail
from tests.care.booking_scene import utc

TEN = utc(10, 10)


@pytest.fixture
def talk(amara, hour):
    return booking.book(amara, hour, TEN)


@pytest.fixture
def at(monday, run_jobs):
    """`at(moment)`: go there, and do what is due."""

    def go(moment):
        monday.travel(to=moment)
        run_jobs()

    return go


def told():
    """How the subjects of the reminders written until now begin, to the client."""
    rows = select(Mail).where(Mail.kind == "appointment-reminder", Mail.recipient == "amara@example.org")
    return [mail.subject.split(":")[0] for mail in db.session.scalars(rows.order_by(Mail.created_at, Mail.id))]


DAY, HOUR = "Coming up", "Soon"


def test_both_are_reminded_a_day_and_an_hour_before(talk, at):
    at(TEN - timedelta(days=1, minutes=1))
    assert told() == []
    at(TEN - timedelta(days=1) + timedelta(seconds=5))
    assert told() == [DAY]
    at(TEN - timedelta(hours=1) + timedelta(seconds=5))
    assert told() == [DAY, HOUR]
    at(TEN + timedelta(days=2))
    assert told() == [DAY, HOUR]
    recipients = db.session.scalars(select(Mail.recipient).where(Mail.kind == "appointment-reminder"))
    assert sorted(recipients) == ["amara@example.org"] * 2 + ["okafor@example.org"] * 2


def test_a_job_that_is_done_twice_reminds_once(talk, at):
    at(TEN - timedelta(hours=23, minutes=59))
    reminders.remind(str(talk.id), 0, "day")
    assert told() == [DAY]


def test_a_cancelled_one_is_left_in_peace(talk, amara, at):
    booking.cancel(amara, talk)
    at(TEN - timedelta(hours=20))
    at(TEN - timedelta(minutes=50))
    assert told() == []


def test_a_moved_one_is_reminded_of_at_its_new_time_only(talk, okafor, at):
    booking.reschedule(okafor, talk, utc(12, 10))
    at(TEN - timedelta(hours=23))
    at(TEN - timedelta(minutes=30))
    assert told() == []
    at(utc(11, 10, 1))
    assert told() == [DAY]
    at(utc(12, 9, 1))
    assert told() == [DAY, HOUR]


def test_confirming_does_not_remind_twice(talk, okafor, at):
    booking.confirm(okafor, talk)
    at(TEN - timedelta(hours=23, minutes=50))
    assert told() == [DAY]


def test_cancelled_and_restored_is_reminded_of_once(talk, amara, at):
    booking.cancel(amara, talk)
    booking.restore(amara, talk)
    at(TEN - timedelta(hours=23, minutes=50))
    at(TEN - timedelta(minutes=50))
    assert told() == [DAY, HOUR]


def test_after_an_outage_a_late_one_says_so(talk, at):
    at(TEN - timedelta(hours=18))
    assert told() == [DAY]
    assert (
        "comes later than it should"
        in db.session.scalars(select(Mail.text).where(Mail.kind == "appointment-reminder")).first()
    )


def test_after_a_long_outage_there_is_no_burst(talk, at):
    at(TEN - timedelta(minutes=20))
    assert told() == [HOUR]


def test_nobody_is_reminded_of_what_has_begun(talk, at):
    at(TEN + timedelta(minutes=1))
    assert told() == []


def test_who_books_for_today_is_reminded_an_hour_before(amara, hour, at):
    booking.book(amara, hour, utc(2, 14))
    at(utc(2, 13, 1))
    assert told() == [HOUR]
