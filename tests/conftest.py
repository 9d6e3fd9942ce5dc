"""The ground that every test stands on: two real databases, a real app on each, visitors, and a clock that moves.

A test that takes `app`, `database`, `client` or a member of the cast runs twice, on SQLite and on PostgreSQL.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from xdist.scheduler import LoadScopeScheduling

from kaya import clock as kaya_clock
from kaya.accounts import signing_in
from kaya.accounts.models import User
from kaya.config import ROOT, Settings
from kaya.db import db
from kaya.jobs.registry import periods
from kaya.jobs.runner import run_due
from kaya.realtime.news import station
from tests.databases import DATABASES, Database, Postgresql, Sqlite, forget_counts, on_each_database
from tests.servers import NOT_HERE, Postgres, Unavailable, Valkey, not_here, postgres, valkey
from tests.stage.another_day import DAYS_AHEAD, dawn
from tests.visitor import Listener, Visitor, arrived

FIRST = ("tests/browser/", "tests/house/", "tests/security/", "tests/realtime/", "tests/jobs/", "tests/privacy/")
TOGETHER = {
    "journeys": ("tests/browser/",),
    "walks": (
        *("tests/house/headers_test.py", "tests/house/help_test.py", "tests/house/words_test.py"),
        "tests/security/cards_test.py",
    ),
}

pytest_plugins = ["tests.cast", "tests.house.furnishing"]

for name, setting in Settings.model_fields.items():  # the tests' own settings are all that counts
    os.environ.pop(str(setting.validation_alias or name).upper(), None)

# Dozens of processes are started: what Python compiled is kept for the next, also where it is told to keep nothing.
os.environ |= {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}


# Which databases a test runs on


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--databases", default=",".join(DATABASES), help="Run on these only: sqlite, postgresql.")
    parser.addoption("--days-ahead", default="0", help="Run as if it were so many days later, such as 9.5.")


def pytest_configure(config: pytest.Config) -> None:
    os.environ[DAYS_AHEAD] = config.getoption("--days-ahead")
    dawn()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    on_each_database(metafunc, "database")


# What cannot be had is said loudly, and fails where CI=true


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if NOT_HERE in str(r.longrepr)]
    if skipped:
        terminalreporter.section(f"{len(skipped)} TESTS DID NOT RUN", sep="!", red=True, bold=True)
        for reason in sorted({str(report.longrepr[2]) for report in skipped}):
            terminalreporter.line(reason)
        for report in skipped:
            terminalreporter.line(f"  {report.nodeid}")


# Who does what, when several workers share it: a file at a time, what takes long before the rest


class ByPlace(LoadScopeScheduling):
    """What is dear to make is made by one worker: the browser with its server, and the walk to every page."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((name for name, places in TOGETHER.items() if file.startswith(places)), file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByPlace:
    config.option.loadscopereorder = False  # as they were collected, not the most numerous first
    return ByPlace(config, log)


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are processors: one waits for the browser, and some always for a disk or a process."""
    return len(os.sched_getaffinity(0)) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: next((i for i, place in enumerate(FIRST) if item.nodeid.startswith(place)), len(FIRST)))


# The real parts, once a session


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with ExitStack() as until_the_end:
        try:
            server = until_the_end.enter_context(postgres())
        except Unavailable as why:
            not_here(why)
        yield server


@pytest.fixture(scope="session")
def redis() -> Iterator[Valkey]:
    """A real Valkey: `redis.url` for REDIS_URL, `redis.socket` for its Unix socket."""
    with ExitStack() as until_the_end:
        try:
            server = until_the_end.enter_context(valkey())
        except Unavailable as why:
            not_here(why)
        yield server


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sqlite]:
    database = Sqlite(tmp_path_factory.mktemp("sqlite"))
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory, postgres_server: Postgres) -> Iterator[Postgresql]:
    database = Postgresql(tmp_path_factory.mktemp("postgresql"), postgres_server)
    yield database
    database.close()


# For each test


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """A migrated database without any rows: `.kind`, `.address`, and `.copy()` for the address of another like it."""
    chosen: Database = request.getfixturevalue(request.param)
    chosen.restore()
    return chosen


@pytest.fixture
def app(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """Kaya on `database`, its context pushed: verbs can be called, and `db.session` reads what they wrote."""
    app = database.app
    forget_counts()
    for key in ("WTF_CSRF_ENABLED", "TESTING"):
        monkeypatch.setitem(app.config, key, app.config[key])
    with app.app_context():
        yield app
        db.session.remove()


@pytest.fixture
def session(app: Flask) -> Session:
    """What the test itself reads with."""
    return db.session()


@pytest.fixture
def visit(app: Flask) -> Callable[..., Visitor]:
    """`visit()`: a browser with cookies of its own; `visit(amara)`: hers, and she is signed in."""

    def open_browser(user: User | None = None) -> Visitor:
        visitor = Visitor(app)
        if user:
            visitor.sign_in(user)
        return visitor

    return open_browser


@pytest.fixture
def client(visit: Callable[..., Visitor]) -> Visitor:
    """A browser in which nobody has signed in."""
    return visit()


@pytest.fixture
def call(app: Flask) -> Callable[..., Visitor]:
    """`call(amara)`: her API client, with an access token; `call()`: one without."""

    def take_phone(user: User | None = None) -> Visitor:
        if user is None:
            return Visitor(app)
        return Visitor(app, token=signing_in.tokens_for(arrived(user, medium="api")).access_token)

    return take_phone


@pytest.fixture
def listen(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Listener]]:
    """`listen(visit(amara))`: the socket of a page that is open in her browser."""
    monkeypatch.setattr(station, "holds_sockets", True)
    opened: list[Listener] = []

    def open_socket(visitor: Visitor, *, token: str = "", origin: str = "") -> Listener:
        opened.append(Listener(app, visitor, token=token, origin=origin))
        return opened[-1]

    yield open_socket
    for listener in opened:
        if listener.is_connected():
            listener.disconnect()


@pytest.fixture
def run_jobs(app: Flask) -> Callable[[], int]:
    """`run_jobs()`: do what is due by the clock, until nothing is; says how many were done.

    What comes round has just been round: it comes again when the clock has moved on by its period.
    """
    seen = periods(kaya_clock.now())

    def run() -> int:
        db.session.rollback()
        return run_due(app, seen)

    return run


@pytest.fixture
def settings(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`settings(rate_limit_scale=1)`: change what is read while Kaya runs, for this test."""

    def change(**given: Any) -> None:
        for key, value in given.items():
            monkeypatch.setattr(app.config["KAYA"], key, value)

    return change


