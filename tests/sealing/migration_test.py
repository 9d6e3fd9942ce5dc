"""The migration that seals what was written before, and its way back, with rows in the tables."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from kaya import clock
from kaya.care import booking, notes
from kaya.care.models import AppointmentMove, AppointmentNote
from kaya.db import db, transaction
from kaya.practice.models import PracticeSession
from kaya.sealing import keeping, person
from tests.care.booking_scene import MONDAY, offering, practice, service, utc
from tests.cast import person as someone
from tests.databases import migrated_app

WORDS = "SELECT note FROM appointments", "SELECT reason FROM appointment_moves", "SELECT body FROM appointment_notes"


@pytest.fixture
def house(database, tmp_path, clock):
    """Another house with a migrated database, to take apart."""
    clock.travel(to=MONDAY)
    app = migrated_app(tmp_path, database.copy())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def booked_by(client, hour, at):
    made = booking.book(client, hour, at, note=f"{client.name} slept badly")
    notes.note(client, made, f"{client.name} wept")
    booking.cancel(client, made, f"{client.name} is ill")
    return made.id


def written():
    """What stands in the columns themselves."""
    with db.engine.connect() as connection:
        return [each for query in WORDS for each in connection.scalars(text(query)) if each]


def test_what_was_written_is_sealed_and_comes_back_but_for_what_was_erased(house):
    amara, ben = someone("Amara"), someone("Ben")
    hour = offering(practice(someone("Ngozi", role="practitioner")), service())
    booked_by(amara, hour, utc(3, 10))
    booked_by(ben, hour, utc(3, 12))
    assert len(written()) == 6
    assert not [each for each in written() if b"slept" in each or b"wept" in each or b"ill" in each]
    both = {amara.id, ben.id}
    keeping.erase(person(ben.id))
    db.session.remove()
    downgrade(revision="0004")
    assert sorted(written()) == ["Amara is ill", "Amara slept badly", "Amara wept"]
    db.session.remove()
    upgrade()
    db.session.remove()
    assert all(isinstance(each, bytes) for each in written())
    assert [note.body for note in db.session.scalars(db.select(AppointmentNote)) if note.body] == ["Amara wept"]
    assert [m.reason for m in db.session.scalars(db.select(AppointmentMove)) if m.reason] == ["Amara is ill"]
    assert {note.client_id for note in db.session.scalars(db.select(AppointmentNote))} == both


@pytest.mark.on("sqlite")
def test_sqlites_file_holds_no_leftovers_of_what_was_sealed(house, tmp_path):
    amara = someone("Amara")
    hour = offering(practice(someone("Ngozi", role="practitioner")), service())
    booked_by(amara, hour, utc(3, 10))
    db.session.remove()
    downgrade(revision="0004")
    assert b"slept badly" in on_disk()
    upgrade()
    assert not [word for word in (b"slept badly", b"wept", b"is ill") if word in on_disk()]


def on_disk():
    """SQLite's file, with what its journal held."""
    db.session.remove()
    db.engine.dispose()
    file = db.engine.url.database
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(file).read_bytes()


def test_words_for_how_one_felt_are_sealed_and_come_back(house):
    amara = someone("Amara")
    held = PracticeSession(
        user_id=amara.id, kind="breathing", title="Even", minutes=5, steps=[], day=clock.now().date(), hour=9,
        started_at=clock.now(), feeling_before="zebrafinch", feeling_after="",
    )  # fmt: skip
    with transaction() as session:
        session.add(held)
    id = held.id
    db.session.remove()
    feelings = text("SELECT feeling_before, feeling_after FROM practice_sessions")
    downgrade(revision="0013")
    with db.engine.connect() as connection:
        assert connection.execute(feelings).one() == ("zebrafinch", "")
    upgrade()
    with db.engine.connect() as connection:
        before, after = connection.execute(feelings).one()
    assert (b"zebrafinch" in bytes(before), after) == (False, None)
    assert db.session.get_one(PracticeSession, id).feeling_before == "zebrafinch"
    if db.engine.dialect.name == "sqlite":
        db.session.remove()
        assert b"zebrafinch" not in on_disk()
