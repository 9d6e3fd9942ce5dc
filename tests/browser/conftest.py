"""Journeys in headless Chromium, against a server of their own with the demo people in it."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from kaya import create_app
from kaya.accounts.models import User
from kaya.config import ROOT
from kaya.db import db
from tests.databases import Sqlite, settings_for_tests
from tests.live import serving
from tests.servers import Unavailable, not_here
from tests.visitor import Visitor

PASSWORD = "calm-otter-lantern-42"
PATIENCE = 15_000  # ms, on a machine that does much else beside; what must be quick is timed by its own test
SCREENSHOTS = ROOT / ".cache" / "screenshots"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SETTLED = """() => Promise.all(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime < 2000)
  .map(({ finished }) => finished.catch(() => {})))"""
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
def live_database(sqlite: Sqlite) -> str:
    return sqlite.copy()


@pytest.fixture(scope="session")
def live_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the running Kaya keeps what is no row: its keys and pictures."""
    return tmp_path_factory.mktemp("live")


@pytest.fixture(scope="session")
def live(live_database: str, live_folder: Path) -> Iterator[str]:
    """The address of a running Kaya that knows the demo people. Journeys share it: each uses rows of its own."""
    with serving(live_folder, live_database) as address:
        yield address


@pytest.fixture
def behind(live: str, live_database: str, live_folder: Path) -> Flask:
    """The same Kaya in the test's own process, on the database of the running one."""
    return app_behind(live_database, live_folder)


@cache
def app_behind(database: str, folder: Path) -> Flask:
    return create_app(settings_for_tests(folder, database_url=database))


@pytest.fixture
def backstage(behind: Flask) -> Iterator[Flask]:
    """Its context pushed: verbs can be called, at a time that can be moved."""
    with behind.app_context():
        yield behind
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        not_here(Unavailable("no Chromium here: install Debian's package chromium, or name a program in CHROMIUM"))
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live: str, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """`open_page()`: a page in a browser of its own; `open_page(javascript=False)`, `open_page(viewport=…)`.

    The service worker stays out, unless `service_workers="allow"`: what it keeps is one journey's to show.
    A page may not fail in its console: an error there, or something the content policy refused, fails the test.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(*, javascript: bool = True, **options: Any) -> Page:
        usual = {"base_url": live, "java_script_enabled": javascript, "service_workers": "block"}
        context = chromium.new_context(**usual | options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)) if is_ours(error) else None)
        page.on("console", lambda said: errors.append(said.text) if is_error(said) else None)
        return page

    yield opened
    if "failed" in request.node.stash.get(OUTCOME, ""):
        photograph(contexts, request.node.name)
    for context in contexts:
        context.close()
    assert not errors, "\n".join(errors)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page in which nobody has signed in."""
    return open_page()


@pytest.fixture
def signed_in(open_page: Callable[..., Page], behind: Flask, live: str) -> Callable[..., Page]:
    """`signed_in("amara")`: a page of hers, on a device that has just signed in, in a browser of its own.

    Signing in by the form has journeys of its own.
    """

    def enter(name: str, **options: Any) -> Page:
        page = open_page(**options)
        page.context.add_cookies([{"url": live, **cookie_of(behind, name)}])
        page.goto("/login")
        page.wait_for_url(lambda url: not url.endswith("/login"))
        return page

    return enter


def cookie_of(app: Flask, name: str) -> dict[str, str]:
    with app.app_context():
        user = db.session.scalars(db.select(User).filter_by(email=f"{name}@example.org")).one()
        visitor = Visitor(app)
        visitor.sign_in(user)
        db.session.remove()
        db.engine.dispose()
    cookie = visitor.get_cookie(app.config["SESSION_COOKIE_NAME"])
    assert cookie
    return {"name": cookie.key, "value": cookie.value}


@pytest.fixture
def entered(open_page: Callable[..., Page], signed_in: Callable[..., Page]) -> Callable[..., Page]:
    """`entered("amara")`: a page of hers; `entered("nobody")`: one in which nobody has signed in."""

    def open_for(name: str, **options: Any) -> Page:
        return open_page(**options) if name == "nobody" else signed_in(name, **options)

    return open_for


@pytest.fixture(scope="session")
def axe() -> Callable[..., None]:
    """`axe(page)`: refuse a page that breaks an accessibility rule of WCAG 2.2 AA, and say which."""
    source = AXE.read_text()

    def examine(page: Page, *, but: tuple[str, ...] = ()) -> None:
        page.evaluate(source)
        page.evaluate(SETTLED)  # what is still fading in is not read by anybody yet
        options = {"runOnly": STANDARD, "rules": {rule: {"enabled": False} for rule in but}}
        found = page.evaluate("options => axe.run(document, options)", options)["violations"]
        assert not found, "\n".join(f"{v['id']}: {v['help']}: {', '.join(targets(v))}" for v in found)

    return examine


def targets(violation: dict[str, Any]) -> list[str]:
    return [" ".join(map(str, node["target"])) for node in violation["nodes"][:5]]


def is_ours(error: Any) -> bool:
    """A page that one leaves while it glides in has its transition cut short; Chromium calls that an error."""
    return not str(error).startswith("Transition was")


def is_error(said: Any) -> bool:
    """A status that a page expects (a 404, a 422) is logged by the browser too, and is none; nor is being offline.

    Nor is a word of the server's that crosses with the goodbye of a page that is being left.
    """
    expected = ("ERR_INTERNET_DISCONNECTED", "Data frame received after close")
    is_expected = said.text.startswith("Failed to load resource") or any(each in said.text for each in expected)
    return said.type == "error" and not is_expected


def photograph(contexts: list[BrowserContext], name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages):
        page.screenshot(path=SCREENSHOTS / f"{re.sub(r'[^a-z0-9]+', '-', name)}-{number}.png", full_page=True)


OUTCOME = pytest.StashKey[str]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[OUTCOME] = item.stash.get(OUTCOME, "") + f"{report.when} {report.outcome} "
    return report
