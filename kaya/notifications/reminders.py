"""Reminders at times of day that someone chose: a feature declares what it reminds of, and its members choose when.

    remindable("check-in", "/mood", unless=has_checked_in)      at the start; "check-in" is a kind of notification
    reminders.choose(amara, "check-in", ["08:00", "20:30"])     a verb: these times and no others
    reminders.chosen(amara, "check-in")                         a question: her rows, for the form

Each is told once on a day of theirs: in the house and by mail, as their preferences say. In their quiet hours and
while they rest it keeps silent, and so it does more than an hour late. A clock put forward lets none fall out, one put
back doubles none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock
from kaya.accounts.models import User
from kaya.accounts.profiles import is_quiet, is_time
from kaya.accounts.resting import is_resting
from kaya.db import db, locked, transaction
from kaya.jobs import enqueue, job
from kaya.notifications.models import DailyReminder
from kaya.notifications.telling import tell
from kaya.refusal import Refusal
from kaya.words import say

EVERY_DAY = range(7)
MOST = 6
LATE = timedelta(hours=1)
DAY = timedelta(days=1)

Unless = Callable[[User, date], bool]


def never(member: User, day: date) -> bool:
    return False


@dataclass(frozen=True)
class Remindable:
    """`path` is the page it leads to; `unless(member, day)`: needs nobody to remind them that calendar day any more."""

    path: str
    unless: Unless


remindables: dict[str, Remindable] = {}


def remindable(kind: str, path: str, *, unless: Unless = never) -> None:
    """Declare that members may be reminded by notifications of this `kind`."""
    remindables[kind] = Remindable(path, unless)


def choose(member: User, kind: str, times: Iterable[str], weekdays: Iterable[int] = EVERY_DAY) -> list[DailyReminder]:
    """Be reminded at these times of one's own clock ("08:00"), on these weekdays (0 is Monday); of none, never.

    Refuses "invalid-time", "too-many" (more than six) and "no-days".
    """
    wanted, days = checked_times(times), checked_days(weekdays)
    with transaction() as session:
        locked(session, member)
        there = {row.time: row for row in session.scalars(DailyReminder.of(member, kind))}
        for gone in there.keys() - set(wanted):
            session.delete(there[gone])
        for each in wanted:
            place(session, member, kind, each, days, there.get(each))
        session.flush()
        return list(session.scalars(DailyReminder.of(member, kind)))


def chosen(member: User, kind: str) -> list[DailyReminder]:
    return list(db.session.scalars(DailyReminder.of(member, kind)))


def keeps_silent(member: User, reminder: DailyReminder) -> bool:
    """Does it lie in their quiet hours?"""
    return is_quiet(member, reminder.next_at)


def place(
    session: Session, member: User, kind: str, at: str, weekdays: list[int], row: DailyReminder | None
) -> DailyReminder:
    row = row or DailyReminder(user_id=member.id, kind=kind, time=at)
    row.weekdays = weekdays
    row.next_at = next_due(row, member.timezone)
    session.add(row)
    return row


def follow_the_clock(member: User) -> None:
    """They live in another zone now: what is due next is due by its clock. Inside a transaction."""
    for row in db.session.scalars(DailyReminder.of(member)):
        row.next_at = next_due(row, member.timezone)


def next_due(reminder: DailyReminder, zone: str) -> datetime:
    """The next instant at which their clock shows its time, on a day of its weekdays on which it was not told yet.

    A time that the clock leaves out comes as much later as the clock jumps; one that it shows twice comes once.
    """
    now = clock.now()
    day = now.astimezone(ZoneInfo(zone)).date()
    while True:
        due = instant_of(day, reminder.time, zone)
        was_told = reminder.told_on is not None and day <= reminder.told_on
        if due > now and not was_told and day.weekday() in reminder.weekdays:
            return due
        day += DAY


def instant_of(day: date, at: str, zone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), ZoneInfo(zone)).astimezone(clock.now().tzinfo)


def ring_those_due() -> None:
    """Write a job for each reminder that is due."""
    with transaction() as session:
        due = select(DailyReminder.id, DailyReminder.next_at).where(DailyReminder.next_at <= clock.now())
        for id, at in session.execute(due):
            enqueue("notifications.remind-one", key=f"reminder:{id}:{at.isoformat()}", reminder=str(id))


@job("notifications.remind-one")
def remind_one(reminder: str) -> None:
    """Tell it, if it is still due and wanted now; either way it is due again another day."""
    with transaction() as session:
        row = session.get(DailyReminder, UUID(reminder))
        if row is None:
            return
        locked(session, row)
        member = session.get_one(User, row.user_id)
        if row.next_at > clock.now():
            return
        day = row.next_at.astimezone(ZoneInfo(member.timezone)).date()
        if is_wanted(member, row, day):
            tell(member, row.kind, remindables[row.kind].path)
        row.told_on = day
        row.next_at = next_due(row, member.timezone)


def is_wanted(member: User, row: DailyReminder, day: date) -> bool:
    is_late = clock.now() - row.next_at > LATE
    is_told = row.kind in remindables and member.is_active and not is_late and not is_quiet(member, clock.now())
    return is_told and not is_resting(member) and not remindables[row.kind].unless(member, day)


def checked_times(times: Iterable[str]) -> list[str]:
    wanted = sorted({each.strip() for each in times if each.strip()})
    if not all(map(is_time, wanted)):
        raise Refusal("invalid-time", say("Please write a time such as 20:30."), field="times")
    if len(wanted) > MOST:
        raise Refusal("too-many", say("At most %(count)s times a day.", count=MOST), field="times")
    return wanted


def checked_days(weekdays: Iterable[int]) -> list[int]:
    days = sorted(set(weekdays))
    if not days or not set(days) <= set(EVERY_DAY):
        raise Refusal("no-days", say("Please choose a day of the week."), field="weekdays")
    return days
