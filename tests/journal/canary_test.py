"""A word that was written into the journal is nowhere else: not in the database, its logs, jobs or letters."""

import logging

import pytest
from sqlalchemy import LargeBinary, MetaData, Text, cast, select

from kaya.db import db, uuid7

CANARY = "zebrafinch"


@pytest.fixture
def told(amara, call, visit, run_jobs, caplog):
    """In a title, a page, a tag, a question, a draft, a list, and looked for; then the background work is done."""
    caplog.set_level(logging.DEBUG)
    browser, phone, id = visit(amara), call(amara), str(uuid7())
    page = {"title": f"{CANARY} 1", "body": f"{CANARY} 2", "tags": f"{CANARY} 3", "prompt": f"{CANARY} 4"}
    assert browser.post("/journal/drafts", data={**page, "id": id, "page_id": id}).status_code == 200
    assert browser.post("/journal", data={**page, "id": str(uuid7())}).status_code == 303
    assert phone.post("/api/v1/journal/gratitude", json={"items": [f"{CANARY} 5"]}).status_code == 201
    found = browser.get(f"/journal/search?q={CANARY}").text
    assert f"{CANARY} 1" in found
    run_jobs()
    return caplog


def test_it_is_in_no_column_of_the_database(told):
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


def test_it_is_in_no_log(told, capfd):
    assert CANARY not in told.text
    assert CANARY not in "".join(capfd.readouterr())
