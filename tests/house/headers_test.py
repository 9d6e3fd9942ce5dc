"""What every answer carries, and what no page may hold."""

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from kaya.config import ROOT
from tests.house.addresses import address
from tests.house.houses import House
from tests.house.matrix import MATRIX, welcome
from tests.house.sayings import said
from tests.house.walk import Step

KB = 1024
MOST_HTML = 60 * KB
MOST_AT_FIRST = 120 * KB
OWN_POLICY = ("mailbox.html", "media.files.show")  # a mail's or a picture's: stricter in its own way

pytestmark = pytest.mark.on("sqlite")


# Every route, whatever it answers


def answers(house: House) -> Iterator[tuple[Rule, str, TestResponse]]:
    """Each address as who may come finds it, as it is found with nothing said, and by nobody or staff: errors too."""
    for number, rule in enumerate(house.app.url_map.iter_rules()):
        [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        who = welcome(rule.endpoint) if rule.endpoint in MATRIX else "amara"
        stranger = ("nobody", "sofia")[number % 2]
        for name, says_it in [(who, False), *dict.fromkeys([(stranger, True), (who, True)])]:
            house.restore()
            sent = said(rule.endpoint, house.scene) if says_it else {}
            visitor = house.phone(name) if rule.rule.startswith("/api/") else house.browser(name)
            yield rule, name, visitor.open(address(rule, house.scene), method=method, **sent)
    for path in ("/nowhere", "/api/v1/nowhere", "/login/x", "/static/nothing.css"):
        yield Rule(path, endpoint="nowhere"), "nobody", house.browser("nobody").get(path)
    yield Rule("/login", endpoint="nowhere"), "nobody", house.browser("nobody").delete("/login")


def test_every_answer_carries_its_headers(house: House) -> None:
    nonces: list[str] = []
    for rule, name, answer in answers(house):
        note = f"{rule.rule} {name} {answer.status_code}"
        headers = answer.headers
        assert headers["X-Content-Type-Options"] == "nosniff", note
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", note
        assert headers["Referrer-Policy"] in ("strict-origin-when-cross-origin", "no-referrer", "same-origin"), note
        assert headers["Permissions-Policy"], note
        assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", headers["X-Request-Id"]), note
        check_policy(rule, headers["Content-Security-Policy"], note)
        nonces += re.findall(r"'nonce-([^']+)'", headers["Content-Security-Policy"])
        check_keeping(rule, name, answer, note)
    assert len(nonces) == len(set(nonces)), "a nonce was used twice"


def check_policy(rule: Rule, policy: str, note: str) -> None:
    if rule.endpoint in OWN_POLICY:
        assert "sandbox" in policy, note
        return
    said = {part.split()[0]: part.split()[1:] for part in policy.split(";")}
    assert "unsafe" not in policy, note
    assert said["default-src"] == ["'self'"], note
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert said[name] == ["'none'"], note
    assert said["form-action"] == ["'self'"], note


def check_keeping(rule: Rule, name: str, answer: TestResponse, note: str) -> None:
    """A page for someone is kept by nobody; what the API says is asked anew each time."""
    keeping = answer.headers.get("Cache-Control", "")
    if rule.rule.startswith("/api/"):
        assert "private" in keeping or "no-store" in keeping, note
    elif answer.mimetype == "text/html" and name != "nobody" and answer.status_code != 303:
        assert "no-store" in keeping, note
    elif answer.mimetype == "text/html":
        assert "public" not in keeping, note


@pytest.fixture
def guarded(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setitem(house.app.config, "WTF_CSRF_ENABLED", True)
    return house


def test_without_our_own_page_nothing_is_changed(guarded: House) -> None:
    for rule in unsafe(guarded.app):
        name = welcome(rule.endpoint)
        [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        answer = guarded.browser(name).open(
            address(rule, guarded.scene), method=method, **said(rule.endpoint, guarded.scene)
        )
        assert answer.status_code == 400, f"{rule.rule}: {answer.status_code}"
        assert not guarded.writes, f"{rule.rule} wrote before it looked for the token"


def unsafe(app: Flask) -> list[Rule]:
    rules = app.url_map.iter_rules()
    return [r for r in rules if {"POST", "PUT", "PATCH", "DELETE"} & (r.methods or set()) and r.rule[:5] != "/api/"]


# Every page of a furnished house


def test_no_page_is_broken_and_no_link_leads_nowhere(steps: list[Step]) -> None:
    wrong = {
        str(step): step.answer.status_code
        for step in steps
        if step.answer.status_code >= 400 and not (step.answer.status_code == 403 and "?" in MATRIX[step.endpoint])
    }
    assert not wrong


def test_pages_are_small(steps: list[Step]) -> None:
    sizes = {str(step): len(step.answer.data) for step in steps if step.is_page}
    assert len(sizes) > 60
    large = {page: f"{size / KB:.0f} KB" for page, size in sizes.items() if size > MOST_HTML}
    assert not large


def test_nothing_comes_from_another_host(steps: list[Step]) -> None:
    foreign = {f"{step}: {kind} {url}" for step in steps for kind, url in step.page.fetched if not is_ours(kind, url)}
    assert not foreign
    for sheet in (ROOT / "static" / "dist").glob("*.css"):
        assert not re.findall(r"""(?:url\(|@import\s)["']?(?:https?:)?//[^)"']+""", sheet.read_text()), sheet.name


def is_ours(kind: str, url: str) -> bool:
    return urlsplit(url).netloc in ("", "localhost") or kind == "link canonical"


def test_ids_are_given_once(steps: list[Step]) -> None:
    twice = {f"{step}: {id}" for step in steps for id in step.page.ids if step.page.ids.count(id) > 1}
    assert not twice, "\n".join(sorted(twice))


def test_a_first_visit_is_light(steps: list[Step]) -> None:
    """Styles and scripts of a page that is opened for the first time, as they travel."""
    for step in steps:
        if step.name == "nobody" and step.answer.status_code == 200:
            weight = sum(
                travelling(url) for kind, url in set(step.page.fetched) if kind in ("script", "link stylesheet")
            )
            assert weight < MOST_AT_FIRST, f"{step}: {weight / KB:.0f} KB"


def travelling(url: str) -> int:
    return len(gzip.compress((ROOT / urlsplit(url).path.lstrip("/")).read_bytes()))
