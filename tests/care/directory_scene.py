"""People to be found in the directory: each said in a line, by the verbs that really make them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import event, insert

from kaya.accounts.models import Role, User
from kaya.care import catalogue, next_opening, offering, practising, schedule, verification
from kaya.care.catalogue import Description
from kaya.care.hours import Schedule, WeeklyRange
from kaya.care.models import (
    Mode,
    Offering,
    OpenSpell,
    Practitioner,
    PractitionerLanguage,
    Resource,
    Service,
    ServiceCategory,
    Specialty,
    Verification,
)
from kaya.care.offering import Terms
from kaya.care.practising import Profile
from kaya.db import db, transaction, uuid7
from kaya.money import Money
from tests.cast import person

NINE, FIVE = 9 * 60, 17 * 60


def vocabulary(*names: str) -> None:
    with transaction() as session:
        session.add_all(Specialty(slug=name.lower().replace(" ", "-"), name=name) for name in names)


def shelf(name: str = "Talking") -> ServiceCategory:
    with transaction() as session:
        found = ServiceCategory(slug=name.lower(), name=name)
        session.add(found)
    return found


def a_service(admin: User, category: ServiceCategory, name: str, *, minutes: int = 50, euros: int = 60) -> Service:
    return catalogue.create_service(admin, Description(category.id, name, minutes, Money(euros * 100, "EUR")))


def profile(name: str, **said: Any) -> Profile:
    return Profile(**{"display_name": name, "kind": "therapist", "timezone": "UTC", "licence": "X-1"} | said)


def someone(
    admin: User,
    name: str,
    service: Service | None = None,
    *,
    euros: int = 60,
    mode: str = Mode.VIDEO,
    weekdays: Sequence[int] = range(7),
    **said: Any,
) -> Practitioner:
    """A verified practitioner, in from nine to five on `weekdays`, whose open times have been counted."""
    user = person(name, email=f"{name.lower().replace(' ', '.')}@example.org")
    practitioner = practising.apply(user, profile(name, **said))
    verification.verify(admin, practitioner)
    weekly = tuple(WeeklyRange(day, NINE, FIVE) for day in weekdays)
    hours = Schedule(practitioner.timezone, weekly, minimum_notice_minutes=0, window_days=30)
    schedule.replace_availability(user, practitioner, hours)
    if service is not None:
        offering.offer(user, practitioner, service, Terms(mode, service.minutes, Money(euros * 100, "EUR")))
    next_opening.count_next_open(practitioner.id)
    return practitioner


def a_crowd(service: Service, most: int, now: Any) -> None:
    """Many practitioners at once, written as rows."""
    users, people, resources = [], [], []
    with transaction() as session:
        first = 1 + (session.scalar(db.select(db.func.max(Resource.no))) or 0)
        for n in range(most):
            users.append({"id": uuid7(), "email": f"crowd{n}@example.org", "name": f"Crowd {n:05}", "password_hash": "",
                          "role": Role.PRACTITIONER, "preferences": {}})  # fmt: skip
            resources.append({"no": first + n, "kind": "person"})
            people.append({"id": uuid7(), "user_id": users[n]["id"], "slug": f"crowd-{n:05}", "kind": "therapist",
                           "display_name": f"Crowd {n:05}", "timezone": "UTC", "resource_no": first + n,
                           "price_from_amount": 1000 + n % 97, "price_from_currency": "EUR",
                           "next_open_at": now + timedelta(minutes=n % 5000) if n % 4 else None})  # fmt: skip
        ids = [each["id"] for each in people]
        session.execute(insert(User), users)
        session.execute(insert(Resource), resources)
        session.execute(insert(Practitioner), people)
        session.execute(insert(Verification), [{"practitioner_id": each} for each in ids])
        languages = [{"practitioner_id": each, "code": code} for each in ids for code in ("en", "pt")]
        session.execute(insert(PractitionerLanguage), languages)
        spells = [{"practitioner_id": each["id"], "first_start": each["next_open_at"] + timedelta(days=7 * week),
                   "last_start": each["next_open_at"] + timedelta(days=7 * week + 3)}
                  for each in people if each["next_open_at"] for week in range(4)]  # fmt: skip
        session.execute(insert(OpenSpell), spells)
        session.execute(
            insert(Offering),
            [{"practitioner_id": each["id"], "service_id": service.id, "mode": Mode.VIDEO, "minutes": 50,
              "price_amount": each["price_from_amount"], "price_currency": "EUR"} for each in people],
        )  # fmt: skip


class Questions:
    """The statements that reach the database while it is open: `with Questions() as asked: …; asked.count`."""

    def __enter__(self) -> "Questions":
        self.statements: list[str] = []
        event.listen(db.engine, "before_cursor_execute", self.note)
        return self

    def __exit__(self, *_: Any) -> None:
        event.remove(db.engine, "before_cursor_execute", self.note)

    def note(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT")):
            self.statements.append(statement)

    @property
    def count(self) -> int:
        return len(self.statements)
