"""Reminders at times of day: each once, by their owner's clock, never in quiet hours, through all changes of clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaya import clock as kaya_clock
from kaya.accounts import profiles
from kaya.mail.models import Mail
from kaya.notifications import kind, reminders
from kaya.notifications.kinds import kinds
from kaya.notifications.models import DailyReminder, Notification
from kaya.notifications.reminders import next_due, remindable
from kaya.refusal import Refusal

KIND = "test-of-reminders"


def utc(*when):
    return datetime(*when, tzinfo=UTC)


@pytest.fixture(autouse=True)
def reminds(monkeypatch):
    monkeypatch.setattr(reminders, "remindables", dict(reminders.remindables))
    kind(KIND, label="Reminders of the tests", sentence="It is time.", mail=True)
    remindable(KIND, "/notifications")
    yield
    del kinds[KIND]


def told(session, member):
    session.rollback()
    session.expire_all()
    return session.scalars(Notification.of(member)).all()


def test_a_reminder_is_told_once_a_day_here_and_by_mail(amara, clock, run_jobs, session):
    clock.travel(to=utc(2026, 6, 1, 7))
    clock.stand()
    reminders.choose(amara, KIND, ["20:30", "08:30"])
    clock.travel(to=utc(2026, 6, 1, 7, 31))
    run_jobs()
    clock.travel(minutes=1)
    run_jobs()
    [morning] = told(session, amara)
    assert (morning.kind, morning.path) == (KIND, "/notifications")
    assert session.query(Mail).filter_by(kind=f"notification.{KIND}").count() == 1
    clock.travel(to=utc(2026, 6, 1, 19, 31))
    run_jobs()
    clock.travel(days=1)
    run_jobs()
    assert len(told(session, amara)) == 3


def test_quiet_hours_are_kept_and_so_is_silence_when_it_is_late(amara, clock, run_jobs, session):
    clock.travel(to=utc(2026, 6, 1, 12))
    clock.stand()
    profiles.prefer(amara, quiet_from="22:00", quiet_until="07:00")
    silent, late = reminders.choose(amara, KIND, ["06:30", "12:00"])
    assert reminders.keeps_silent(amara, silent)
    assert not reminders.keeps_silent(amara, late)
    clock.travel(to=utc(2026, 6, 2, 5, 31))
    run_jobs()
    clock.travel(to=utc(2026, 6, 2, 12, 5))
    run_jobs()
    assert told(session, amara) == []
    assert {row.told_on for row in reminders.chosen(amara, KIND)} == {date(2026, 6, 2)}


def test_whoever_did_it_already_is_left_in_peace(amara, clock, run_jobs, session):
    remindable(KIND, "/notifications", unless=lambda member, day: day == date(2026, 6, 1))
    clock.travel(to=utc(2026, 6, 1, 7))
    clock.stand()
    reminders.choose(amara, KIND, ["08:30"])
    clock.travel(to=utc(2026, 6, 1, 7, 31))
    run_jobs()
    assert told(session, amara) == []
    clock.travel(days=1)
    run_jobs()
    assert len(told(session, amara)) == 1


def test_in_another_zone_it_follows_the_new_clock_and_is_not_told_twice_that_day(amara, clock, run_jobs, session):
    clock.travel(to=utc(2026, 6, 1, 7))
    clock.stand()
    reminders.choose(amara, KIND, ["08:30"])
    clock.travel(to=utc(2026, 6, 1, 7, 31))
    run_jobs()
    profiles.change(amara, timezone="America/New_York")
    [reminder] = reminders.chosen(amara, KIND)
    assert reminder.next_at == utc(2026, 6, 2, 12, 30)


def test_taken_back_it_is_silent(amara, clock, run_jobs, session):
    clock.travel(to=utc(2026, 6, 1, 7))
    clock.stand()
    reminders.choose(amara, KIND, ["08:30"])
    reminders.choose(amara, KIND, [])
    clock.travel(hours=2)
    run_jobs()
    assert told(session, amara) == []


@pytest.mark.parametrize(
    ("times", "weekdays", "why"),
    [
        (["25:00"], range(7), "invalid-time"),
        (["8"], range(7), "invalid-time"),
        (["08:00"], [], "no-days"),
        (["08:00"], [7], "no-days"),
        ([f"0{n}:00" for n in range(7)], range(7), "too-many"),
    ],
)
def test_what_is_no_time_is_refused(amara, times, weekdays, why):
    with pytest.raises(Refusal, match=why):
        reminders.choose(amara, KIND, times, weekdays)


ZONES = st.sampled_from(
    ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"]
)


@settings(max_examples=25, deadline=None)
@given(zone=ZONES, hour=st.integers(0, 23), minute=st.sampled_from([0, 15, 30, 59]), start=st.integers(0, 364))
def test_each_day_has_exactly_one_through_every_change_of_clocks(zone, hour, minute, start):
    reminder = DailyReminder(time=f"{hour:02}:{minute:02}", weekdays=list(range(7)), told_on=None)
    now, days = utc(2026, 1, 1) + timedelta(days=start), []
    for _ in range(45):
        with kaya_clock.moved(now):
            now = next_due(reminder, zone)
        here = now.astimezone(ZoneInfo(zone))
        days.append(here.date())
        reminder.told_on = here.date()
        assert here.strftime("%H:%M") >= reminder.time or here.hour == 0
    assert days == [days[0] + timedelta(days=n) for n in range(45)]
