"""Waiting for what a browser only says by a promise: `wait_for_function` takes any promise for a yes."""

from playwright.sync_api import Page

HAS_WORKER = "async () => navigator.serviceWorker.controller !== null"
HAS_POCKET = "async () => (await caches.match('/practice/sessions/pocket')) !== undefined"
ASK_AGAIN = """async (seconds) => {
  const asked = ASKED
  const until = performance.now() + 1000 * seconds
  while (!(await asked())) {
    if (performance.now() > until) throw new Error(`waited in vain: ${asked}`)
    await new Promise((again) => setTimeout(again, 50))
  }
}"""


def until(page: Page, *asked: str, seconds: float = 30) -> None:
    """Each of `asked`, a function that promises an answer, says yes, or has within so many seconds."""
    for each in asked:
        page.evaluate(ASK_AGAIN.replace("ASKED", each), seconds)
