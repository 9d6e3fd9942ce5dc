"""A word that only the two who meet know is nowhere else: not in the database, its journal, logs or letters."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, MetaData, Text, cast, select, text

from kaya.db import db
from tests.care.booking_scene import MONDAY, offering, practice, service, utc

CANARY = "zebrafinch"


@pytest.fixture
def told(amara, okafor, clock, call, visit, run_jobs, caplog):
    """Amara books with a note; both write notes; it is moved and cancelled for reasons; jobs and mails go out."""
    caplog.set_level(logging.DEBUG)
    clock.travel(to=MONDAY)
    hour = offering(practice(okafor), service())
    body = {"practitioner_id": str(hour.practitioner_id), "service_id": str(hour.service_id)}
    body |= {"start": utc(5, 10).isoformat(), "notes": f"{CANARY} one"}
    made = call(amara).post("/api/v1/appointments", json=body)
    assert made.status_code == 201, made.text
    path = f"/api/v1/appointments/{made.json['id']}"
    for who, said in ((amara, "two"), (okafor, "three")):
        assert call(who).post(f"{path}/notes", json={"body": f"{CANARY} {said}"}).status_code == 201
    assert call(amara).patch(path, json={"notes": f"{CANARY} four"}).status_code == 200
    run_jobs()
    assert CANARY in visit(okafor).get(f"/appointments/{made.json['id']}").text
    assert call(okafor).post(f"{path}/cancel", json={"reason": f"{CANARY} five"}).status_code == 200
    clock.travel(hours=1)
    run_jobs()
    assert call(amara).get(path).json["cancellation"]["reason"] == f"{CANARY} five"
    return caplog


def test_it_is_in_no_column_of_the_database(told):
    """Every column of every table, as bytes: jobs, mails, notifications and the trail too."""
    tables = MetaData()
    tables.reflect(db.engine)
    found = [
        f"{table.name}.{column.name}"
        for table in tables.sorted_tables
        for column in table.columns
        for value in db.session.scalars(select(column if isinstance(column.type, LargeBinary) else cast(column, Text)))
        if value is not None and CANARY in (bytes(value).decode("latin-1") if not isinstance(value, str) else value)
    ]
    assert not found
    assert db.session.scalar(text("SELECT count(*) FROM mails"))
    assert db.session.scalar(text("SELECT count(*) FROM jobs"))


def test_it_is_in_no_log(told, capfd):
    assert CANARY not in told.text
    assert CANARY not in "".join(capfd.readouterr())


@pytest.mark.on("sqlite")
def test_it_is_not_in_sqlites_files(told):
    db.session.remove()
    file = Path(db.engine.url.database)
    files = [file, *file.parent.glob(f"{file.name}-*")]
    assert len(files) > 1
    assert not [each.name for each in files if CANARY.encode() in each.read_bytes()]
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert CANARY.encode() not in file.read_bytes()
