"""Waiting for what a browser only says by a promise: `wait_for_function` takes any promise for a yes."""

import time

from playwright.sync_api import Error, Page

HAS_WORKER = "async () => navigator.serviceWorker.controller !== null"
HAS_POCKET = "async () => Boolean(JSON.parse(localStorage.getItem('pocket'))?.asked)"
LETTERS = """() => new Promise((done) => {
  indexedDB.open("kaya-outbox").onsuccess = ({ target }) => {
    const asked = target.result.transaction("letters").objectStore("letters").getAll()
    asked.onsuccess = () => { target.result.close(); done(JSON.stringify(asked.result)) }
  }
})"""
ASK_AGAIN = """async (seconds) => {
  const asked = ASKED
  const until = performance.now() + 1000 * seconds
  while (!(await asked())) {
    if (performance.now() > until) throw new Error(`waited in vain: ${asked}`)
    await new Promise((again) => setTimeout(again, 50))
  }
}"""


def until(page: Page, *asked: str, seconds: float = 30) -> None:
    """Each of `asked`, a function that promises an answer, says yes, or has within so many seconds.

    A page that goes on to another one meanwhile, as one does when the network is back, is asked there.
    """
    end = time.monotonic() + seconds
    for each in asked:
        while True:
            try:
                page.evaluate(ASK_AGAIN.replace("ASKED", each), max(1, end - time.monotonic()))
                break
            except Error as error:
                if "context was destroyed" not in str(error):
                    raise
