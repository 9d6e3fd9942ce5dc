"""Nobody is sent away from this house, however the address is spelled."""

from urllib.parse import quote, urljoin, urlsplit

import pytest
from werkzeug.test import TestResponse

from tests.house.addresses import address
from tests.house.houses import House
from tests.house.matrix import MATRIX, welcome
from tests.house.reading import PageRead
from tests.house.sayings import said

ELSEWHERE = [
    "//evil.example",
    "\\evil.example",
    "https:evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/services\r\nLocation: https://evil.example",
    "///evil.example",
    "////evil.example/..",
    "\\\\evil.example",
    "/\\/evil.example",
    "https:/evil.example",
    "HTTPS://EVIL.example",
    "http://localhost@evil.example",
    "http://localhost.evil.example",
    "javascript:alert(1)//evil.example",
    "data:text/html,evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/%09/evil.example",
    "/%5cevil.example",
    "%2f%2fevil.example",
    "/%2fevil.example",
    "//evil.example%2f..",
    "/\u2028/evil.example",
    "\u2215\u2215evil.example",
    "//evil\u3002example",
    "/" + "x" * 600 + "//evil.example",
]
USUAL = ELSEWHERE[:6]
ASKED_FOR = ("next", "back", "return", "url", "page", "see")

pytestmark = pytest.mark.on("sqlite")


def host_of(location: str) -> str:
    """Where a browser would go: it reads \\ as /, and leaves out tabs and line ends."""
    as_read = location.strip().replace("\\", "/")
    for unread in "\t\r\n":
        as_read = as_read.replace(unread, "")
    return urlsplit(urljoin("http://localhost/login", as_read)).hostname or as_read


def check_stays(answer: TestResponse, note: str) -> None:
    assert answer.status_code < 500, note
    for name in ("Location", "HX-Redirect", "HX-Location", "HX-Replace-Url", "HX-Push-Url", "Refresh"):
        if name in answer.headers:
            assert host_of(answer.headers[name]) == "localhost", f"{note}: {name}: {answer.headers[name]}"
    if answer.mimetype == "text/html":
        page = PageRead(answer.text)
        away = [link for link in [*page.links, *(form.action for form in page.forms)] if "evil" in host_of(link)]
        assert not away, f"{note}: {away}"


def test_no_page_leads_elsewhere(house: House) -> None:
    """Where one signs in and out each way is tried, elsewhere one after the other."""
    for number, rule in enumerate(house.app.url_map.iter_rules()):
        if rule.endpoint == "static" or rule.rule.startswith("/api/") or "+" not in MATRIX[rule.endpoint]:
            continue
        [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        has_ways = rule.endpoint.startswith("accounts.")
        if method == "GET" and not has_ways:
            continue
        for way in USUAL if has_ways else (USUAL[number % len(USUAL)],):
            house.restore()
            sent = said(rule.endpoint, house.scene)
            if method == "POST":
                sent["data"] = sent.get("data", {}) | dict.fromkeys(ASKED_FOR, way)
            answer = house.browser(welcome(rule.endpoint)).open(
                address(rule, house.scene), method=method, query_string=dict.fromkeys(ASKED_FOR, way), **sent
            )
            check_stays(answer, f"{method} {rule.rule} {way!r}")


@pytest.mark.parametrize("way", ELSEWHERE, ids=lambda way: quote(way)[:40])
def test_signing_in_stays_here(house: House, way: str) -> None:
    """Through the whole of it: the page's own form carries what it was given."""
    browser = house.browser("nobody")
    form = PageRead(browser.get("/login", query_string={"next": way}).text).form_to("/login")
    assert form is not None
    sent = {name: values[0] for name, values in form.values.items()}
    answer = browser.post("/login", data=sent | said("accounts.sign_in.create", house.scene)["data"] | {"next": way})
    assert answer.status_code == 303
    check_stays(answer, repr(way))
    signed_in = browser.get("/login", query_string={"next": way})
    check_stays(signed_in, repr(way))


def test_a_referrer_of_another_host_is_forgotten(house: House) -> None:
    for referrer in ("https://evil.example/services", "http://localhost.evil.example/", "//evil.example/"):
        answer = house.browser("nobody").post("/settings", headers={"Referer": referrer})
        check_stays(answer, referrer)
        follow = house.browser("nobody").get(answer.headers["Location"])
        check_stays(follow, referrer)
        assert "evil" not in follow.text
