"""Slots, grouped as a reader sees them."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from kaya.care.slot import Daypart, Slot, by_daypart, by_local_day


def a_slot(start):
    begins = datetime.fromisoformat(start).replace(tzinfo=UTC)
    return Slot(begins, begins + timedelta(hours=1), uuid4(), uuid4())


def test_days_are_those_of_the_reader():
    late, later = a_slot("2026-06-01T18:00"), a_slot("2026-06-01T18:15")
    assert by_local_day([later, late], "Asia/Kathmandu") == {date(2026, 6, 1): [late], date(2026, 6, 2): [later]}
    assert by_local_day([late, later], "Africa/Lagos") == {date(2026, 6, 1): [late, later]}


def test_noon_is_afternoon_and_five_is_evening():
    starts = [a_slot(f"2026-06-01T{time}") for time in ("10:55", "11:00", "15:55", "16:00")]
    parts = by_daypart(starts, "Africa/Lagos")
    assert list(parts) == [Daypart.MORNING, Daypart.AFTERNOON, Daypart.EVENING]
    assert [len(found) for found in parts.values()] == [1, 2, 1]
    assert list(by_daypart(starts[:1], "Africa/Lagos")) == [Daypart.MORNING]
