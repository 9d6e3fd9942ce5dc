"""Many rows at once: appointments of one practitioner, practitioners of a directory."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import insert, select

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import (
    Appointment,
    Claim,
    Offering,
    Practitioner,
    Reservation,
    Resource,
    Verification,
)
from kaya.care.spans import minute_of
from kaya.db import db, transaction, uuid7


def a_service_of(slug: str) -> UUID:
    """The id of something that this practitioner offers."""
    offered = select(Offering.service_id).join(Practitioner, Practitioner.id == Offering.practitioner_id)
    return db.session.scalars(offered.where(Practitioner.slug == slug)).first()


def book_many(slug: str, count: int) -> None:
    """`count` confirmed appointments of a quarter of an hour: half behind us, half in the coming 30 days."""
    with transaction() as session:
        practitioner = session.scalars(select(Practitioner).where(Practitioner.slug == slug)).one()
        offering = session.scalars(select(Offering).where(Offering.practitioner_id == practitioner.id)).first()
        client = session.scalars(select(User.id).where(User.email == "ben@example.org")).one()
        assert offering is not None
        session.execute(Claim.__table__.delete().where(Claim.resource_no == practitioner.resource_no))
        step = timedelta(days=30) / (count // 2)
        noon = clock.now().replace(minute=0, second=0, microsecond=0)
        starts = [noon + step * i for i in range(-(count // 2), count - count // 2)]
        reservations = [{"id": uuid7(), "expires_at": None} for _ in starts]
        session.execute(insert(Reservation), reservations)
        session.execute(insert(Claim), [claim(practitioner, r, s) for r, s in zip(reservations, starts, strict=True)])
        rows = [row(practitioner, offering, client, r, s) for r, s in zip(reservations, starts, strict=True)]
        session.execute(insert(Appointment), rows)


def claim(practitioner: Practitioner, reservation: dict, start) -> dict:
    first = minute_of(start)
    return {"reservation_id": reservation["id"], "resource_no": practitioner.resource_no} | {
        "start_minute": first,
        "end_minute": first + 15,
    }


def row(practitioner: Practitioner, offering: Offering, client, reservation: dict, start) -> dict:
    return {
        "client_id": client,
        "practitioner_id": practitioner.id,
        "offering_id": offering.id,
        "service_id": offering.service_id,
        "reservation_id": reservation["id"],
        "mode": offering.mode,
        "starts_at": start,
        "ends_at": start + timedelta(minutes=15),
        "status": "confirmed",
        "price_amount": 0,
        "price_currency": "EUR",
        "client_timezone": "UTC",
    }


def hire_many(count: int) -> None:
    """`count` verified practitioners with one offering each, like the seeded ones but invented by the dozen."""
    with transaction() as session:
        service_id = session.scalars(select(Offering.service_id)).first()
        first_no = (session.scalars(select(Resource.no).order_by(Resource.no.desc())).first() or 0) + 1
        people = [uuid7() for _ in range(count)]
        session.execute(insert(Resource), [{"no": first_no + i, "kind": "person"} for i in range(count)])
        session.execute(insert(User), [account(i, person) for i, person in enumerate(people)])
        session.execute(insert(Practitioner), [listed(i, p, first_no + i) for i, p in enumerate(people)])
        session.execute(insert(Verification), [{"practitioner_id": person} for person in people])
        session.execute(insert(Offering), [offered(person, service_id) for person in people])


def account(number: int, person) -> dict:
    return {
        "id": person,
        "email": f"crowd-{number}@example.org",
        "name": f"Crowd {number}",
        "password_hash": "none",
        "role": "practitioner",
        "preferences": {},
    }


def listed(number: int, person, resource_no: int) -> dict:
    return {
        "id": person,
        "user_id": person,
        "slug": f"crowd-{number}",
        "display_name": f"Crowd {number}",
        "kind": ("therapist", "doctor", "coach", "yoga")[number % 4],
        "title": "Practitioner",
        "timezone": "UTC",
        "resource_no": resource_no,
        "price_from_amount": 1000 + number % 9000,
        "price_from_currency": "EUR",
        "next_open_at": clock.now() + timedelta(hours=3, minutes=number),
        "next_open_counted_at": clock.now(),
    }


def offered(person, service_id) -> dict:
    return {
        "practitioner_id": person,
        "service_id": service_id,
        "mode": "video",
        "minutes": 50,
        "price_amount": 5000,
        "price_currency": "EUR",
    }
