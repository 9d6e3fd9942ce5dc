"""What care does at facts, its own and others'."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from kaya import clock
from kaya.care import catalogue, papers, practising, signals
from kaya.care.models import Practitioner, Service, ServiceCategory
from kaya.db import db
from kaya.jobs import enqueue
from kaya.signals import announce, on

SOON = timedelta(seconds=1)


@on(signals.practitioner_applied, signals.practitioner_changed)
def let_words_find_them(*, practitioner: Practitioner, **_: Any) -> None:
    practising.make_findable(db.session(), practitioner)


@on(signals.practitioner_applied)
def tell_staff_of_an_application(*, practitioner: Practitioner, **_: Any) -> None:
    papers.tell_staff(practitioner)


@on(signals.practitioner_verified)
def tell_who_was_verified(*, practitioner: Practitioner, **_: Any) -> None:
    papers.tell_verified(practitioner)


@on(signals.practitioner_declined)
def tell_who_was_declined(*, practitioner: Practitioner, **_: Any) -> None:
    papers.tell_declined(practitioner)


@on(signals.service_changed)
def let_words_find_it(*, service: Service, **_: Any) -> None:
    catalogue.make_findable(db.session(), service)


@on(signals.category_changed)
def let_words_find_what_stands_there(*, category: ServiceCategory, **_: Any) -> None:
    session = db.session()
    for service in session.scalars(Service.listed().where(Service.category_id == category.id)).all():
        catalogue.make_findable(session, service)


@on(signals.practitioner_verified, signals.practitioner_changed, signals.offering_changed)
def slots_change_with_what_is_offered(*, practitioner: Practitioner, **_: Any) -> None:
    announce(signals.slots_changed, practitioner_id=practitioner.id)


@on(signals.slots_changed)
def count_next_open_soon(*, practitioner_id: UUID, **_: Any) -> None:
    """One job for all that happens to a practitioner within the same second, done when it is over."""
    second = clock.now().replace(microsecond=0)
    key = f"care.count_next_open:{practitioner_id}:{second.timestamp():.0f}"
    enqueue("care.count_next_open", key=key, run_at=second + SOON, practitioner_id=str(practitioner_id))
