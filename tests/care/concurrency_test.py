"""Many people at once, on real connections: a time goes to one of them, and nothing ever overlaps."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from kaya.accounts.models import User
from kaya.care import booking, holds, shelving
from kaya.care.models import Appointment, Claim, Hold, Offering, Reservation, ServiceCategory, Status
from kaya.db import db, transaction
from kaya.refusal import Refusal
from tests.care.booking_scene import a_room, offering, practice, service, utc

ELEVEN = utc(4, 11)

pytestmark = pytest.mark.usefixtures("monday")


def members(count: int) -> list[UUID]:
    with transaction() as session:
        people = [User(email=f"member{n}@example.org", name=f"Member {n}", password_hash="") for n in range(count)]
        session.add_all(people)
    return [person.id for person in people]


def all_at_once(app: Flask, acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each act answered or raised, every one in a thread and a session of its own, all begun together."""
    db.session.remove()
    outcomes: list[Any] = [None] * len(acts)
    start = Barrier(len(acts))

    def run(place: int) -> None:
        with app.app_context():
            start.wait()
            try:
                outcomes[place] = acts[place]()
            except Exception as problem:
                outcomes[place] = problem
            finally:
                db.session.remove()

    threads = [Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def book(member: UUID, offering_id: UUID, start: Any) -> Callable[[], Appointment]:
    return lambda: booking.book(db.session.get(User, member), db.session.get(Offering, offering_id), start)


def hold(member: UUID, offering_id: UUID, start: Any) -> Callable[[], Hold]:
    return lambda: holds.hold(db.session.get(User, member), db.session.get(Offering, offering_id), start)


def kinds(outcomes: Sequence[Any]) -> Counter[str]:
    """How many of each: "won", the kind of a refusal, or what went wrong."""
    return Counter(
        each.kind if isinstance(each, Refusal) else repr(each)[:200] if isinstance(each, Exception) else "won"
        for each in outcomes
    )


def overlaps() -> int:
    other = aliased(Claim)
    pairs = select(func.count()).where(
        Claim.id < other.id,
        Claim.resource_no == other.resource_no,
        Claim.start_minute < other.end_minute,
        other.start_minute < Claim.end_minute,
    )
    return db.session.scalar(pairs) or 0


def test_of_two_hundred_one_has_it_and_the_others_hear_of_other_times(app, hour):
    people, wanted = members(200), hour.id
    outcomes = all_at_once(app, [book(person, wanted, ELEVEN) for person in people])
    assert kinds(outcomes) == {"won": 1, "slot-taken": 199}
    assert all(len(each.details["alternatives"]) >= 3 for each in outcomes if isinstance(each, Refusal))
    assert db.session.scalar(select(func.count()).select_from(Appointment)) == 1
    assert overlaps() == 0


def test_holds_and_bookings_of_different_lengths_and_buffers_never_overlap(app, okafor):
    ngozi = practice(okafor, buffer_before_minutes=5, buffer_after_minutes=10, slot_step_minutes=5)
    lengths = [offering(ngozi, service(f"Talk{minutes}", minutes=minutes)).id for minutes in (15, 25, 60, 90)]
    chance = random.Random(7)
    acts = [
        chance.choice((book, hold))(
            person, chance.choice(lengths), ELEVEN + timedelta(minutes=5 * chance.randrange(30))
        )
        for person in members(120)
    ]
    found = kinds(all_at_once(app, acts))
    assert set(found) == {"won", "slot-taken"}
    assert found["won"] == db.session.scalar(select(func.count()).select_from(Reservation))
    assert overlaps() == 0


def test_two_practitioners_and_one_room(app, okafor, ben):
    room = a_room()
    there = [
        offering(practice(keeper), service(keeper.first_name), mode="in_person", room=room).id
        for keeper in (okafor, ben)
    ]
    wishes = [(n, there[n % 2], ELEVEN + timedelta(minutes=30 * (n % 3))) for n in range(60)]
    people = members(60)
    found = kinds(all_at_once(app, [book(people[n], offered, start) for n, offered, start in wishes]))
    assert set(found) == {"won", "slot-taken"}
    assert found["won"] in (1, 2)
    assert overlaps() == 0


def test_of_eight_cancellations_one_is_done(app, amara, hour):
    appointment_id, client_id = booking.book(amara, hour, ELEVEN).id, amara.id

    def cancel() -> Appointment:
        return booking.cancel(db.session.get(User, client_id), db.session.get(Appointment, appointment_id))

    outcomes = all_at_once(app, [cancel] * 8)
    assert kinds(outcomes) == {"won": 1, "invalid-transition": 7}
    assert len(db.session.get(Appointment, appointment_id).moves) == 2


def test_many_move_to_one_time_and_one_gets_there(app, hour):
    people = members(12)
    offered = hour.id
    made = [book(person, offered, utc(5 + n, 9))().id for n, person in enumerate(people)]

    def move(person: UUID, appointment_id: UUID) -> Callable[[], Appointment]:
        return lambda: booking.reschedule(
            db.session.get(User, person), db.session.get(Appointment, appointment_id), utc(20, 14)
        )

    found = kinds(all_at_once(app, [move(*each) for each in zip(people, made, strict=True)]))
    assert found == {"won": 1, "slot-taken": 11}
    assert overlaps() == 0
    assert db.session.scalar(select(func.count()).select_from(Claim)) == 12


def test_a_hold_that_ran_out_goes_to_its_holder_or_to_another_never_to_both(app, hour, monday):
    offered = hour.id
    people = members(20)
    hold(people[0], offered, ELEVEN)()
    monday.travel(minutes=6)
    acts = [book(person, offered, ELEVEN) for person in people]
    found = kinds(all_at_once(app, [*acts, *[holds.sweep] * 4]))
    assert set(found) <= {"won", "slot-taken"}
    assert found["slot-taken"] == 19
    assert [each.status for each in db.session.scalars(select(Appointment))] == [Status.PENDING]
    assert overlaps() == 0


def test_someone_with_many_open_pages_holds_one_time(app, hour):
    (person,) = members(1)
    starts = [utc(4, 9) + timedelta(hours=n) for n in range(8)]
    offered = hour.id
    assert kinds(all_at_once(app, [hold(person, offered, start) for start in starts])) == {"won": 8}
    assert db.session.scalar(select(func.count()).select_from(Hold)) == 1
    assert db.session.scalar(select(func.count()).select_from(Claim)) == 1


def test_one_id_sent_many_times_books_once(app, hour):
    (person,) = members(1)
    offered, made = hour.id, UUID("019c0000-0000-7000-8000-000000000001")

    def ask() -> UUID:
        client, wanted = db.session.get(User, person), db.session.get(Offering, offered)
        return booking.book(client, wanted, ELEVEN, id=made).id

    assert set(all_at_once(app, [ask] * 10)) == {made}
    assert db.session.scalar(select(func.count()).select_from(Appointment)) == 1


def test_a_day_of_turmoil_ends_without_an_overlap_or_a_deadlock(app, okafor, ben):
    """Booking, holding, moving, cancelling, undoing, sweeping, changing hours: all at once, two practices, one room."""
    room = a_room()
    keepers = [practice(keeper, buffer_after_minutes=10) for keeper in (okafor, ben)]
    offered = [
        offering(
            keeper, service(f"{mode} {n}", minutes=minutes), mode=mode, room=room if mode == "in_person" else None
        ).id
        for n, keeper in enumerate(keepers)
        for mode, minutes in (("in_person", 60), ("video", 45))
    ]
    chance, people = random.Random(11), members(48)
    made = [book(person, offered[n % 4], utc(4 + n // 3, 9 + 2 * (n % 3)))() for n, person in enumerate(people[:12])]
    ids = [each.id for each in made]

    def start() -> Any:
        return utc(4 + chance.randrange(4), 9) + timedelta(minutes=30 * chance.randrange(14))

    def change(verb: Callable[..., Any], n: int, *more: Any) -> Callable[[], Any]:
        return lambda: verb(db.session.get(User, people[n]), db.session.get(Appointment, ids[n]), *more)

    def cancel_and_undo(n: int) -> Callable[[], Any]:
        return lambda: (change(booking.cancel, n)(), change(booking.restore, n)())

    acts: list[Callable[[], Any]] = [
        chance.choice((book, hold))(person, chance.choice(offered), start()) for person in people for _ in range(2)
    ]
    acts += [change(booking.reschedule, n, start()) for n in range(12)] + [cancel_and_undo(n) for n in range(12)]
    acts += [holds.sweep] * 4
    chance.shuffle(acts)
    found = kinds(all_at_once(app, acts))
    assert set(found) <= {"won", "slot-taken", "slot-not-offered", "invalid-transition", "too-late"}
    assert overlaps() == 0
    live = select(Appointment.reservation_id).where(Appointment.status != Status.CANCELLED)
    reservations = set(db.session.scalars(live)) | set(db.session.scalars(select(Hold.id)))
    assert reservations == set(db.session.scalars(select(Reservation.id)))


def add_shelf(staff: UUID, name: str) -> Callable[[], ServiceCategory]:
    return lambda: shelving.add_shelf(db.session.get(User, staff), name)


def test_of_shelves_with_one_name_one_is_put_up_and_all_have_addresses_of_their_own(app, admin):
    names = ["Übung", "ÜBUNG", "übung", "Sleep", "SLEEP", "Sleep!"]
    outcomes = all_at_once(app, [add_shelf(admin.id, name) for name in names])
    assert kinds(outcomes) == {"won": 3, "name-taken": 3}
    assert sorted(each.slug for each in shelving.shelves()) == ["sleep", "sleep-2", "ubung"]


def test_of_two_shelves_that_are_named_alike_at_once_one_keeps_its_name(app, admin):
    shelves = [shelving.add_shelf(admin, name).id for name in ("Bones", "Muscles")]

    def rename(shelf: UUID, name: str) -> Callable[[], ServiceCategory]:
        return lambda: shelving.change_shelf(
            db.session.get(User, admin.id), db.session.get(ServiceCategory, shelf), name
        )

    outcomes = all_at_once(app, [rename(shelf, name) for shelf, name in zip(shelves, ("Body", "body"), strict=True)])
    assert kinds(outcomes) == {"won": 1, "name-taken": 1}
