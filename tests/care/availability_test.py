"""A practitioner says when they are there."""

from datetime import date

import pytest

from kaya.care import booking, schedule
from kaya.care.hours import DayException, Schedule, TimeRange, WeeklyRange
from kaya.care.models import Practitioner, Status
from kaya.db import db, transaction
from kaya.realtime import version_of
from kaya.refusal import Refusal
from tests.care.booking_scene import utc

pytestmark = pytest.mark.usefixtures("monday")

TUESDAYS = Schedule("Africa/Lagos", weekly=(WeeklyRange(1, 600, 720),), minimum_notice_minutes=0)


def test_what_was_said_replaces_the_whole(okafor, ngozi, hour):
    schedule.replace_availability(okafor, ngozi, TUESDAYS)
    assert schedule.schedule_of(ngozi) == TUESDAYS
    assert db.session.get(Practitioner, ngozi.id).timezone == "Africa/Lagos"
    assert [slot.start for slot in schedule.open_slots(hour, utc(2, 0), utc(9, 0))] == [
        utc(3, 9),
        utc(3, 9, 30),
        utc(3, 10),
    ]


def test_every_rule_comes_back_as_it_went(okafor, ngozi):
    full = Schedule(
        "America/New_York",
        weekly=(WeeklyRange(0, 0, 1440), WeeklyRange(6, 540, 600), WeeklyRange(6, 660, 720)),
        exceptions=(
            DayException(date(2026, 12, 24)),
            DayException(date(2026, 4, 1), (TimeRange(60, 90), TimeRange(120, 150))),
        ),
        slot_step_minutes=15,
        buffer_before_minutes=10,
        buffer_after_minutes=20,
        minimum_notice_minutes=0,
        window_days=365,
        daily_limit=3,
    )
    schedule.replace_availability(okafor, ngozi, full)
    assert schedule.schedule_of(ngozi) == full


def test_appointments_already_made_stay(amara, okafor, ngozi, hour):
    found = booking.book(amara, hour, utc(4, 11))
    schedule.replace_availability(okafor, ngozi, TUESDAYS)
    db.session.expire_all()
    assert (found.status, found.starts_at) == (Status.PENDING, utc(4, 11))


def test_staff_may_and_others_may_not(amara, admin, ngozi):
    schedule.replace_availability(admin, ngozi, TUESDAYS)
    with pytest.raises(Refusal, match="not-allowed") as refused:
        schedule.replace_availability(amara, ngozi, Schedule())
    assert refused.value.status == 403
    assert schedule.schedule_of(ngozi) == TUESDAYS


def test_open_pages_are_told(okafor, ngozi):
    before = version_of("availability", ngozi.id)
    schedule.replace_availability(okafor, ngozi, TUESDAYS)
    assert version_of("availability", ngozi.id) == before + 1


def test_without_hours_there_are_none(ngozi, hour):
    with transaction() as session:
        session.delete(session.get(schedule.Availability, ngozi.id))
    assert schedule.schedule_of(ngozi).weekly == ()
    assert schedule.open_slots(hour, utc(2, 0), utc(9, 0)) == []
