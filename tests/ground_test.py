"""The ground holds: tests do not see each other, visitors do not see each other, the clock moves."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask import g, request_finished
from sqlalchemy import create_engine, func, inspect, select

from kaya.accounts.models import User
from kaya.db import db, transaction
from kaya.jobs.queue import enqueue
from kaya.jobs.registry import job
from kaya.realtime.nudges import deliver
from kaya.web.policy import allow, everyone
from tests.visitor import Visitor


def someone(name: str = "Amara") -> User:
    with transaction() as session:
        user = User(email=f"{name.lower()}@example.org", name=name, password_hash="")
        session.add(user)
    return user


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_finds_an_empty_house(app, turn):
    assert db.session.scalar(select(func.count()).select_from(User)) == 0
    someone()


def test_the_database_is_the_one_that_was_asked_for(app, database):
    assert db.engine.dialect.name == database.kind


def test_a_copy_of_the_database_has_the_tables_and_no_rows(app, database):
    someone()
    engine = create_engine(database.copy())
    with engine.connect() as connection:
        assert inspect(connection).has_table("users")
        assert connection.scalar(select(func.count()).select_from(User)) == 0
    engine.dispose()


def test_the_test_reads_what_a_request_wrote(app, client):
    amara = someone()
    app.view_functions["health.show"], kept = allow(everyone)(rename), app.view_functions["health.show"]
    try:
        assert client.get("/health").status_code == 204
    finally:
        app.view_functions["health.show"] = kept
    assert amara.name == "Amara Obi"


def rename() -> tuple[str, int]:
    with transaction() as session:
        session.scalars(select(User)).one().name = "Amara Obi"
    return "", 204


def test_a_request_does_not_see_what_the_test_left_in_g(app, client):
    g.viewer = "the test's own"
    assert client.get("/health").status_code == 200
    assert g.viewer == "the test's own"


def test_the_clock_moves_and_goes_on(clock):
    before = clock.now()
    clock.travel(days=3)
    assert timedelta(days=3) <= clock.now() - before < timedelta(days=3, seconds=5)
    noon = datetime(2026, 3, 29, 12, tzinfo=UTC)
    clock.travel(to=noon)
    assert timedelta() <= clock.now() - noon < timedelta(seconds=5)


def test_redis_is_real(redis):
    assert redis.url.startswith("redis://")


def test_visitors_do_not_share_who_they_are(visit, amara, ben):
    hers, his = visit(amara), visit(ben)
    assert [who(hers), who(his), who(visit()), who(hers)] == [amara.id, ben.id, None, amara.id]


def test_an_api_client_is_known_by_its_token_and_no_browser_is(call, visit, amara):
    assert who(call(amara), "/api/v1/health") == amara.id
    assert who(call(), "/api/v1/health") is None
    assert who(visit(amara), "/api/v1/health") is None


def who(visitor: Visitor, path: str = "/health") -> UUID | None:
    """Whom Kaya took `visitor` for."""
    seen: list[UUID | None] = []
    with request_finished.connected_to(lambda *_, **__: seen.append(g.viewer.id), visitor.application):
        visitor.get(path)
    return seen[0]


def test_a_socket_acknowledges_and_hears_its_topics(listen, visit, amara):
    page = listen(visit(amara))
    assert page.ask("subscribe", topic="nobody-declared-this")["problem"]["status"] == 404
    with transaction():
        deliver(amara.id, "notification", {"says": "hello"})
    assert page.heard("notification") == [{"says": "hello"}]


def test_a_job_is_done_when_it_is_due(app, run_jobs, clock):
    done = []
    job("tests.note")(lambda: done.append(clock.now()))
    with transaction():
        enqueue("tests.note", run_at=clock.now() + timedelta(hours=1))
    run_jobs()
    assert not done
    clock.travel(hours=2)
    run_jobs()
    assert len(done) == 1
