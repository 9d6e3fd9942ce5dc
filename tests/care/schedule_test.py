"""Which times are open: by hours, by what is taken, at a cost that does not grow."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kaya.care import booking, holds, schedule
from kaya.care.models import Appointment, Claim, Offering, Reservation, Status
from kaya.care.openings import Reason
from kaya.care.spans import minute_of
from kaya.db import db, transaction, uuid7
from tests.care.booking_scene import a_room, every_day, offering, practice, service, utc
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("monday")

MOST_QUERIES = 5


def fill(hour: Offering, client_id: UUID, count: int) -> None:
    """So many appointments, one after the other, an hour each, day and night."""
    with transaction() as session:
        for n in range(count):
            start = utc(3, 0) + timedelta(hours=n)
            reservation = Reservation(id=uuid7())
            claim = Claim(
                resource_no=resource_no(hour), start_minute=minute_of(start), end_minute=minute_of(start) + 60
            )
            reservation.claims = [claim]
            session.add(reservation)
            session.flush()
            session.add(
                Appointment(
                    client_id=client_id,
                    practitioner_id=hour.practitioner_id,
                    offering_id=hour.id,
                    service_id=hour.service_id,
                    reservation_id=reservation.id,
                    mode="video",
                    starts_at=start,
                    ends_at=start + timedelta(hours=1),
                    status=Status.CONFIRMED,
                    price_amount=0,
                    price_currency="EUR",
                    client_timezone="UTC",
                )
            )


def resource_no(hour: Offering) -> int:
    return schedule.diary_of(hour).practitioner.resource_no


def month(hour_id) -> tuple[int, int]:
    """How many slots a month has, and how many queries it took to say so, for someone who just came."""
    db.session.remove()
    hour = db.session.get(Offering, hour_id)
    with statements() as said:
        slots = schedule.open_slots(hour, utc(3, 0), utc(3, 0) + timedelta(days=31))
    return len(slots), len([each for each in said if each.startswith("SELECT")])


def why_not(offered, start):
    return next(iter(schedule.objections(offered, start)), None)


def test_a_month_costs_the_same_at_two_thousand_appointments_as_at_none(amara, okafor):
    hour = offering(practice(okafor, window_days=365, daily_limit=100), service(), mode="in_person", room=a_room())
    hour_id, client_id = hour.id, amara.id
    empty, queries = month(hour_id)
    assert empty == 31 * 15
    assert queries <= MOST_QUERIES
    fill(db.session.get(Offering, hour_id), client_id, 2000)
    full, queries_when_full = month(hour_id)
    assert full == 0
    assert queries_when_full == queries


def test_the_nearest_times_are_found_in_as_few_queries(amara, hour):
    fill(hour, amara.id, 100)
    with statements() as said:
        found = schedule.nearest(hour, utc(3, 11))
    assert [slot.start for slot in found] == [utc(2, 16), utc(2, 15, 30), utc(2, 15)]
    assert len([each for each in said if each.startswith("SELECT")]) <= MOST_QUERIES


def test_hours_are_the_practitioners_wall_time_on_both_sides_of_summer_time(okafor, monday):
    hour = offering(practice(okafor, timezone="Europe/Lisbon", window_days=60), service())
    lisbon = ZoneInfo("Europe/Lisbon")
    firsts = [
        schedule.open_slots(hour, day, day + timedelta(days=1))[0].start
        for day in (datetime(2026, 3, 28, tzinfo=lisbon), datetime(2026, 3, 29, tzinfo=lisbon))
    ]
    assert firsts == [datetime(2026, 3, 28, 9, tzinfo=UTC), datetime(2026, 3, 29, 8, tzinfo=UTC)]


def test_a_time_that_the_clock_skips_is_neither_offered_nor_booked(amara, okafor):
    hour = offering(practice(okafor, timezone="America/New_York", weekly=every_day(("00:00", "06:00"))), service())
    new_york = ZoneInfo("America/New_York")
    day = datetime(2026, 3, 8, tzinfo=new_york)
    walls = [slot.start.astimezone(new_york).strftime("%H:%M") for slot in schedule.open_slots(hour, day, utc(8, 10))]
    assert "02:00" not in walls
    assert "03:00" in walls
    assert why_not(hour, datetime(2026, 3, 8, 2, 30, tzinfo=new_york)).reason is Reason.DOES_NOT_EXIST


def test_a_booking_across_the_change_is_as_long_as_agreed(amara, okafor):
    hour = offering(practice(okafor, timezone="America/New_York", weekly=every_day(("00:00", "06:00"))), service())
    new_york = ZoneInfo("America/New_York")
    found = booking.book(amara, hour, datetime(2026, 3, 8, 1, 30, tzinfo=new_york))
    assert found.ends_at - found.starts_at == timedelta(hours=1)
    assert found.ends_at.astimezone(new_york).strftime("%H:%M") == "03:30"


def test_the_practitioner_is_told_why_in_full(amara, ben, okafor, monday):
    ngozi = practice(okafor, buffer_after_minutes=15, minimum_notice_minutes=60)
    hour = offering(ngozi, service())
    booking.book(amara, hour, utc(3, 11))
    held = holds.hold(ben, hour, utc(3, 14))
    reasons = {
        utc(3, 11): Reason.TAKEN,
        utc(3, 12): Reason.BUFFER,
        utc(3, 14): Reason.HELD,
        utc(3, 8): Reason.OUTSIDE_HOURS,
        utc(3, 15, 40): Reason.OFF_STEP,
        utc(1, 11): Reason.TOO_SOON,
        utc(3, 11) + timedelta(days=200): Reason.BEYOND_WINDOW,
    }
    assert {start: why_not(hour, start).reason for start in reasons} == reasons
    assert why_not(hour, utc(3, 14)).until == held.expires_at
    assert why_not(hour, utc(3, 9)) is None


def test_buffers_are_kept_free_on_both_sides(amara, okafor):
    hour = offering(practice(okafor, buffer_before_minutes=30, buffer_after_minutes=30), service())
    booking.book(amara, hour, utc(3, 12))
    starts = {slot.start for slot in schedule.open_slots(hour, utc(3, 0), utc(4, 0))}
    assert not starts & {utc(3, 10, 30), utc(3, 11), utc(3, 12), utc(3, 13), utc(3, 13, 30)}
    assert {utc(3, 10), utc(3, 14)} <= starts


def test_a_room_that_is_taken_closes_the_time_for_all_who_use_it(amara, ben, okafor, ngozi):
    room = a_room()
    here = offering(ngozi, service("Touch"), mode="in_person", room=room)
    there = offering(practice(ben), service("Needles"), mode="in_person", room=room)
    booking.book(amara, here, utc(3, 11))
    assert utc(3, 11) not in [slot.start for slot in schedule.open_slots(there, utc(3, 0), utc(4, 0))]


def test_who_is_not_listed_has_no_open_times(ngozi, hour):
    with transaction() as session:
        session.delete(ngozi.verification)
    db.session.expire_all()
    assert schedule.open_slots(hour, utc(3, 0), utc(9, 0)) == []
    assert schedule.nearest(hour, utc(3, 11)) == []
