"""Larger letters, wider spacing, a page at 400 %: what is cut off then, and what scrolls sideways."""

from playwright.sync_api import Page

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
DRIFTS = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


def squeezed(page: Page) -> list[str]:
    """Of the page as it is open, which keeps that spacing."""
    page.set_viewport_size(REFLOWED)
    page.evaluate(SPACED)
    drift = page.evaluate(DRIFTS)
    sideways = [f"scrolls sideways by {drift} px"] if drift > 0 else []
    return sideways + [f"is cut off: {what}" for what in page.evaluate(CUT)]
