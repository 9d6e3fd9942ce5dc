"""A sealed column on a real model: opened when it is read, bound to its row, lost with its key."""

import pytest
from sqlalchemy import event, insert, select, text, update

from kaya.care import booking, notes
from kaya.care.models import Appointment, AppointmentNote
from kaya.db import db, transaction
from kaya.sealing import Unsealable, is_erased, keeping, person
from kaya.sealing.signals import seal_broken
from kaya.signals import Phase
from tests.care.booking_scene import MONDAY, offering, practice, service, utc


@pytest.fixture
def appointment(amara, okafor, clock):
    clock.travel(to=MONDAY)
    return booking.book(amara, offering(practice(okafor), service()), utc(3, 10), note="I slept badly. 🌿")


@pytest.fixture
def asked():
    """What the database is asked from here on."""
    statements = []

    def note(*how):
        statements.append(how[2])

    event.listen(db.engine, "before_cursor_execute", note)
    yield statements
    event.remove(db.engine, "before_cursor_execute", note)


def fresh(model, id):
    db.session.rollback()
    return db.session.get(model, id, populate_existing=True)


def test_it_reads_as_it_was_written_and_lies_there_sealed(appointment):
    again = fresh(Appointment, appointment.id)
    assert again.note == "I slept badly. 🌿"
    kept = db.session.scalars(text("SELECT note FROM appointments")).one()
    assert b"slept" not in bytes(kept)


def test_nothing_is_kept_as_nothing(appointment, amara):
    with transaction() as session:
        session.merge(appointment).note = ""
    assert fresh(Appointment, appointment.id).note == ""
    assert db.session.scalars(text("SELECT note FROM appointments")).one() is None


def test_changed_it_is_sealed_anew_and_undone_it_is_as_before(appointment):
    with transaction() as session:
        row = session.get(Appointment, appointment.id)
        row.note = "better"
    assert fresh(Appointment, appointment.id).note == "better"
    with pytest.raises(LookupError):
        change_and_fail(appointment.id)
    assert db.session.get(Appointment, appointment.id).note == "better"


def change_and_fail(id):
    with transaction() as session:
        session.get(Appointment, id).note = "undone"
        session.flush()
        raise LookupError


def test_fifty_rows_of_two_people_cost_one_question_and_again_none(appointment, amara, ben, asked):
    for number in range(50):
        with transaction() as session:
            about = {"appointment_id": appointment.id, "client_id": (amara, ben)[number % 2].id}
            session.add(AppointmentNote(**about, author_id=amara.id, body=f"number {number}"))
    db.session.rollback()
    db.session.expunge_all()
    asked.clear()
    rows = db.session.scalars(select(AppointmentNote).order_by(AppointmentNote.created_at)).all()
    assert [row.body for row in rows] == [f"number {n}" for n in range(50)]
    assert [row.body for row in rows][7] == "number 7"
    assert len([each for each in asked if "data_keys" in each]) == 1


def test_what_nobody_reads_is_not_opened(appointment, asked):
    db.session.rollback()
    asked.clear()
    assert fresh(Appointment, appointment.id).status == "pending"
    assert not [each for each in asked if "data_keys" in each]


def test_erased_it_says_so_and_pages_and_api_still_answer(appointment, amara, okafor, visit, call):
    notes.note(okafor, appointment, "She wept.")
    id = appointment.id
    keeping.erase(person(amara.id))
    assert is_erased(fresh(Appointment, id).note)
    page = visit(okafor).get(f"/appointments/{id}")
    assert page.status_code == 200
    assert "[erased]" in page.text
    assert call(okafor).get(f"/api/v1/appointments/{id}").json["notes"] == "[erased]"
    assert call(okafor).get(f"/api/v1/appointments/{id}/notes").json["items"][0]["body"] == "[erased]"


def test_moved_to_another_row_or_column_or_changed_it_raises_and_is_a_security_event(appointment, okafor):
    heard = []

    def hear(phase, **fact):
        heard.append(fact)

    seal_broken.connect(hear, sender=Phase.WRITTEN)
    one = notes.note(okafor, appointment, "first")
    other = notes.note(okafor, appointment, "second")
    ids = one.id, other.id
    kept = db.session.scalars(select(AppointmentNote.sealed_body).where(AppointmentNote.id == one.id)).one()
    with transaction() as session:
        session.execute(update(AppointmentNote).where(AppointmentNote.id == other.id).values(sealed_body=kept))
        session.execute(update(Appointment).values(sealed_note=kept))
    with pytest.raises(Unsealable) as refused:
        str(fresh(AppointmentNote, ids[1]).body)
    assert "first" not in str(refused.value)
    with pytest.raises(Unsealable):
        str(fresh(Appointment, appointment.id).note)
    assert [(fact["table"], fact["column"]) for fact in heard] == [
        ("appointment_notes", "body"),
        ("appointments", "note"),
    ]
    assert heard[0]["row"] == str(ids[1])
    assert fresh(AppointmentNote, ids[0]).body == "first"


def test_no_way_round_the_seal(appointment):
    with pytest.raises(TypeError, match="cannot be searched"):
        select(Appointment).where(Appointment.note == "I slept badly.")
    for statement in (
        insert(AppointmentNote).values(sealed_body="plain"),
        update(Appointment).values(sealed_note="plain"),
        select(Appointment).where(Appointment.sealed_note == "I slept badly."),
    ):
        with pytest.raises(Exception, match="written through its model"), transaction() as session:
            session.execute(statement)
    assert "slept" not in repr(appointment.sealed_note)
