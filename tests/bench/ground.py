"""A furnished Kaya on each database, a stopwatch, and a counter of queries."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from sqlalchemy import event

from kaya.db import db
from kaya.seeds.sowing import count_openings, sow_house, sow_people
from tests.databases import migrated_app
from tests.servers import Unavailable, postgres

WARMING = 3


@contextmanager
def furnished(address: str, folder: Path) -> Iterator[Flask]:
    """Kaya with its demo people on the database at `address`."""
    app = migrated_app(folder, address)
    with app.app_context():
        sow_house()
        sow_people()
        count_openings()
        yield app
        db.session.remove()
        db.engine.dispose()


@contextmanager
def both_databases() -> Iterator[dict[str, Flask]]:
    """The furnished apps by the name of their database; PostgreSQL only where it can be had."""
    with TemporaryDirectory() as folder:
        lite = Path(folder) / "sqlite"
        lite.mkdir()
        with furnished(f"sqlite:///{lite / 'kaya.db'}", lite) as on_sqlite:
            apps = {"SQLite": on_sqlite}
        with suppress(Unavailable), postgres() as server:
            with furnished(server.create("kaya_bench"), Path(folder)) as on_postgresql:
                apps["PostgreSQL"] = on_postgresql
            yield apps
            return
        yield apps


def median(act: Callable[[], Any], times: int = 25) -> float:
    """The median duration of `act` in seconds, after a few runs that do not count."""
    for _ in range(WARMING):
        act()
    return statistics.median(timed(act) for _ in range(times))


def timed(act: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def queries(app: Flask, act: Callable[[], Any]) -> int:
    """How many statements `act` sends, transactions' begins and ends aside."""
    sent: list[str] = []

    def hear(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")):
            sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        act()
    finally:
        event.remove(engine, "before_cursor_execute", hear)
    return len(sent)


def got(app: Flask, path: str) -> Callable[[], Any]:
    """An act: GET `path` as an anonymous visitor, which has to succeed."""
    client = app.test_client()

    def act() -> Any:
        answer = client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return answer

    return act
