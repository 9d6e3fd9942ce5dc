"""What may be done to an appointment, by whom, when: the whole table; and who is told."""

from itertools import product

import pytest
from sqlalchemy import select

from kaya.audit.models import AuditEntry
from kaya.care import booking, notes
from kaya.care.models import Appointment, AppointmentNote, Status
from kaya.db import db, transaction
from kaya.realtime import version_of
from kaya.refusal import Refusal
from tests.care.booking_scene import utc
from tests.cast import person

pytestmark = pytest.mark.usefixtures("monday")

QUESTIONS = ("confirmed", "rescheduled", "cancelled", "completed", "missed", "changed")
WHO = ("client", "practitioner", "staff", "stranger")
EARLY, LATE, BEGUN = utc(2, 9), utc(4, 8), utc(4, 11, 5)

# Who may, by state and moment; all that is not here may not.
OPEN = {
    (Status.PENDING, EARLY): {
        "client": {"rescheduled", "cancelled", "changed"},
        "practitioner": {"confirmed", "rescheduled", "cancelled", "changed"},
    },
    (Status.PENDING, LATE): {
        "client": {"changed"},
        "practitioner": {"confirmed", "rescheduled", "cancelled", "changed"},
    },
    (Status.CONFIRMED, EARLY): {
        "client": {"rescheduled", "cancelled", "changed"},
        "practitioner": {"rescheduled", "cancelled", "changed"},
    },
    (Status.CONFIRMED, BEGUN): {
        "client": {"changed"},
        "practitioner": {"rescheduled", "cancelled", "completed", "missed", "changed"},
    },
}


@pytest.fixture
def found(amara, hour) -> Appointment:
    return booking.book(amara, hour, utc(4, 11))


@pytest.fixture
def people(amara, ben, okafor, admin) -> dict:
    return {"client": amara, "practitioner": okafor, "staff": admin, "stranger": ben}


@pytest.mark.parametrize(("status", "moment"), list(product(Status, (EARLY, LATE, BEGUN))))
def test_who_may_do_what_from_which_state(found, people, monday, status, moment):
    with transaction():
        found.status = status
    monday.travel(to=moment)
    if (status, moment) in OPEN:
        expected = {**OPEN[status, moment], "staff": OPEN[status, moment]["practitioner"]}
    elif status in (Status.PENDING, Status.CONFIRMED):
        return
    else:
        expected = {}
    may = {who: {each for each in QUESTIONS if getattr(found, f"can_be_{each}_by")(people[who])} for who in WHO}
    assert may == {who: expected.get(who, set()) for who in WHO}


def test_only_theirs_are_found(found, amara, ben, okafor, admin):
    for who, count in ((amara, 1), (okafor, 1), (admin, 1), (ben, 0)):
        assert len(db.session.scalars(Appointment.of(who)).all()) == count


def test_each_move_tells_both_and_nobody_else(found, amara, okafor, ben):
    booking.confirm(okafor, found)
    booking.cancel(amara, found)
    booking.restore(amara, found)
    assert [version_of("appointments", who.id) for who in (amara, okafor, ben)] == [4, 4, 0]


def test_private_notes_are_for_their_author(found, amara, okafor, admin, ben):
    notes.note(okafor, found, "Bring a mat.")
    notes.note(okafor, found, "Tired today.", is_private=True)
    notes.note(amara, found, "I am nervous.", is_private=True)

    def reads(who) -> list[str]:
        return [note.body for note in db.session.scalars(AppointmentNote.on(found, who))]

    assert reads(okafor) == ["Bring a mat.", "Tired today."]
    assert reads(amara) == ["Bring a mat.", "I am nervous."]
    assert reads(admin) == []
    assert [version_of("appointments", who.id) for who in (amara, okafor)] == [3, 3]
    for who in (admin, ben):
        with pytest.raises(Refusal, match="not-allowed"):
            notes.note(who, found, "Hello.")


@pytest.mark.parametrize(("body", "kind"), [("", "blank"), (" \n", "blank"), ("x" * 4001, "too-long")])
def test_a_note_says_something_and_not_too_much(found, amara, body, kind):
    with pytest.raises(Refusal, match=kind) as refused:
        notes.note(amara, found, body)
    assert refused.value.field == "body"


def test_times_are_read_by_ones_own_side(found, amara, okafor):
    assert found.zone_for(amara) == "Europe/Lisbon"
    assert found.zone_for(okafor) == "UTC"


def test_what_changes_reaches_open_sockets(call, visit, listen, amara, okafor, hour):
    page = listen(visit(amara))
    assert page.ask("subscribe", topic="appointments")["ok"]
    assert page.ask("subscribe", topic="availability", key=str(hour.practitioner_id))["ok"]
    assert not page.ask("subscribe", topic="appointments", key=str(okafor.id))["ok"]
    found = booking.book(amara, hour, utc(4, 11))
    heard = [said for said in page.get_received() if said["name"] in ("nudge", "appointment:changed")]
    events = {said["args"][0].get("event", said["name"]) for said in heard}
    assert events == {"slots:changed", "appointment:changed"}
    assert {"id": str(found.id), "status": "pending"} in [said["args"][0] for said in heard]


def test_someone_elses_socket_hears_nothing_private(visit, listen, amara, hour):
    page = listen(visit(person("Carla Stone")))
    page.ask("subscribe", topic="availability")
    booking.book(amara, hour, utc(4, 11))
    assert {said["name"] for said in page.get_received()} <= {"nudge"}


def test_what_a_client_does_is_written_into_the_trail_and_not_what_they_wrote(amara, okafor, hour):
    appointment = booking.book(amara, hour, utc(5, 11), note="for the nights")
    booking.confirm(okafor, appointment)
    booking.reschedule(amara, appointment, utc(6, 11))
    booking.cancel(amara, appointment, reason="I feel better")
    rows = db.session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)).all()
    acts = ["appointment-booked", "appointment-confirmed", "appointment-moved", "appointment-cancelled"]
    assert [row.act for row in rows if row.act.startswith("appointment-")] == acts
    assert [row.actor == row.subject for row in rows if row.act in acts] == [True, False, True, True]
    assert not any("nights" in str(vars(row)) or "better" in str(vars(row)) for row in rows)
