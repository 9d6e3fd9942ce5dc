"""Every page of the house in a real browser: by light and dark, wide and narrow, nothing stands in anyone's way."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Response

from tests.browser.conftest import AXE, STANDARD, targets
from tests.browser.reflow import DRIFTS, squeezed

# Who walks, and what is looked at: a practitioner and staff see members' pages as members do.
WALKERS = {"nobody": "/", "amara": "/", "okafor": "/desk", "admin": "/staff"}
ASKED = {
    "nobody": ["/practitioners?q=nobody-at-all"],
    "amara": [
        "/appointments?show=past",
        "/journal/new?prompt=window",
        "/journal/search?q=mother",
        "/mood/trends?days=90",
    ],
}
WIDE, NARROW, NARROWEST = ({"width": width, "height": 900} for width in (1280, 390, 320))
SMALLEST_TEXT = 14
NOT_FOLLOWED = re.compile(r"^/(styleguide|dev|static|api|calendar|health|media)\b|\.ics$|/logout")
SLUG = re.compile(
    r"^(/practitioners/|/services/|/programs/(?!enrollments)|/practice/(?!own|sessions|rooms|statistics|reminders))[^/]+"
)
STILL = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""
SMALL_TEXT = """least => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set()
  while (walker.nextNode()) {
    const words = walker.currentNode.data.trim(), element = walker.currentNode.parentElement
    if (!words || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (element.closest("svg, script, style, template, noscript, .hush")) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size < least - 0.01) found.add(`${size} ${element.className}: ${words.slice(0, 30)}`)
  }
  return [...found]
}"""


@pytest.mark.parametrize("name", WALKERS)
def test_every_page_is_open_to_everyone(entered: Callable[..., Page], name: str) -> None:
    """Along all links, one page of each kind: axe in both themes and widths, no small text, no drift at 320 px, nothing
    cut off with larger spacing."""
    page, wrong, visited = entered(name, viewport=WIDE, reduced_motion="reduce"), list[str](), 0
    axe = AXE.read_text()
    for path in walk(page, WALKERS[name], ASKED.get(name, [])):
        visited += 1
        wrong += [f"{path}: {told}" for told in examined(page, axe)]
    assert visited > 8
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def walk(page: Page, below: str, asked: list[str]) -> Iterator[str]:
    """Open one page of each kind that links lead to; the page is there while its path is looked at.

    Pages that are `asked` for are looked at with that question instead of without.
    """
    ways, kinds = [*asked, below, page.url], Counter[str]()
    while ways:
        path = urlsplit(ways.pop(0))
        kind = kind_of(path.path)
        if (
            not path.path.startswith(below)
            or kinds[kind]
            or NOT_FOLLOWED.search(path.path)
            or path.netloc not in ("", urlsplit(page.url).netloc)
        ):
            continue
        kinds[kind] += 1
        answer = opened(page, path.path + (f"?{path.query}" if path.query else ""))
        if answer is not None and answer.status < 400:
            ways += page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
            yield path.path


def opened(page: Page, path: str) -> Response | None:
    """None for what is kept as a file instead of shown."""
    try:
        return page.goto(path, wait_until="load")
    except PlaywrightError as error:
        if "Download is starting" in error.message:
            return None
        raise


def kind_of(path: str) -> str:
    """The path without what names a row in it."""
    named = re.sub(r"[0-9a-f-]{36}|\d{4}-\d\d-[^/]*", "…", path)
    named = re.sub(r"/days/\d+", "/days/…", named)
    return SLUG.sub(r"\1…", named)


def examined(page: Page, axe: str) -> Iterator[str]:
    page.evaluate(STILL)
    for small in page.evaluate(SMALL_TEXT, SMALLEST_TEXT):
        yield f"text under {SMALLEST_TEXT} px: {small}"
    page.evaluate(axe)
    yield from broken_rules(page, "light, wide", STANDARD)
    page.emulate_media(color_scheme="dark")
    yield from broken_rules(page, "dark, wide", ["color-contrast"])
    page.set_viewport_size(NARROW)
    yield from broken_rules(page, "dark, narrow", ["color-contrast"])
    page.emulate_media(color_scheme="light")
    yield from broken_rules(page, "light, narrow", STANDARD)
    page.set_viewport_size(NARROWEST)
    drift = page.evaluate(DRIFTS)
    if drift > 0:
        yield f"scrolls sideways by {drift} px at 320 px"
    yield from squeezed(page)
    page.set_viewport_size(WIDE)


def broken_rules(page: Page, when: str, rules: list[str]) -> list[str]:
    options: dict[str, Any] = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{when}: {each['id']}: {each['help']}: {', '.join(targets(each))} {why(each)}" for each in found]


def why(violation: dict[str, Any]) -> str:
    return str(violation["nodes"][0].get("any") and violation["nodes"][0]["any"][0].get("message", ""))


def test_on_a_phone_how_one_is_can_be_said_without_scrolling_though_the_days_own_thing_stands_first(signed_in):
    page = signed_in("amara", viewport={"width": 390, "height": 844})
    page.goto("/today")
    page.get_by_role("link", name="Prepare for it").wait_for()
    chip, bar = page.locator(".feel .chip").first.bounding_box(), page.locator(".places").bounding_box()
    assert chip["y"] + chip["height"] <= bar["y"]
    order = (
        "() => [...document.querySelectorAll('.today__grid :is(h2)')].map((head) => head.getBoundingClientRect().top)"
    )
    tops = page.evaluate(order)
    assert len(tops) > 3
    assert tops == sorted(tops), "it is read in the order in which it is seen"
    page.locator(".feel .chip").first.click()
    page.wait_for_function(
        """() => document.querySelector(".check-in__then button:last-child").getBoundingClientRect().bottom
          <= document.querySelector(".places").getBoundingClientRect().top"""
    )


@pytest.mark.parametrize("way", ["ltr", "rtl"])
def test_a_row_of_tabs_that_is_too_long_shows_the_current_one_and_fades_where_there_are_more(signed_in, way):
    page = signed_in("amara", viewport={"width": 390, "height": 844})
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => (document.documentElement.dir = '{way}'))")
    for address, name in (("/journal", "Pages"), ("/journal/search", "Search")):
        page.goto(address)
        tab = page.locator(".tab[aria-current]", has_text=name)
        box = tab.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        hits = "(tab) => { const { left, right, top } = tab.getBoundingClientRect(); return [left + 4, right - 4].map("
        hits += "(x) => document.elementFromPoint(x, top + 9) === tab) }"
        assert tab.evaluate(hits) == [True, True], "no veil lies over it"
    assert page.locator(".tabs").evaluate("(row) => row.scrollWidth > row.clientWidth && row.scrollLeft !== 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
