"""Larger letters, wider spacing, a page at 400 %: nothing is cut off and nothing scrolls sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.house_test import DRIFTS, WALKERS, walk

REFLOWED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %: WCAG 1.4.10
SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""  # WCAG 1.4.12
CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element)
  const isSaid = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  if (!isSaid || style.clipPath !== "none" || !element.checkVisibility({ visibilityProperty: true })) return false
  if (element.closest("svg, .hush, textarea, select")) return false
  const hides = axis => ["hidden", "clip"].includes(style[axis])
  return (hides("overflowX") && element.scrollWidth > element.clientWidth + 1)
    || (hides("overflowY") && element.scrollHeight > element.clientHeight + 2)
}).map(element => `${element.className}: ${element.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("name", WALKERS)
def test_pages_take_larger_spacing_and_a_narrow_window(entered: Callable[..., Page], name: str) -> None:
    page, wrong = entered(name, viewport=REFLOWED, reduced_motion="reduce"), list[str]()
    for path in walk(page):
        wrong += [f"{path}: {told}" for told in squeezed(page)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def squeezed(page: Page) -> list[str]:
    page.evaluate(SPACED)
    drift = page.evaluate(DRIFTS)
    sideways = [f"scrolls sideways by {drift} px"] if drift > 0 else []
    return sideways + [f"is cut off: {what}" for what in page.evaluate(CUT)]
