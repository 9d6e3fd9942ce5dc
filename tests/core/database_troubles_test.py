"""A database that cannot keep a value, is full, busy, crowded or only for reading: a plain answer, and reads go on."""

import sqlite3
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import event, make_url

from kaya.db import db, transaction
from kaya.jobs.models import Job
from kaya.web.policy import allow, everyone
from tests.cast import PASSWORD
from tests.servers import psycopg_address

API = "/api/v1/services"
LOGIN = "/api/v1/auth/login"


@pytest.fixture
def keeping(app, monkeypatch):
    """`keeping(attempts=…)`: from here on two addresses write a job like this, as a verb might that nobody warned."""

    def do(**columns):
        def write(**_):
            with transaction() as session:
                session.add(Job(**{"name": "test.strange"} | columns))
            return {}

        for endpoint in ("health.show", "notifications_api.unread_count"):
            monkeypatch.setitem(app.view_functions, endpoint, allow(everyone)(write))

    app.config["TESTING"] = False
    return do


BEYOND = [{"attempts": 2**70}, {"name": "half \ud800"}]
POSTGRESQL_ALONE = [{"attempts": 2**40}, {"name": "n\x00ul"}, {"name": "long" * 50}]


@pytest.mark.parametrize("columns", BEYOND, ids=["beyond every integer", "half a character"])
def test_a_value_that_cannot_be_kept_is_a_400_and_no_more(client, keeping, columns):
    keeping(**columns)
    assert client.get("/health").status_code == 400
    problem = client.get("/api/v1/notifications/unread-count")
    assert (problem.status_code, problem.json["type"]) == (400, "/problems/bad-request")
    assert client.get(API).status_code == 200


@pytest.mark.on("postgresql")
@pytest.mark.parametrize("columns", POSTGRESQL_ALONE, ids=["beyond its integer", "NUL", "too long"])
def test_a_value_that_postgresql_cannot_keep_is_a_400_and_no_more(client, keeping, columns):
    keeping(**columns)
    problem = client.get("/api/v1/notifications/unread-count")
    assert (problem.status_code, problem.json["type"]) == (400, "/problems/bad-request")
    assert client.get(API).status_code == 200


def is_later(answer):
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


@contextmanager
def instead(app, address, **options):
    """The app's database is reached by `address` meanwhile."""
    db.session.remove()
    engines, kept = db._app_engines[app], dict(db._app_engines[app])
    try:
        engines[None] = db._make_engine(None, {"url": address, **options}, app)
        yield engines[None]
    finally:
        db.session.remove()
        engines[None].dispose()
        engines.update(kept)


@pytest.mark.on("sqlite")
def test_a_full_disk_is_a_503_reads_go_on_and_so_does_all_once_there_is_room(app, client, amara):
    """SQLite is told how many pages there are, which is what a full disk tells it."""
    with instead(app, db.engine.url) as engine:

        @event.listens_for(engine, "connect")
        def no_room(connection, record):
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={pages}")

        body = {"email": amara.email, "password": PASSWORD}
        answers = []
        while not answers or (answers[-1].status_code == 200 and len(answers) < 400):
            answers.append(client.post(LOGIN, json=body))
        is_later(answers[-1])
        assert answers[-1].json["type"] == "/problems/unavailable"
        assert client.get(API).status_code == client.get("/practitioners").status_code == 200
    assert client.post(LOGIN, json=body).status_code == 200


@pytest.mark.on("sqlite")
def test_another_who_writes_for_too_long_is_a_503_and_reads_go_on(app, client, amara):
    db.session.rollback()
    other = sqlite3.connect(db.engine.url.database, isolation_level=None)
    with instead(app, db.engine.url) as engine:

        @event.listens_for(engine, "connect")
        def impatient(connection, record):
            connection.execute("PRAGMA busy_timeout=50")

        other.execute("BEGIN IMMEDIATE")
        is_later(client.post(LOGIN, json={"email": amara.email, "password": PASSWORD}))
        assert client.get(API).status_code == 200
        other.execute("ROLLBACK")
        other.close()
        assert client.post(LOGIN, json={"email": amara.email, "password": PASSWORD}).status_code == 200


@pytest.mark.on("postgresql")
def test_too_many_connections_are_a_503(app, client, database):
    role = "kaya_crowded"
    with psycopg.connect(psycopg_address(database.address), autocommit=True) as keeper:
        keeper.execute(f"DROP ROLE IF EXISTS {role}")
        keeper.execute(f"CREATE ROLE {role} LOGIN CONNECTION LIMIT 0")
        try:
            with instead(app, make_url(database.address).set(username=role)):
                answer = client.get(API)
                is_later(answer)
                assert answer.json["type"] == "/problems/unavailable"
                is_later(client.get("/practitioners"))
        finally:
            keeper.execute(f"DROP ROLE {role}")
    assert client.get(API).status_code == 200


@pytest.mark.on("postgresql")
def test_a_standby_answers_reads_and_asks_writers_to_come_later(app, client, amara, database):
    read_only = {"connect_args": {"options": "-c default_transaction_read_only=on"}}
    with instead(app, make_url(database.address), **read_only):
        assert client.get(API).status_code == client.get("/practitioners").status_code == 200
        is_later(client.post(LOGIN, json={"email": amara.email, "password": PASSWORD}))
