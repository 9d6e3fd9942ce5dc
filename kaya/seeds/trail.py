"""Planting the audit trail: what staff and others did before today, written as they would have written it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from kaya import audit, clock
from kaya.accounts.models import Invitation, User
from kaya.accounts.permissions import Permission
from kaya.audit import expiry
from kaya.audit.acts import acts
from kaya.audit.models import Head
from kaya.care.models import Appointment, Practitioner, Service, Verification
from kaya.db import db, uuid7
from kaya.organisation.models import Organisation
from kaya.origin import Medium, Origin, coming_from
from kaya.seeds import clients, places
from kaya.seeds.practitioners import OKAFOR

# From the ranges of addresses that are kept for stories.
AT_THE_DESK, ON_A_TRAIN, FAR_AWAY, NOBODYS = "203.0.113.20", "198.51.100.7", "192.0.2.144", "2001:db8:41::9"
ON_HER_PHONE, IN_LAGOS, IN_BROOKLYN = "203.0.113.77", "198.51.100.61", "198.51.100.190"
MANY_DAYS = 200  # since then there is staff here
AN_OLD_SERVICE, A_NEW_SERVICE = 3, 11


@dataclass(frozen=True)
class Done:
    """`actor` did `act` at `at`; without one it was nobody signed in, or on the command line the house itself."""

    at: datetime
    act: str
    actor: User | None = None
    subject: User | None = None
    row: Any = None
    reason: str = ""
    address: str = AT_THE_DESK

    def write(self) -> None:
        medium = Medium.BROWSER if self.address else Medium.COMMAND
        asked_by = self.actor.id if self.actor else None
        there = Origin(medium, uuid7().hex if self.address else "", self.address, asked_by)
        with coming_from(there):
            what = acts[self.act]
            audit.record(what, actor=self.actor, subject=self.subject, row=self.row, reason=self.reason)


def plant_trail() -> None:
    """Once, where nothing is written yet: a chain only grows at its end. Each in a transaction of its own, and a month
    that is over is sealed before the next begins, as the nightly job would have done."""
    if db.session.scalar(select(Head.sequence)):
        return
    latest = None
    for done in sorted(what_was_done(), key=lambda each: each.at):
        month = done.at.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        if latest and latest < month:
            latest = at_that_time(month, seal)
        latest = at_that_time(max(done.at, latest or done.at), done.write)


def at_that_time(at: datetime, act: Callable[[], object]) -> datetime:
    """When it was done."""
    with clock.moved(to=at):
        act()
        return clock.now()


def seal() -> None:
    with coming_from(Origin(Medium.JOB)):
        expiry.seal()


def what_was_done() -> Iterator[Done]:
    sofia, petra = user(clients.ADMIN.address), user(clients.SUPPORT.address)
    amara, ben = user(clients.AMARA.address), user(clients.BEN.address)
    yield from how_staff_began(sofia, petra)
    yield from what_staff_changed(sofia)
    yield from who_was_verified()
    yield from what_support_did(petra)
    yield from what_happened_to_accounts(sofia, petra)
    yield from who_came_in(sofia, petra, user(OKAFOR.person.address))
    yield from who_could_not(amara, ben)


def user(address: str) -> User:
    return db.session.scalars(User.by_email(address)).one()


def on(days: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """So many days before today, by the clock of the house."""
    day = clock.today(places.ZONE) - timedelta(days=days)
    return datetime.combine(day, time(hour, minute, second), ZoneInfo(places.ZONE))


def how_staff_began(sofia: User, petra: User) -> Iterator[Done]:
    """The first by the command line, as in every house; the second by the first."""
    yield Done(on(MANY_DAYS, 9), "role-given", None, sofia, reason="staff", address="")
    for second, permission in enumerate(Permission):
        yield Done(on(MANY_DAYS, 9, 0, second + 1), "permission-granted", None, sofia, reason=permission, address="")
    yield Done(on(MANY_DAYS, 9, 12), "two-factor-enabled", sofia, sofia)
    yield Done(on(MANY_DAYS, 10, 3), "role-given", sofia, petra, reason="staff")
    yield Done(on(MANY_DAYS, 10, 4), "permission-granted", sofia, petra, reason=Permission.SUPPORT)
    yield Done(on(MANY_DAYS, 11, 40), "two-factor-enabled", petra, petra, address=ON_A_TRAIN)
    yield Done(on(88, 16, 20), "permission-granted", sofia, petra, reason=Permission.CONTENT)
    yield Done(on(60, 9, 5), "permission-withdrawn", sofia, petra, reason=Permission.CONTENT)


def what_staff_changed(sofia: User) -> Iterator[Done]:
    services = db.session.scalars(select(Service).order_by(Service.slug).limit(A_NEW_SERVICE + 1)).all()
    yield Done(on(150, 14, 30), "organisation-changed", sofia, row=db.session.get(Organisation, 1))
    yield Done(on(61, 10, 15), "service-changed", sofia, row=services[AN_OLD_SERVICE])
    yield Done(on(9, 15, 48), "service-changed", sofia, row=services[A_NEW_SERVICE])
    yield Done(on(9, 15, 55), "service-changed", sofia, row=services[A_NEW_SERVICE])
    yield Done(on(31, 8, 50), "audit-exported", sofia, reason="csv")


def who_was_verified() -> Iterator[Done]:
    """As their papers say."""
    papers = select(Verification, Practitioner).join(Practitioner, Practitioner.id == Verification.practitioner_id)
    for seen, practitioner in db.session.execute(papers).unique():
        by = db.session.get(User, seen.verified_by_id)
        done = Done(seen.verified_at, "practitioner-verified", by, practitioner.user, practitioner)
        asked = seen.verified_at - timedelta(days=2, hours=3)
        yield replace(done, at=asked, act="practitioner-applied", actor=practitioner.user, address=ON_A_TRAIN)
        yield done


def what_support_did(petra: User) -> Iterator[Done]:
    """For people who rang."""
    rows = select(Appointment).order_by(Appointment.starts_at.desc(), Appointment.id).limit(3)
    moved, booked, cancelled = db.session.scalars(rows).unique()
    yield Done(on(5, 11, 32), "appointment-moved-for", petra, moved.client, moved)
    yield Done(on(4, 9, 17), "appointment-booked-for", petra, booked.client, booked)
    yield Done(on(2, 16, 41), "appointment-cancelled-for", petra, cancelled.client, cancelled)
    yield Done(on(2, 16, 59), "not-allowed", petra, row=("page", "audit.index"))


def what_happened_to_accounts(sofia: User, petra: User) -> Iterator[Done]:
    walter = user(clients.SUSPENDED)
    yield Done(walter.suspended_at or on(3, 10), "account-suspended", sofia, walter)
    invitation = db.session.scalar(Invitation.by_email(clients.INVITED[1]))
    if invitation is not None:
        yield Done(invitation.created_at, "invitation-sent", sofia, row=invitation, reason=invitation.role)
    yield Done(on(17, 12, 8), "profile-changed-by-staff", petra, user(clients.MEMBERS[3].address))


def who_came_in(sofia: User, petra: User, okafor: User) -> Iterator[Done]:
    for days in (12, 9, 7, 5, 3, 2, 1):
        yield Done(on(days, 8, 40 + days), "signed-in", sofia, sofia)
        yield Done(on(days, 17, 50 - days), "signed-out", sofia, sofia)
    for days in (5, 4, 2, 1):
        yield Done(on(days, 9, days), "signed-in", petra, petra)
    yield Done(on(6, 7, 30), "signed-in", okafor, okafor, address=IN_LAGOS)
    yield Done(on(6, 7, 34), "passkey-added", okafor, okafor, address=IN_LAGOS)


def who_could_not(amara: User, ben: User) -> Iterator[Done]:
    """A finger that slipped; someone who guessed; an address that is nobody's."""
    yield Done(on(8, 21, 14), "wrong-password", None, amara, address=ON_HER_PHONE)
    yield Done(on(8, 21, 15), "signed-in", amara, amara, address=ON_HER_PHONE)
    for second in (2, 9, 15, 24, 31):
        yield Done(on(4, 3, 26, second), "wrong-password", None, ben, address=FAR_AWAY)
    yield Done(on(4, 3, 26, 32), "password-locked", None, ben, address=FAR_AWAY)
    yield Done(on(4, 13, 2), "password-reset-asked", None, ben, address=IN_BROOKLYN)
    yield Done(on(4, 13, 5), "password-changed", ben, ben, address=IN_BROOKLYN)
    yield Done(on(4, 13, 6), "signed-in", ben, ben, address=IN_BROOKLYN)
    yield Done(on(1, 2, 11), "wrong-password", None, None, address=NOBODYS)