@pytest.fixture
def csrf(app: Flask) -> None:
    """Ask for this and unsafe requests need their token, as for everybody else."""
    app.config["WTF_CSRF_ENABLED"] = True


class Clock:
    """Kaya's clock, to be moved: `clock.travel(days=3)`, `clock.travel(to=…)`, `clock.stand()`, `clock.now()`."""

    def __init__(self, until_the_end: ExitStack) -> None:
        self.until_the_end = until_the_end

    def now(self) -> datetime:
        return kaya_clock.now()

    def travel(self, to: datetime | None = None, **span: float) -> datetime:
        """Go on from `to` (aware), or from a span (`days=`, `hours=`, `minutes=`) after now."""
        self.until_the_end.enter_context(kaya_clock.moved(to, by=timedelta(**span)))
        return kaya_clock.now()

    def stand(self) -> datetime:
        """From here on it moves only when it is told to, however long the machine takes."""
        at = kaya_clock.now()
        self.until_the_end.callback(setattr, kaya_clock, "_source", kaya_clock._source)
        kaya_clock._source = lambda: at
        return at


@pytest.fixture
def clock() -> Iterator[Clock]:
    with ExitStack() as until_the_end:
        yield Clock(until_the_end)


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Not as pytest-flask does it: one request context around a whole test lends one visitor's `g` to the next."""
